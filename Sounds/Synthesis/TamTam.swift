/// A large gong without a pitch of its own.
///
/// A blow with a soft beater first gives its lowest modes. Its thin plate is non-linear and hands their energy on to ever higher
/// ones: the bloom (Fletcher and Rossing, The Physics of Musical Instruments, chapter 20; Legge and Fletcher, Nonlinearity,
/// chaos, and the sound of shallow gongs, JASA 86, 1989). Here each mode swells the later the higher it is, dies the sooner the
/// higher it is, and comes as a close pair whose beating is the shimmer.
extension Gong {
    static let tamTam = Gong(name: "tam-tam", seconds: 8, fade: 3.5, gain: 0.185) { rendering in
        var chance = Chance(seed: 0x74_61_6D_74_61_6D)

        // The body: a few strong low modes, almost at once, that carry the tail.
        let body = [
            (1, 1), (1.47, 0.72), (1.93, 0.66), (2.56, 0.5), (3.11, 0.48), (3.72, 0.36), (4.39, 0.32), (5.18, 0.26),
        ]
        for (ratio, level) in body {
            let frequency = 74 * ratio
            Partial(
                frequency: frequency, level: level * 0.8, decay: 11 / (1 + frequency / 900), onset: 0.008,
                pan: chance.between(-0.8, 0.8), phase: chance.unit()
            ).addDoublet(beat: chance.between(0.15, 0.6), share: 0.7, to: &rendering)
        }

        // The wash: many inharmonic modes whose swell travels upward. A plate has as many modes in every hertz; drawn so, nearly
        // all would lie at the top, so the draw leans only a little that way.
        for _ in 0..<700 {
            let octaves = 6 * Exact.power(chance.unit(), 0.65)
            Partial(
                frequency: 200 * Exact.power(2, octaves),
                level: 0.3 * Exact.power(0.86, octaves) * chance.between(0.3, 1.5),
                decay: 11 * Exact.power(0.79, octaves) * chance.between(0.8, 1.15),
                onset: 0.05 + 0.17 * octaves * chance.between(0.7, 1.3),
                pan: chance.between(-0.8, 0.8), phase: chance.unit()
            ).addDoublet(beat: chance.between(0.3, 2.4), share: 0.7, to: &rendering)
        }

        // The beater: felt on metal, low and over at once.
        for _ in 0..<40 {
            Partial(
                frequency: chance.between(70, 900), level: 0.16, decay: chance.between(0.06, 0.22), onset: 0.003,
                pan: chance.between(-0.3, 0.3), phase: chance.unit()
            ).add(to: &rendering)
        }
    }
}
