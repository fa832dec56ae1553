import Sound

/// One mode of a struck plate: a sine that swells, and dies away exponentially.
struct Partial {
    /// Hertz.
    var frequency: Double
    var level: Double
    /// Seconds until it has fallen by 60 dB.
    var decay: Double
    /// Seconds in which it swells to two thirds; 0 sounds at once.
    var bloom = 0.0
    /// -1 left to 1 right.
    var pan = 0.0
    /// Where in its circle it begins, in turns.
    var phase = 0.0

    /// Adds the mode to `rendering` by a rotating, shrinking phasor: one complex product a frame.
    func add(to rendering: inout Rendering) {
        let rate = Double(Sample.rate)
        // 60 dB is a factor of a thousand; its natural logarithm is 6.9078.
        let shrink = Exact.exp(-6.907755278982137 / (decay * rate))
        let swell = bloom > 0 ? Exact.exp(-1 / (bloom * rate)) : 0
        let step = Exact.circle(frequency / rate)
        let start = Exact.circle(phase)
        let (left, right) = Self.gains(pan)
        var (x, y) = (start.cos * level, start.sin * level)
        var missing = 1.0
        for frame in rendering.left.indices {
            let value = y * (1 - missing) * (1 - missing)
            rendering.left[frame] += value * left
            rendering.right[frame] += value * right
            (x, y) = ((x * step.cos - y * step.sin) * shrink, (x * step.sin + y * step.cos) * shrink)
            missing *= swell
        }
    }

    /// Equal power: an eighth of a circle from the centre to each side.
    private static func gains(_ pan: Double) -> (left: Double, right: Double) {
        let point = Exact.circle((pan + 1) / 8)
        return (point.cos, point.sin)
    }
}
