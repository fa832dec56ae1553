/// Keeps a mix under full scale without clipping: turns down at once, and back up over a tenth of a second or so.
struct Limiter {
    /// 0.3 dB under full scale, so that the card's own filter does not clip either.
    static let ceiling: Float = 32_768 * 0.966

    /// Frames in which the distance to full gain shrinks to a third.
    private static let release: Float = 4_800

    private var gain: Float = 1

    /// Whether it lets everything pass as it is.
    var isOpen: Bool { gain == 1 }

    /// - Returns: one frame, in the range of 16 bits.
    mutating func limit(left: Float, right: Float) -> (left: Int16, right: Int16) {
        let peak = max(abs(left), abs(right))
        if peak * gain > Self.ceiling {
            gain = Self.ceiling / peak
        } else if gain < 1 {
            gain = min(1, gain + (1 - gain) / Self.release + 1e-7)
            if peak * gain > Self.ceiling { gain = Self.ceiling / peak }
        }
        return (Int16((left * gain).rounded()), Int16((right * gain).rounded()))
    }
}
