import Glibc
import Testing

/// A file that goes away with the test.
final class TemporaryFile {
    let path: String

    init(_ suffix: String) {
        path = "/tmp/gongbox-sound-\(UInt64.random(in: 0 ... .max))\(suffix)"
    }

    deinit {
        unlink(path)
    }

    func write(_ bytes: [UInt8]) throws {
        let file = try #require(fopen(path, "wb"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    func read() throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
        return bytes
    }

    func writeWAV(_ values: [Int16], channels: Int, rate: Int) throws {
        var bytes: [UInt8] = []
        func add(_ text: String) { bytes += Array(text.utf8) }
        func add<Number: FixedWidthInteger>(_ number: Number) {
            withUnsafeBytes(of: number.littleEndian) { bytes += Array($0) }
        }
        add("RIFF")
        add(UInt32(36 + values.count * 2))
        add("WAVEfmt ")
        add(UInt32(16))
        add(UInt16(1))
        add(UInt16(channels))
        add(UInt32(rate))
        add(UInt32(rate * channels * 2))
        add(UInt16(channels * 2))
        add(UInt16(16))
        add("data")
        add(UInt32(values.count * 2))
        for value in values { add(value) }
        try write(bytes)
    }
}
