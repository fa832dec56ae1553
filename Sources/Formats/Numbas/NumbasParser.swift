/// Numbas's exam syntax, old and new: JSON whose keys and words need no quotes, whose strings may have `"""` or `'` for quotes and run
/// over lines, and in which a line end does for a comma.
struct NumbasParser {
    private let bytes: [UInt8]
    private var index = 0
    /// The deepest nesting that is followed.
    private static let deepest = 64

    /// `bytes` are those of a `PlainTextFile`.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The exam; nil when there is none.
    mutating func value() -> NumbasValue? {
        skip(spaces: true)
        return value(depth: 0, end: [])
    }

    private mutating func value(depth: Int, end: [UInt8]) -> NumbasValue? {
        guard depth < Self.deepest, index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(quoted())
        default: return .text(word(end: end))
        }
    }

    private mutating func object(depth: Int) -> NumbasValue? {
        index += 1
        var members: [String: NumbasValue] = [:]
        while true {
            skip(spaces: true)
            guard index < bytes.count else { return .object(members) }
            if bytes[index] == UInt8(ascii: "}") {
                index += 1
                return .object(members)
            }
            let isQuoted = bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
            let name = isQuoted ? quoted() : word(end: [UInt8(ascii: ":"), UInt8(ascii: "}")])
            skip(spaces: false)
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
                // A word without a value means nothing; a sign that nothing can begin with is passed over.
                if name.isEmpty, index < bytes.count { index += 1 }
                continue
            }
            index += 1
            skip(spaces: true, commas: false)
            guard let value = value(depth: depth + 1, end: [UInt8(ascii: "}")]) else { return nil }
            members[name.lowercased()] = value
        }
    }

    private mutating func list(depth: Int) -> NumbasValue? {
        index += 1
        var values: [NumbasValue] = []
        while true {
            skip(spaces: true)
            guard index < bytes.count else { return .list(values) }
            if bytes[index] == UInt8(ascii: "]") {
                index += 1
                return .list(values)
            }
            let start = index
            guard let value = value(depth: depth + 1, end: [UInt8(ascii: "]")]) else { return nil }
            values.append(value)
            if index == start { index += 1 }
        }
    }

    /// An unquoted word, to the line's end, a comma, or a bracket that closes what it stands in. Its own brackets must match:
    /// `random(1..5)`.
    private mutating func word(end: [UInt8]) -> String {
        let start = index
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 10 { break }
            if depth == 0, byte == UInt8(ascii: ",") || end.contains(byte) { break }
            if "([{".utf8.contains(byte) { depth += 1 }
            if ")]}".utf8.contains(byte) { depth = max(0, depth - 1) }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self).trimmedText
    }

    private mutating func quoted() -> String {
        let quote = bytes[index]
        let triple = [quote, quote, quote]
        let isTriple = bytes[index...].starts(with: triple)
        index += isTriple ? 3 : 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            if isTriple ? bytes[index...].starts(with: triple) : byte == quote {
                index += isTriple ? 3 : 1
                break
            }
            // TeX has backslashes of its own: only what JSON must escape is an escape.
            if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, !isTriple {
                let next = bytes[index + 1]
                if next == quote || next == UInt8(ascii: "\\") || next == UInt8(ascii: "/") {
                    text.append(next)
                    index += 2
                    continue
                }
                if next == UInt8(ascii: "n"), !isLetter(at: index + 2) {
                    text.append(10)
                    index += 2
                    continue
                }
            }
            text.append(byte)
            index += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func isLetter(at index: Int) -> Bool {
        index < bytes.count && (0x61...0x7A).contains(bytes[index] | 0x20)
    }

    /// Passes over blanks, comments and, with `commas`, what parts members.
    private mutating func skip(spaces lines: Bool, commas: Bool = true) {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20 || byte == 9 || lines && byte == 10 || lines && commas && byte == UInt8(ascii: ",") {
                index += 1
            } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == byte {
                while index < bytes.count, bytes[index] != 10 { index += 1 }
            } else {
                return
            }
        }
    }
}
