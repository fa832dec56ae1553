/// A large gong without a pitch of its own.
///
/// A struck tam-tam first gives its lowest modes; in the next half second its plate, being non-linear, hands their energy on to
/// ever higher ones, which is the bloom (Fletcher and Rossing, The Physics of Musical Instruments, chapter 20). Here each mode
/// swells the later the higher it is, dies the sooner the higher it is, and comes as a close pair whose beating is the shimmer.
enum TamTam {
    static func render() -> Rendering {
        var rendering = Rendering(seconds: 9.5)
        var chance = Chance(seed: 0x60_4E_67_62_6F_78)

        // The body: a few strong low modes, almost at once, that carry the tail.
        let body: [(ratio: Double, level: Double)] = [
            (1, 1), (1.47, 0.72), (1.93, 0.66), (2.56, 0.5), (3.11, 0.48), (3.72, 0.36), (4.39, 0.32), (5.18, 0.26),
        ]
        for mode in body {
            let frequency = 74 * mode.ratio
            addPair(
                Partial(
                    frequency: frequency, level: mode.level * 0.8, decay: 13 / (1 + frequency / 900), bloom: 0.008,
                    phase: chance.unit()),
                beat: chance.between(0.15, 0.6), &chance, to: &rendering)
        }

        // The wash: many inharmonic modes, as dense as a plate's, whose swell travels upward.
        for _ in 0..<560 {
            // A plate has as many modes in every hertz: more of them in the higher octaves.
            let octaves = 6.2 * Exact.power(chance.unit(), 0.6)
            let frequency = 200 * Exact.power(2, octaves)
            addPair(
                Partial(
                    frequency: frequency, level: 0.3 * Exact.power(0.74, octaves) * chance.between(0.4, 1.4),
                    decay: 13 * Exact.power(0.8, octaves) * chance.between(0.8, 1.15),
                    bloom: 0.04 + 0.12 * octaves * chance.between(0.7, 1.3), phase: chance.unit()),
                beat: chance.between(0.3, 2.4), &chance, to: &rendering)
        }

        // The mallet: felt on metal, low and over at once.
        for _ in 0..<40 {
            Partial(
                frequency: chance.between(70, 900), level: 0.16, decay: chance.between(0.06, 0.22),
                bloom: 0.002, pan: chance.between(-0.3, 0.3), phase: chance.unit()
            ).add(to: &rendering)
        }
        return rendering
    }

    /// Two modes a few beats apart, on different sides of the room.
    private static func addPair(
        _ partial: Partial, beat: Double, _ chance: inout Chance, to rendering: inout Rendering
    ) {
        var one = partial
        one.pan = chance.between(-0.8, 0.8)
        one.add(to: &rendering)
        one.frequency += beat
        one.level *= 0.7
        one.pan = -one.pan
        one.phase = chance.unit()
        one.add(to: &rendering)
    }
}
