import Glibc

/// Changes the rate of a stereo sound by windowed-sinc interpolation, once, when a sample is loaded.
enum Resampler {
    /// Zero crossings of the sinc on each side: 16 keeps aliases well below the 16-bit noise of a classroom speaker.
    private static let reach = 16.0

    /// - Parameter stereo: interleaved, two values to a frame.
    static func resample(_ stereo: [Float], from source: Int, to target: Int) -> [Float] {
        guard source != target else { return stereo }
        let step = Double(source) / Double(target)
        // Below 1 when the target is the slower: the filter then also removes what the target cannot hold.
        let cutoff = min(1, Double(target) / Double(source))
        let halfWidth = reach / cutoff
        let frames = stereo.count / 2
        let count = Int((Double(frames) / step).rounded(.down))
        var result = [Float](repeating: 0, count: count * 2)
        for frame in 0..<count {
            let centre = Double(frame) * step
            let first = max(0, Int((centre - halfWidth).rounded(.up)))
            let last = min(frames - 1, Int((centre + halfWidth).rounded(.down)))
            guard first <= last else { continue }
            var left = 0.0
            var right = 0.0
            for index in first...last {
                let weight = kernel(centre - Double(index), cutoff: cutoff, halfWidth: halfWidth)
                left += weight * Double(stereo[2 * index])
                right += weight * Double(stereo[2 * index + 1])
            }
            result[2 * frame] = Float(left)
            result[2 * frame + 1] = Float(right)
        }
        return result
    }

    /// A sinc under a Hann window.
    private static func kernel(_ distance: Double, cutoff: Double, halfWidth: Double) -> Double {
        guard distance != 0 else { return cutoff }
        let angle = Double.pi * distance
        return sin(angle * cutoff) / angle * (0.5 + 0.5 * cos(angle / halfWidth))
    }
}
