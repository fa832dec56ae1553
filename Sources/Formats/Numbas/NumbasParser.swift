/// Numbas's exam syntax, old and new: JSON whose keys and words need no quotes, whose strings may have `"""` or `'` for quotes and run
/// over lines, and in which a line end does for a comma.
struct NumbasParser {
    private let bytes: [UInt8]
    private var index = 0
    /// How far lines were counted, and to which.
    private var counted = (index: 0, line: 1)
    /// Since its second version Numbas writes JSON, after a first line that says so; its escapes are then JSON's.
    private let isJSON: Bool
    /// The deepest nesting that is followed.
    private static let deepest = 64

    /// `bytes` are those of a `PlainTextFile`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isJSON = bytes.starts(with: "// Numbas".utf8)
    }

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
        while counted.index < index {
            if bytes[counted.index] == 10 { counted.line += 1 }
            counted.index += 1
        }
        let line = counted.line
        index += 1
        var members: [String: NumbasValue] = [:]
        while true {
            skip(spaces: true)
            guard index < bytes.count else { return .object(members, line: line) }
            if bytes[index] == UInt8(ascii: "}") {
                index += 1
                return .object(members, line: line)
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
            if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, !isTriple, let escaped = escape(quote) {
                text += escaped.utf8
                continue
            }
            text.append(byte)
            index += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What a backslash and what follows it stand for; nil where it is one of TeX's, which the old syntax does not double: there two are
    /// TeX's line end.
    private mutating func escape(_ quote: UInt8) -> String? {
        let next = bytes[index + 1]
        let isKnown = next == quote || isJSON && next == UInt8(ascii: "\\")
        guard isJSON || isKnown else { return nil }
        index += 2
        switch next {
        case _ where isKnown: return String(UnicodeScalar(next))
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): return ""
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self)
            index += digits.utf8.count
            return UInt32(digits, radix: 16).flatMap(UnicodeScalar.init).map { String($0) } ?? "\u{FFFD}"
        default: return String(UnicodeScalar(next))
        }
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
