import Sound

/// A stereo sound in the making, 48,000 frames a second, of any loudness.
struct Rendering {
    var left: [Double]
    var right: [Double]

    init(frames: Int) {
        left = [Double](repeating: 0, count: frames)
        right = left
    }

    /// Adds `other` from `seconds` on.
    mutating func add(_ other: Rendering, after seconds: Double) {
        let delay = Int(seconds * Double(Sample.rate))
        for frame in left.indices.dropFirst(delay) {
            left[frame] += other.left[frame - delay]
            right[frame] += other.right[frame - delay]
        }
    }
}
