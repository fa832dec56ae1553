import Sound

/// A sound of this folder: how long, how loud, and the modes that make it.
struct Gong: Sendable {
    /// The file's name, without `.flac`.
    let name: String
    let seconds: Double
    /// Seconds at the end in which the last of the sound goes.
    let fade: Double
    /// From the sum of the modes to full scale. Set by hand after measuring, so that the sounds are graded; a gain that was
    /// computed from the loudest frame would need the whole sound to render a piece of it.
    let gain: Double
    let play: @Sendable (inout Rendering) -> Void

    static let all = [tamTam, templeGong, bowl, chime, woodBlock, felt]

    /// The sound, or only its first `seconds`, in 16 bits: it begins and ends at zero.
    ///
    /// - Returns: nil when it would clip, which asks for a smaller `gain`.
    func rendered(first seconds: Double? = nil) -> Sample? {
        let rate = Double(Sample.rate)
        let whole = Int(self.seconds * rate)
        var rendering = Rendering(frames: min(whole, Int((seconds ?? self.seconds) * rate)))
        play(&rendering)
        var values: [Int16] = []
        values.reserveCapacity(rendering.left.count * 2)
        for frame in rendering.left.indices {
            let rest = min(1, Double(whole - 1 - frame) / (fade * rate))
            // Smoothstep: no corner that could be heard.
            let level = rest * rest * (3 - 2 * rest) * gain * 32_767
            for side in [rendering.left[frame], rendering.right[frame]] {
                guard let value = Int16(exactly: (side * level).rounded()) else { return nil }
                values.append(value)
            }
        }
        return Sample(values: values)
    }
}
