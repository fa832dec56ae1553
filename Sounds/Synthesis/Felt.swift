/// A felt mallet on a low bar of a marimba, very quiet.
///
/// The bar is hollowed so that its modes lie at 1, 4 and about 10 times the lowest (Fletcher and Rossing, The Physics of Musical
/// Instruments, chapter 19); the soft mallet leaves nearly the lowest alone.
extension Gong {
    static let felt = Gong(name: "felt", seconds: 2, fade: 1, gain: 0.042) { rendering in
        let mallet = Mallet(contact: 0.008)
        for (ratio, level, decay) in [(1, 1, 2.4), (3.98, 0.7, 0.7), (9.8, 0.4, 0.25)] {
            let frequency = 220 * ratio
            Partial(
                frequency: frequency, level: level * mallet.share(frequency) * 16, decay: decay, onset: mallet.onset * 2
            ).addDoublet(beat: 0.5, share: 0.2, to: &rendering)
        }
    }
}
