/// Two bell tubes, the second a fourth higher and a moment later.
///
/// The modes of a free tube lie as the squares of 3.011, 5, 7, 9, 11 and 13. The fourth to the sixth, 81 : 121 : 169, are near
/// enough to 2 : 3 : 4 that the ear hears a note an octave below the fourth, where no mode is (Fletcher and Rossing, The Physics
/// of Musical Instruments, chapter 19). The lower ones are the hum under it.
extension Gong {
    static let chime = Gong(name: "chime", seconds: 4, fade: 2.5, gain: 0.45) { rendering in
        tube(392, pan: -0.3, on: &rendering)
        var second = Rendering(frames: rendering.left.count)
        tube(523.25, pan: 0.3, on: &second)
        rendering.add(second, after: 0.24)
    }

    private static func tube(_ note: Double, pan: Double, on rendering: inout Rendering) {
        let mallet = Mallet(contact: 0.0007)
        let modes: [(square: Double, level: Double, decay: Double)] = [
            (9.07, 0.01, 4), (25, 0.06, 4), (49, 0.15, 3.6), (81, 1, 3.4), (121, 0.8, 2.2),
            (169, 0.6, 1.5), (225, 0.4, 1.0), (289, 0.25, 0.7), (361, 0.15, 0.5),
        ]
        for mode in modes {
            let frequency = note * 2 * mode.square / 81
            Partial(
                frequency: frequency, level: mode.level * mallet.share(frequency), decay: mode.decay, onset: 0.003,
                pan: pan
            ).addDoublet(beat: 0.9, share: 0.3, to: &rendering)
        }
    }
}
