internal import Assessment
internal import XML

/// Turns an item's texts into rich text: variables printed, hidden parts left out, files resolved, and in place of each
/// interaction what `interaction` gives.
final class QTIMarkup {
    let session: QTISession
    var prose: ProseReader
    var interaction: (XMLElement) -> String = { _ in "" }
    private let mathNames: Set<String>

    init(session: QTISession, media: MediaCase) {
        self.session = session
        prose = ProseReader(media: media)
        mathNames = Set(session.declarations.values.filter(\.isMath).map(\.identifier))
    }

    /// Nil when there is nothing to see.
    func text(_ element: XMLElement) -> RichText? { prose.optional(html(of: element.children), .html) }

    func rich(_ html: String) -> RichText? { prose.optional(html, .html) }

    /// HTML, not yet sanitised.
    func html(of children: [XMLElement.Node]) -> String {
        children.map { child in
            switch child {
            case .text(let text): MarkupText.escaped(RichText.withoutGaps(text))
            case .element(let element): html(element)
            }
        }.joined()
    }

    /// What stands in a text for more than itself, and never as HTML.
    private static let silent: Set<String> = [
        "feedbackInline", "feedbackBlock", "modalFeedback", "rubricBlock", "stylesheet", "prompt", "templateConstraint",
        "apipAccessibility", "catalogInfo", "catalog", "annotation", "annotation-xml", "companionMaterialsInfo",
    ]

    private func html(_ element: XMLElement) -> String {
        let name = element.name
        if name.hasSuffix("Interaction") || name == "gap" || name == "hottext" { return interaction(element) }
        if Self.silent.contains(name) { return "" }
        switch name {
        case "printedVariable": return MarkupText.escaped(printed(element))
        case "templateInline", "templateBlock":
            return session.shows(element) ? html(of: element.children) : ""
        case "object": return object(element)
        case "mi", "ci":
            let text = element.text.split(whereSeparator: \.isWhitespace).joined()
            guard mathNames.contains(text) else { break }
            return "<mn>\(MarkupText.escaped(session.value(text).words))</mn>"
        default: break
        }
        let attributes = element.attributes.sorted { $0.key < $1.key }.map { name, value in
            " \(name)=\"\(MarkupText.escaped(RichText.withoutGaps(value)))\""
        }.joined()
        let start = "<\(name)\(attributes)>"
        return ["br", "img", "hr", "col"].contains(name) ? start : start + html(of: element.children) + "</\(name)>"
    }

    /// A `printedVariable`, with its C format where it has one.
    func printed(_ element: XMLElement) -> String {
        let value = session.value(element["identifier"] ?? "")
        if let base = element["base"].flatMap({ Int($0) }), (2...36).contains(base), base != 10,
            let number = value.integer
        {
            return String(number, radix: base)
        }
        if let format = element["format"], let number = value.number,
            let text = QTINumber.formatted(number, format)
        {
            return text
        }
        if let place = element["index"].flatMap({ Int($0) }), value.items.indices.contains(place - 1) {
            return value.items[place - 1].words
        }
        return value.items.map(\.words).joined(separator: element["delimiter"] ?? "; ")
    }

    /// QTI embeds pictures, sounds and films as objects.
    private func object(_ element: XMLElement) -> String {
        guard let address = element["data"] else { return html(of: element.children) }
        let type = element["type"] ?? prose.media.media(for: address)?.type ?? ""
        let kind = type.hasPrefix("audio/") ? "audio" : type.hasPrefix("video/") ? "video" : "img"
        if type.hasPrefix("text/") || type.hasPrefix("application/") { return html(of: element.children) }
        let text = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "<\(kind) src=\"\(MarkupText.escaped(address))\" alt=\"\(MarkupText.escaped(text))\">"
            + (kind == "img" ? "" : "</\(kind)>")
    }
}
