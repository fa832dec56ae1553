import Glibc
import Sound
import Testing

/// A folder that goes away with the test, a gong in it, and ALSA's `file` device that writes into it.
final class FileCard: Sendable {
    let folder: String
    let gong: Sample

    var samplePath: String { "\(folder)/gong.flac" }
    var recording: String { "\(folder)/card.raw" }
    var device: String { "file:FILE=\(recording),FORMAT=raw" }

    /// - Parameter frames: the length of the gong.
    init(frames: Int = 9_600) throws {
        var template = Array("/tmp/gongbox-card-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        gong = Sample(values: (0..<2 * frames).map { Int16(truncatingIfNeeded: 2_000 + ($0 &* 7_919) % 20_011) })
        try gong.writeFLAC(to: samplePath)
    }

    deinit {
        for path in [samplePath, recording] { unlink(path) }
        rmdir(folder)
    }

    /// What the device wrote, without the silence before, between and after.
    func sounds() -> [[Int16]] {
        var sounds: [[Int16]] = []
        var silent = true
        for value in Self.read(recording) {
            if value != 0, silent { sounds.append([]) }
            silent = value == 0
            if value != 0 { sounds[sounds.count - 1].append(value) }
        }
        return sounds
    }

    private static func read(_ path: String) -> [Int16] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var values: [Int16] = []
        var chunk = [Int16](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 2, chunk.count, file), count > 0 { values += chunk[..<count] }
        return values
    }
}
