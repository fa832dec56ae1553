internal import Assessment
internal import XML

/// What a choice, a row or a region is called.
struct QTILabel {
    private let element: XMLElement
    private let place: Int
    private let markup: QTIMarkup

    init(_ element: XMLElement, place: Int, markup: QTIMarkup) {
        self.element = element
        self.place = place
        self.markup = markup
    }

    func rich() throws(QTIRejection) -> RichText {
        if let label = element["hotspotLabel"] ?? element["objectLabel"], !label.isEmpty {
            return RichText(plain: label)
        }
        switch element.name {
        case "hotspotChoice", "associableHotspot", "gap": return RichText(plain: letter)
        case "gapImg":
            if let text = markup.text(element) { return text }
            let words = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return RichText(plain: words.isEmpty ? letter : words)
        default:
            guard let text = markup.text(element) else {
                throw QTIRejection(
                    "An option has no text, or its picture is not here. Write its text.", line: element.line)
            }
            return text
        }
    }

    /// Plain, for a menu.
    func plain() throws(QTIRejection) -> String {
        let words = try rich().plain
        if !words.isEmpty { return words }
        let text = element.descendants { $0.name == "img" || $0.name == "object" }.compactMap { $0["alt"] ?? $0.text }
            .first { !$0.allSatisfy(\.isWhitespace) }
        return text?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? letter
    }

    /// A, B … Z, AA, AB …
    var letter: String {
        var (text, rest) = ("", place)
        repeat {
            text = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }
}
