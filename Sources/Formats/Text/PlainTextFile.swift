/// A text file brought to one shape: UTF-8, lines that end in LF, and no control characters but tab and LF.
///
/// The controls that are missing are free for the readers to use as marks of their own.
struct PlainTextFile {
    private(set) var bytes: [UInt8]
    private(set) var notices: [Omission] = []

    /// Whether so much of it is control characters that nobody can have typed it.
    private(set) var isBinary = false

    init(_ source: [UInt8]) {
        if let isBigEndian = Self.utf16Order(source) {
            let hasMark = source.starts(with: isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
            bytes = Self.utf16(source.dropFirst(hasMark ? 2 : 0), isBigEndian: isBigEndian)
        } else {
            let body = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...]
            if String(validating: body, as: UTF8.self) != nil {
                bytes = Array(body)
            } else {
                bytes = Self.windows1252(body)
                notice("The file is not UTF-8. It was read as Windows-1252: check accented letters, or save as UTF-8.")
            }
        }
        let controls = bytes.prefix(4096).count { $0 < 0x20 && !(9...13).contains($0) }
        isBinary = controls * 20 > min(bytes.count, 4096)
        if bytes.contains(0) { notice("The file held NUL characters, which were dropped. Check its text.") }
        normaliseLines()
    }

    private mutating func notice(_ reason: String) {
        notices.append(Omission(line: 1, reason: reason))
    }

    /// Whether the text is UTF-16 and big-endian, by its mark or by the zeros that Latin letters leave; `nil` when it is not.
    private static func utf16Order(_ source: [UInt8]) -> Bool? {
        if source.starts(with: [0xFF, 0xFE]) { return false }
        if source.starts(with: [0xFE, 0xFF]) { return true }
        let head = source.prefix(1024)
        let zeros = head.indices.filter { head[$0] == 0 }
        guard zeros.count * 3 > head.count else { return nil }
        let even = zeros.count { $0.isMultiple(of: 2) }
        if even * 20 < zeros.count { return false }
        return even * 20 > zeros.count * 19 ? true : nil
    }

    /// CR, LF, CRLF and CRCRLF, mixed as they may be, become LF; controls and byte order marks inside the text go.
    private mutating func normaliseLines() {
        var length = 0
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            if byte == 0xEF, bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
                index += 3
                continue
            }
            if byte == 13 {
                byte = 10
                let ends: [[UInt8]] = [[13, 13, 10], [13, 10]]
                index += ends.first { bytes[index...].starts(with: $0) }?.count ?? 1
            } else {
                index += 1
            }
            guard byte >= 0x20 ? byte != 0x7F : byte == 9 || byte == 10 else { continue }
            bytes[length] = byte
            length += 1
        }
        bytes.removeSubrange(length...)
    }

    private static func utf16(_ source: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(source.count / 2)
        var index = source.startIndex
        while index + 1 < source.endIndex {
            let first = UInt16(source[index])
            let second = UInt16(source[index + 1])
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func windows1252(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        for byte in source {
            let value = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
            scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return Array(String(scalars).utf8)
    }

    /// 0x80 to 0x9F, as the Encoding Standard has them.
    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]
}
