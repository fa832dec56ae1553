/// A soft chime: two bars, a fifth apart, the second a moment later.
///
/// The partials of a free bar lie at 1, 2.756, 5.404 and 8.933 times the lowest (Euler and Bernoulli's beam); the higher ones
/// are gone soon, which leaves a pure tone.
enum Chime {
    static func render() -> Rendering {
        var rendering = Rendering(seconds: 3)
        var chance = Chance(seed: 0x63_68_69_6D_65)
        var late = Rendering(seconds: 3)
        addBar(587.33, level: 1, pan: -0.25, &chance, to: &rendering)
        addBar(880, level: 0.8, pan: 0.25, &chance, to: &late)
        let delay = 7_200
        for frame in delay..<rendering.left.count {
            rendering.left[frame] += late.left[frame - delay]
            rendering.right[frame] += late.right[frame - delay]
        }
        return rendering
    }

    private static func addBar(
        _ frequency: Double, level: Double, pan: Double, _ chance: inout Chance, to rendering: inout Rendering
    ) {
        let modes: [(ratio: Double, level: Double, decay: Double)] = [
            (1, 1, 3.2), (2.756, 0.22, 1.1), (5.404, 0.09, 0.45), (8.933, 0.03, 0.2),
        ]
        for mode in modes {
            for (detune, share) in [(0, 1), (chance.between(0.4, 0.9), 0.3)] {
                Partial(
                    frequency: frequency * mode.ratio + detune, level: level * mode.level * share, decay: mode.decay,
                    bloom: 0.004, pan: pan
                ).add(to: &rendering)
            }
        }
    }
}
