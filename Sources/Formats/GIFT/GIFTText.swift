/// Texts of a question that may begin with the name of their format.
enum GIFTText {
    /// The format and the text without its name; an unknown name in brackets is text.
    static func format(of source: ArraySlice<UInt8>, otherwise format: TextFormat) -> (TextFormat, String) {
        let words = source.trimmedSpace
        if words.first == UInt8(ascii: "["), let end = words.prefix(12).firstIndex(of: UInt8(ascii: "]")),
            let named = TextFormat(rawValue: String(decoding: words[(words.startIndex + 1)..<end], as: UTF8.self))
        {
            return (named, string(words[(end + 1)...]))
        }
        return (format, string(words))
    }

    static func string(_ source: ArraySlice<UInt8>) -> String { GIFTEscapes.text(source) }
}

extension ArraySlice<UInt8> {
    /// Where the first `::` stands.
    var doubleColon: Int? {
        indices.dropLast().first { self[$0] == UInt8(ascii: ":") && self[$0 + 1] == UInt8(ascii: ":") }
    }

    /// Where the last `####` stands.
    var lastFeedbackMark: Int? {
        let hash = UInt8(ascii: "#")
        return indices.dropLast(3).last {
            self[$0] == hash && self[$0 + 1] == hash && self[$0 + 2] == hash && self[$0 + 3] == hash
        }
    }
}
