import Sound

/// One mode of a struck body: a sine that swells, and dies away exponentially.
struct Partial {
    /// Hertz, once it has settled.
    var frequency: Double
    var level: Double
    /// Seconds until it has fallen by 60 dB.
    var decay: Double
    /// Seconds in which it swells to two fifths; above zero, so that every sound begins at zero.
    var onset: Double
    /// -1 left to 1 right.
    var pan = 0.0
    /// Where in its circle it begins, in turns.
    var phase = 0.0
    /// How much higher it begins, as a share of its frequency.
    var glide = 0.0
    /// Seconds in which the glide falls to a third.
    var settling = 0.3

    /// Adds the mode to `rendering` by a rotating, shrinking phasor: one complex product a frame.
    func add(to rendering: inout Rendering) {
        let rate = Double(Sample.rate)
        // 60 dB is a factor of a thousand; its natural logarithm is 6.9078.
        let shrink = Exact.exp(-6.907755278982137 / (decay * rate))
        let swell = Exact.exp(-1 / (onset * rate))
        // The pitch moves in steps of a millisecond; the wave itself has none.
        let stride = glide == 0 ? rendering.left.count : Sample.rate / 1_000
        let settle = Exact.exp(-Double(stride) / (settling * rate))
        let start = Exact.circle(phase)
        let (left, right) = Self.gains(pan)
        var (x, y) = (start.cos * level, start.sin * level)
        var missing = 1.0
        var above = glide
        var frame = 0
        while frame < rendering.left.count {
            let step = Exact.circle(frequency * (1 + above) / rate)
            let end = min(frame + stride, rendering.left.count)
            while frame < end {
                let value = y * (1 - missing) * (1 - missing)
                rendering.left[frame] += value * left
                rendering.right[frame] += value * right
                (x, y) = ((x * step.cos - y * step.sin) * shrink, (x * step.sin + y * step.cos) * shrink)
                missing *= swell
                frame += 1
            }
            above *= settle
        }
    }

    /// The two modes of a body that is not quite round, `beat` hertz apart, on two sides of the room.
    ///
    /// - Parameter share: the level of the second, where that of the first is 1.
    func addDoublet(beat: Double, share: Double, to rendering: inout Rendering) {
        add(to: &rendering)
        var second = self
        second.frequency += beat
        second.level *= share
        second.pan = -pan
        second.add(to: &rendering)
    }

    /// Equal power: an eighth of a circle from the centre to each side.
    private static func gains(_ pan: Double) -> (left: Double, right: Double) {
        let point = Exact.circle((pan + 1) / 8)
        return (point.cos, point.sin)
    }
}
