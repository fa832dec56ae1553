internal import Assessment
internal import XML

/// QTI 1.2's `material`, in all its clothes, as HTML.
enum QTI12Material {
    /// All material in an element, in its order. `gap` says what stands in place of a response.
    static func html(_ element: XMLElement, gap: (XMLElement) -> String = { _ in "" }) -> String {
        var pieces: [String] = []
        for child in element.elements { collect(child, gap: gap, into: &pieces) }
        return pieces.filter { !$0.isEmpty }.joined(separator: " ").trimmedText
    }

    private static func collect(_ element: XMLElement, gap: (XMLElement) -> String, into pieces: inout [String]) {
        switch element.name {
        case "mattext", "matemtext", "mat_formattedtext": pieces.append(RichText.withoutGaps(text(element)))
        case "matimage": pieces.append(image(element))
        case "mataudio": pieces.append(tag("audio", element))
        case "matvideo": pieces.append(tag("video", element))
        case "matbreak": pieces.append("<br>")
        case "response_lid", "response_str", "response_num", "response_grp", "response_xy": pieces.append(gap(element))
        case "varequal", "resprocessing", "itemfeedback", "qticomment", "hint": break
        default: for child in element.elements { collect(child, gap: gap, into: &pieces) }
        }
    }

    private static func text(_ element: XMLElement) -> String {
        // Some write markup as elements of the file itself.
        let hasMarkup = element.children.contains { if case .element = $0 { true } else { false } }
        let text = hasMarkup ? markup(element) : element.text
        let type = (element["texttype"] ?? element["type"] ?? "").lowercased()
        if hasMarkup || type.contains("html") { return text }
        if type.contains("plain") || type.contains("rtf") { return MarkupText.escaped(text) }
        return LooseMarkup.settle(text, breakingLines: true)
    }

    private static func markup(_ element: XMLElement) -> String {
        element.children.reduce(into: "") { html, child in
            switch child {
            case .text(let text): html += MarkupText.escaped(text)
            case .element(let inner):
                let attributes = inner.attributes.sorted { $0.key < $1.key }.map {
                    " \($0)=\"\(MarkupText.escaped($1))\""
                }
                .joined()
                html += "<\(inner.name)\(attributes)>"
                if !["br", "img", "hr"].contains(inner.name) { html += markup(inner) + "</\(inner.name)>" }
            }
        }
    }

    private static func image(_ element: XMLElement) -> String {
        let label = element["label"].map { " alt=\"\(MarkupText.escaped($0))\"" } ?? ""
        if element["embedded"]?.lowercased() == "base64" {
            let digits = element.text.filter { !$0.isWhitespace }
            return
                "<img src=\"data:\(MarkupText.escaped(element["imagtype"] ?? "image/png"));base64,\(digits)\"\(label)>"
        }
        return element["uri"].map { "<img src=\"\(MarkupText.escaped($0))\"\(label)>" } ?? ""
    }

    private static func tag(_ name: String, _ element: XMLElement) -> String {
        element["uri"].map { "<\(name) src=\"\(MarkupText.escaped($0))\"></\(name)>" } ?? ""
    }
}
