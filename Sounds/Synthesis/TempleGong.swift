/// A deep gong with a boss, which gives it a note.
///
/// Its two strongest modes, both round, lie nearly an octave apart; the harmonic that the loud lower one makes of itself beats
/// with the upper: the slow wave, ombak, of the large Balinese gongs (Krueger, Gee and Grimshaw, JASA 128, 2010, EL8). The
/// weaker modes are doublets, as in every cast or hammered body. A hard blow starts a gong a little off its note (Fletcher and
/// Rossing, The Physics of Musical Instruments, chapter 20): here it comes down onto it.
extension Gong {
    static let templeGong = Gong(name: "temple-gong", seconds: 7, fade: 3, gain: 0.55) { rendering in
        let mallet = Mallet(contact: 0.0025)
        let note = 138.6
        // 1.65 Hz above the octave mode, at twice the note, lies the note's own harmonic.
        let modes: [(ratio: Double, level: Double, decay: Double, beat: Double, share: Double)] = [
            (1, 1, 8, 0.3, 0.15), (1.988, 1.3, 6.5, 1.65, 0.6), (1.52, 0.2, 4.5, 0.8, 0.7), (2.66, 0.4, 4, 1.1, 0.6),
            (2.99, 0.7, 3.5, 0.7, 0.7), (3.47, 0.4, 2.8, 1.6, 0.6), (3.98, 0.8, 2.6, 2.1, 0.6),
            (4.87, 0.6, 2, 1.9, 0.6),
            (5.93, 0.7, 1.6, 2.7, 0.6), (7.31, 0.7, 1.2, 3.1, 0.6),
        ]
        for (index, mode) in modes.enumerated() {
            let frequency = note * mode.ratio
            Partial(
                frequency: frequency, level: mode.level * mallet.share(frequency), decay: mode.decay,
                onset: 0.004 + 0.004 * mode.ratio, pan: index == 0 ? 0 : index.isMultiple(of: 2) ? 0.5 : -0.5,
                glide: 0.018, settling: 0.35
            ).addDoublet(beat: mode.beat, share: mode.share, to: &rendering)
        }

        // The metal: weak modes of the rim, which swell a little later and are soon gone.
        var chance = Chance(seed: 0x74_65_6D_70_6C_65)
        for _ in 0..<60 {
            let frequency = note * chance.between(8, 26)
            Partial(
                frequency: frequency, level: mallet.share(frequency) * chance.between(0.1, 0.7),
                decay: 1_400 / frequency * chance.between(0.7, 1.3), onset: chance.between(0.02, 0.08),
                pan: chance.between(-0.7, 0.7), phase: chance.unit(), glide: 0.018, settling: 0.35
            ).addDoublet(beat: chance.between(1, 4), share: 0.6, to: &rendering)
        }
    }
}
