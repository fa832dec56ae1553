/// A singing bowl, touched with a padded stick.
///
/// Its modes are those of a ring, with two, three, four and more waves around the rim; each comes twice, a little apart, since
/// no hammered bowl is round, and beats (Inácio, Henrique and Antunes, The Dynamics of Tibetan Singing Bowls, Acta Acustica 92,
/// 2006). A thin ring has them at 1, 2.83, 5.42 and 8.77 times the lowest (Rayleigh, The Theory of Sound, § 233); a bowl's
/// bottom draws them a little together.
extension Gong {
    static let bowl = Gong(name: "bowl", seconds: 8, fade: 4.5, gain: 0.44) { rendering in
        let mallet = Mallet(contact: 0.002)
        let modes: [(ratio: Double, level: Double, decay: Double, beat: Double)] = [
            (1, 1, 15, 0.62), (2.71, 2, 11, 1.05), (5.19, 2, 6.5, 1.7), (8.36, 1.6, 3.6, 2.6), (12.1, 1.2, 2, 3.4),
        ]
        for (index, mode) in modes.enumerated() {
            let frequency = 233 * mode.ratio
            Partial(
                frequency: frequency, level: mode.level * mallet.share(frequency), decay: mode.decay, onset: 0.03,
                pan: index.isMultiple(of: 2) ? -0.4 : 0.4
            ).addDoublet(beat: mode.beat, share: 0.75, to: &rendering)
        }
    }
}
