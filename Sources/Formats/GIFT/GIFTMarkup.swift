/// Control characters of GIFT that belong to HTML: `=` and `#` in `<span style="color: #f00">`, `#` in `&#39;`.
///
/// Moodle takes them for answers and feedback, which nobody means. They count as HTML only in a whole tag whose attributes are
/// quoted, and in a whole reference.
enum GIFTMarkup {
    static func shield(_ text: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case UInt8(ascii: "<"):
                guard let end = tagEnd(in: text, from: index) else { break }
                for place in index..<end { text[place] = GIFTEscapes.mark(for: text[place]) }
                index = end
                continue
            case UInt8(ascii: "&") where isReference(text, at: index):
                text[index + 1] = GIFTEscapes.mark(for: UInt8(ascii: "#"))
            default: break
            }
            index += 1
        }
    }

    /// Where `<name attribute="value" …>` ends, or `nil` when the text at `start` is not that.
    private static func tagEnd(in text: [UInt8], from start: Int) -> Int? {
        var index = start + 1
        func skip(while matches: (UInt8) -> Bool) -> Int {
            let first = index
            while index < text.count, matches(text[index]) { index += 1 }
            return index - first
        }
        guard skip(while: isLetter) > 0 else { return nil }
        _ = skip { isLetter($0) || isDigit($0) }
        while true {
            let spaces = skip { $0 == 0x20 || $0 == 9 || $0 == 10 }
            if index < text.count, text[index] == UInt8(ascii: "/") { index += 1 }
            guard index < text.count else { return nil }
            if text[index] == UInt8(ascii: ">") { return index + 1 }
            guard spaces > 0, skip(while: { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == 1 }) > 0
            else { return nil }
            guard index + 1 < text.count, isEquals(text[index]) else { continue }
            let quote = text[index + 1]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            index += 2
            _ = skip { $0 != quote }
            guard index < text.count else { return nil }
            index += 1
        }
    }

    /// `&#39;` or `&#x27;`.
    private static func isReference(_ text: [UInt8], at start: Int) -> Bool {
        var index = start + 1
        guard index < text.count, text[index] == UInt8(ascii: "#") else { return false }
        index += 1
        let isHexadecimal = index < text.count && text[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let first = index
        while index < text.count, index - first < 8, isDigit(text[index]) || isHexadecimal && isLetter(text[index]) {
            index += 1
        }
        return index > first && index < text.count && text[index] == UInt8(ascii: ";")
    }

    private static func isEquals(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "=") || byte == GIFTEscapes.mark(for: UInt8(ascii: "="))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
