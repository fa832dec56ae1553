/// A soft knock on a hollow block, over within a quarter of a second, for rooms that are sensitive to sound.
///
/// The mokugyo, a hollow wooden drum, has two low modes close together, 1 : 1.15, which listeners like best, and its padded stick
/// stays in touch for 1 to 6 ms (Sunohara and others, The acoustics of Japanese wooden drums called mokugyo, JASA 117, 2005).
/// A third, weak mode is the wood's own. The long touch takes the edge off the blow.
extension Gong {
    static let woodBlock = Gong(name: "wood-block", seconds: 0.25, fade: 0.1, gain: 0.45) { rendering in
        let mallet = Mallet(contact: 0.005)
        for (ratio, level, decay) in [(1, 1, 0.2), (1.15, 0.7, 0.16), (2.74, 0.5, 0.07)] {
            let frequency = 415 * ratio
            Partial(
                frequency: frequency, level: level * mallet.share(frequency) * 16, decay: decay, onset: mallet.onset
            ).add(to: &rendering)
        }
    }
}
