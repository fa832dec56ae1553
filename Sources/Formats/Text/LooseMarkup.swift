/// Text in which some `<` are markup and some mean themselves, as teachers type it.
///
/// A tag is markup when its elements come closed (`<b>bold</b>`) or need no end (`<br>`, `<p>`, `<li>`). Everything else,
/// such as `the <head> of a page`, `<stdio.h>` and `a <b and c> d`, is a literal and is escaped.
enum LooseMarkup {
    /// HTML for the sanitiser. With `breakingLines`, a line end between words becomes `<br>`, but not one beside a tag.
    static func settle(_ text: String, breakingLines: Bool) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "<")) else {
            return breakingLines && bytes.contains(10)
                ? text.split(separator: "\n", omittingEmptySubsequences: false)
                    .joined(separator: "<br>") : text
        }
        let tags = tags(in: bytes)
        var html: [UInt8] = []
        html.reserveCapacity(bytes.count + 64)
        var index = 0
        var preformatted = 0
        for tag in tags + [Tag(range: bytes.count..<bytes.count, name: "", isClosing: false)] {
            let words = bytes[index..<tag.range.lowerBound]
            append(
                words, to: &html, breakingLines: breakingLines && preformatted == 0, isFirst: index == 0,
                isLast: tag.range.isEmpty)
            html += bytes[tag.range]
            if tag.name == "pre" { preformatted = max(0, preformatted + (tag.isClosing ? -1 : 1)) }
            index = tag.range.upperBound
        }
        return String(decoding: html, as: UTF8.self)
    }

    private struct Tag {
        var range: Range<Int>
        /// Lower case; empty for a comment.
        var name: String
        var isClosing: Bool
    }

    private static let endless: Set<String> = [
        "br", "hr", "img", "col", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt",
        "rp",
    ]

    private static func tags(in bytes: [UInt8]) -> [Tag] {
        var found: [Tag] = []
        var open: [String: Int] = [:]
        var index = 0
        // Once no comment ends any more, none is looked for again: the time stays linear.
        var commentsEnd = true
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            if commentsEnd, bytes[start...].starts(with: "<!--".utf8) {
                if let end = commentEnd(in: bytes[(start + 4)...]) {
                    found.append(Tag(range: start..<end, name: "", isClosing: false))
                    index = end
                    continue
                }
                commentsEnd = false
            }
            guard let tag = tag(at: start, in: bytes) else {
                index = start + 1
                continue
            }
            found.append(tag)
            open[tag.name, default: 0] += tag.isClosing ? -1 : 1
            index = tag.range.upperBound
        }
        return found.filter { $0.name.isEmpty || endless.contains($0.name) || open[$0.name] == 0 }
    }

    private static func commentEnd(in bytes: ArraySlice<UInt8>) -> Int? {
        var dashes = 0
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: ">"), dashes >= 2 { return index + 1 }
            dashes = bytes[index] == UInt8(ascii: "-") ? dashes + 1 : 0
        }
        return nil
    }

    private static func tag(at start: Int, in bytes: [UInt8]) -> Tag? {
        var index = start + 1
        let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        while index < bytes.count, isNameByte(bytes[index], isFirst: index == nameStart) { index += 1 }
        guard index > nameStart, index < bytes.count else { return nil }
        let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        guard [0x20, 9, 10, UInt8(ascii: "/"), UInt8(ascii: ">")].contains(bytes[index]) else { return nil }
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let current = quote {
                if byte == current { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return Tag(range: start..<index, name: name, isClosing: isClosing)
            } else if byte == UInt8(ascii: "<") {
                return nil
            }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: !isFirst && ((0x30...0x39).contains(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-"))
        }
    }

    /// Words between two tags: their `<` are literals.
    private static func append(
        _ words: ArraySlice<UInt8>, to html: inout [UInt8], breakingLines: Bool, isFirst: Bool, isLast: Bool
    ) {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 9 || byte == 10 }
        let first = isFirst ? words.startIndex : words.firstIndex { !isSpace($0) } ?? words.endIndex
        let last = isLast ? words.endIndex : (words.lastIndex { !isSpace($0) } ?? words.startIndex - 1) + 1
        for index in words.indices {
            switch words[index] {
            case UInt8(ascii: "<"): html += "&lt;".utf8
            case 10 where breakingLines && index >= first && index < last: html += "<br>".utf8
            default: html.append(words[index])
            }
        }
    }
}
