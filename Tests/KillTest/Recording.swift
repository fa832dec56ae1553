import Foundation

/// What ALSA's `file` device wrote: 16-bit samples, silence and gongs.
struct Recording {
    let path: String

    /// The card to play on.
    var device: String { "file:FILE=\(path),FORMAT=raw" }

    /// How many sounds stand in it, apart from each other by silence.
    var sounds: Int {
        let bytes = [UInt8]((try? Data(contentsOf: URL(filePath: path))) ?? Data())
        var count = 0
        var wasSilent = true
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let isSilent = bytes[index] == 0 && bytes[index + 1] == 0
            if wasSilent, !isSilent { count += 1 }
            wasSilent = isSilent
        }
        return count
    }

    /// A WAV file of a tenth of a second that is never zero: it ends before another ring may begin, so sounds can be counted.
    static var shortGong: [UInt8] {
        let samples = [UInt8](repeating: 0x20, count: 2 * 4_800)
        func number(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let format = number(1, 2) + number(1, 2) + number(48_000, 4) + number(96_000, 4) + number(2, 2) + number(16, 2)
        let body =
            Array("WAVEfmt ".utf8) + number(format.count, 4) + format + Array("data".utf8) + number(samples.count, 4)
            + samples
        return Array("RIFF".utf8) + number(body.count, 4) + body
    }
}
