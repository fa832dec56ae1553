import Sound

/// A stereo sound in the making, 48,000 frames a second, of any loudness.
struct Rendering {
    var left: [Double]
    var right: [Double]

    init(seconds: Double) {
        let frames = Int(seconds * Double(Sample.rate))
        left = [Double](repeating: 0, count: frames)
        right = left
    }

    /// Brought to `peak` (1 is full scale), with a begin and an end at zero, rounded to 16 bits.
    ///
    /// - Parameter fade: seconds at the end in which the last of the sound goes.
    func mastered(peak: Double, fade: Double = 2) -> Sample {
        let loudest = zip(left, right).reduce(0) { max($0, $1.0.magnitude, $1.1.magnitude) }
        let gain = loudest > 0 ? peak / loudest * 32_767 : 0
        let rise = 96
        let fall = Int(fade * Double(Sample.rate))
        var values: [Int16] = []
        values.reserveCapacity(left.count * 2)
        for frame in left.indices {
            let begin = min(1, Double(frame) / Double(rise))
            let end = min(1, Double(left.count - 1 - frame) / Double(fall))
            // Smoothstep: no corner that could be heard.
            let level = begin * end * end * (3 - 2 * end) * gain
            values.append(Int16((left[frame] * level).rounded()))
            values.append(Int16((right[frame] * level).rounded()))
        }
        return Sample(values: values)
    }
}
