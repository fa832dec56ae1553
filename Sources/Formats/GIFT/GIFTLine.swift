/// What the division into blocks needs to know of a line.
struct GIFTLine {
    var range: Range<Int>
    var kind: Kind
    /// The first character after white space.
    var first: UInt8 = 0
    /// The first and the last brace that is not escaped, 0 when there is none.
    var firstBrace: UInt8 = 0
    var lastBrace: UInt8 = 0
    /// Braces opened less braces closed.
    var balance = 0

    enum Kind {
        case blank
        case comment
        case category
        /// Begins with `::name::`.
        case named
        case text
    }

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.range = range
        let words = bytes[range].trimmedSpace
        guard let first = words.first else {
            kind = .blank
            return
        }
        self.first = first
        kind = .text
        if words.starts(with: "//".utf8) {
            kind = .comment
        } else if first == UInt8(ascii: "$"), Self.categoryPath(words) != nil {
            kind = .category
        } else {
            if words.starts(with: "::".utf8), Self.hasNameEnd(words.dropFirst(2)) { kind = .named }
            countBraces(words)
        }
    }

    /// What follows `$CATEGORY:`.
    static func categoryPath(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let keyword = "$category:".utf8
        guard words.count >= keyword.count, zip(words, keyword).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) else {
            return nil
        }
        return words.dropFirst(keyword.count)
    }

    private static func hasNameEnd(_ words: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for byte in words {
            if byte == UInt8(ascii: ":"), previous == byte, beforePrevious != UInt8(ascii: "\\") { return true }
            beforePrevious = previous
            previous = byte
        }
        return false
    }

    private mutating func countBraces(_ words: ArraySlice<UInt8>) {
        var isEscaped = false
        for byte in words {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
                if firstBrace == 0 { firstBrace = byte }
                lastBrace = byte
                balance += byte == UInt8(ascii: "{") ? 1 : -1
            }
        }
    }
}
