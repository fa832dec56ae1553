import Foundation

/// A gong and a card that writes what it plays into a file: ALSA's `file` device before its `null` device.
public final class Recording: Sendable {
    private let folder: TemporaryFolder
    /// 16-bit stereo, interleaved, 48,000 frames a second, no value of which is zero: silence is what lies between gongs.
    private let gong: [Int16]

    /// For `--card`.
    public var card: String { "file:FILE=\(folder.path)/card.raw,FORMAT=raw" }
    /// For `--sample`.
    public let sample: String

    public init() throws {
        folder = try TemporaryFolder()
        gong = (0..<2 * 9_600).map { Int16(2_000 + ($0 * 7_919) % 20_011) }
        sample = try folder.write(Self.wave(gong), to: "gong.wav")
    }

    /// How often the gong was played, whole and unchanged; nil where anything else was played too.
    ///
    /// Complete only after the box has stopped: ALSA keeps back what it has not written yet.
    public var gongs: Int? {
        let played = values.filter { $0 != 0 }
        guard played.count.isMultiple(of: gong.count) else { return nil }
        let count = played.count / gong.count
        return (0..<count).allSatisfy { played[($0 * gong.count)...].starts(with: gong) } ? count : nil
    }

    private var values: [Int16] {
        let bytes = [UInt8](FileManager.default.contents(atPath: "\(folder.path)/card.raw") ?? Data())
        return stride(from: 0, to: bytes.count - 1, by: 2).map {
            Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
        }
    }

    /// A RIFF WAVE file: the header of 44 bytes, and the values, little-endian.
    private static func wave(_ values: [Int16]) -> Data {
        func bytes(_ number: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        let length = UInt32(2 * values.count)
        let format = bytes(1, 2) + bytes(2, 2) + bytes(48_000, 4) + bytes(192_000, 4) + bytes(4, 2) + bytes(16, 2)
        let head = Array("RIFF".utf8) + bytes(36 + length, 4) + Array("WAVEfmt ".utf8) + bytes(16, 4) + format
        let body = values.flatMap { bytes(UInt32(UInt16(bitPattern: $0)), 2) }
        return Data(head + Array("data".utf8) + bytes(length, 4) + body)
    }
}
