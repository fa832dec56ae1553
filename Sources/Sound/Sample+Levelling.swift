import Glibc

extension Sample {
    /// As loud as the tam-tam that comes with Gongbox (Sounds/README.md), LUFS.
    static let targetLoudness = -15.4
    /// Room for what the card's filter adds between the samples: 1 dB under full scale.
    static let peak: Float = 0.891
    /// Quieter than this beside the loudest is silence before and after: 60 dB.
    private static let threshold: Float = 0.001

    /// Cuts the silence before and after and sets the level of the supplied sounds, or as much of it as the peaks permit.
    ///
    /// - Returns: nil where nothing in it can be heard.
    static func levelled(_ stereo: [Float]) -> [Float]? {
        let loudest = stereo.lazy.map(abs).max() ?? 0
        let isHeard = { (value: Float) in abs(value) > loudest * Self.threshold }
        guard loudest > Self.threshold, let first = stereo.firstIndex(where: isHeard),
            let last = stereo.lastIndex(where: isHeard)
        else { return nil }
        var kept = Array(stereo[(first & ~1)...(last | 1)])
        fadeOut(&kept)
        guard let loudness = LoudnessMeter.loudness(of: kept) else { return nil }
        let wish = Float(pow(10, (targetLoudness - loudness) / 20))
        let gain = min(wish, peak / loudest)
        return kept.map { $0 * gain }
    }

    /// What was cut must not click: 10 ms.
    private static func fadeOut(_ stereo: inout [Float]) {
        let frames = min(480, stereo.count / 2)
        for frame in 0..<frames {
            let place = stereo.count - 2 * (frame + 1)
            let level = Float(frame) / Float(frames)
            stereo[place] *= level
            stereo[place + 1] *= level
        }
    }
}
