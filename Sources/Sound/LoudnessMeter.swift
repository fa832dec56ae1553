import Glibc

/// The loudness of a whole sound as people hear it: ITU-R BS.1770-4, K-weighting and gating, of two channels at 48,000 Hz.
enum LoudnessMeter {
    /// A second-order filter, direct form 1, `a0` being 1.
    private struct Filter {
        let b0, b1, b2, a1, a2: Double
        var x1 = 0.0
        var x2 = 0.0
        var y1 = 0.0
        var y2 = 0.0

        init(_ b0: Double, _ b1: Double, _ b2: Double, _ a1: Double, _ a2: Double) {
            (self.b0, self.b1, self.b2, self.a1, self.a2) = (b0, b1, b2, a1, a2)
        }

        mutating func pass(_ x: Double) -> Double {
            let y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
            (x2, x1, y2, y1) = (x1, x, y1, y)
            return y
        }
    }

    /// The standard's tables 1 and 2: what a head adds at high frequencies, and what the ear leaves out at low ones.
    private static let head = Filter(
        1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585)
    private static let ear = Filter(1, -2, 1, -1.99004745483398, 0.99007225036621)

    /// Blocks of 400 ms that begin every 100 ms: the power of each is taken from four steps.
    private static let step = 4_800
    private static let stepsPerBlock = 4

    /// - Parameter stereo: two values to a frame, full scale at 1.
    /// - Returns: LUFS; nil where nothing is above -70 LUFS. What is shorter than a block is padded with silence.
    static func loudness(of stereo: [Float]) -> Double? {
        let powers = stepPowers(stereo)
        let blocks = (0...max(0, powers.count - stepsPerBlock)).map { first in
            powers[first..<min(first + stepsPerBlock, powers.count)].reduce(0, +) / Double(stepsPerBlock)
        }
        let heard = blocks.filter { level($0) > -70 }
        guard !heard.isEmpty else { return nil }
        let gate = level(heard.reduce(0, +) / Double(heard.count)) - 10
        let loud = heard.filter { level($0) > gate }
        return level(loud.reduce(0, +) / Double(loud.count))
    }

    private static func level(_ power: Double) -> Double { -0.691 + 10 * log10(power) }

    /// The weighted mean square of both channels together, step by step; the last step may be padded.
    private static func stepPowers(_ stereo: [Float]) -> [Double] {
        var powers = [Double](repeating: 0, count: (stereo.count / 2 + step - 1) / step)
        for channel in 0..<2 {
            var head = head
            var ear = ear
            for frame in 0..<stereo.count / 2 {
                let value = ear.pass(head.pass(Double(stereo[2 * frame + channel])))
                powers[frame / step] += value * value / Double(step)
            }
        }
        return powers
    }
}
