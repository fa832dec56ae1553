internal import Assessment
internal import XML

/// Writes rich text in the part of XHTML that QTI 2.1 has (`imsqti_v2p1`, XHTML elements), with MathML in its own namespace.
struct QTIProseWriter {
    let files: QTIFilesOut
    /// What stands at a gap of the text.
    var gap: (Int) -> XMLElement? = { _ in nil }

    /// Text, lines and blocks as they come: what a choice, a division or a feedback may hold.
    func flow(_ rich: RichText) throws(Rejection) -> [XMLElement.Node] { try nodes(Self.tree(rich).children) }

    /// Blocks only: what the body of an item may hold.
    func blocks(_ rich: RichText) throws(Rejection) -> [XMLElement] {
        let nodes = try flow(rich)
        let blocks = nodes.compactMap { node -> XMLElement? in
            if case .element(let element) = node, Self.isBlock(element) { return element }
            return nil
        }
        let others = nodes.count { node in
            if case .text(let text) = node { return !text.allSatisfy(\.isWhitespace) }
            return true
        }
        if blocks.count == others { return blocks }
        return [.new("div", [:], nodes: nodes)]
    }

    /// One line for a menu or within a text, which can hold no markup.
    static func menu(_ rich: RichText) throws(Rejection) -> String {
        guard !["<math", "<img", "<audio", "<video"].contains(where: rich.html.contains), !rich.plain.isEmpty else {
            throw Rejection("A menu holds plain text in QTI, and one of its entries is a formula or a picture.")
        }
        return rich.plain
    }

    /// The sanitiser writes every end tag but those of empty elements.
    private static func tree(_ rich: RichText) throws(Rejection) -> XMLElement {
        var text = "<div>"
        for (place, piece) in rich.html.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
            guard place > 0 else {
                text += piece
                continue
            }
            let name = piece.prefix { $0.isLetter || $0.isNumber }
            let end = piece.firstIndex(of: ">") ?? piece.endIndex
            let tag = piece[..<end].replacing(" controls ", with: " ")
            let isEmpty = ["br", "hr", "img", "col"].contains(name) && !tag.hasSuffix("/")
            text += "<" + tag + (isEmpty ? "/" : "") + piece[end...]
        }
        text = text.replacing("&nbsp;", with: "\u{A0}") + "</div>"
        let bytes = text.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\n" || $0 == "\t"
        }
        guard let reading = try? XMLReading(Array(String(String.UnicodeScalarView(bytes)).utf8)), reading.problem == nil
        else { throw Rejection("One of its texts is no well-formed HTML.") }
        return reading.root
    }

    private func nodes(_ children: [XMLElement.Node]) throws(Rejection) -> [XMLElement.Node] {
        var all: [XMLElement.Node] = []
        for child in children {
            switch child {
            case .text(let text): all += cut(text)
            case .element(let element): all += try node(element)
            }
        }
        return all
    }

    private func cut(_ text: String) -> [XMLElement.Node] {
        RichText(sanitised: text).pieces.compactMap { piece in
            switch piece {
            case .html(let text): .text(text)
            case .gap(let number): gap(number).map { .element($0) }
            }
        }
    }

    private func node(_ element: XMLElement) throws(Rejection) -> [XMLElement.Node] {
        switch element.name {
        case "math": return [.element(Self.math(element, isRoot: true))]
        case "img":
            let (address, _) = try files.file(element["src"] ?? "")
            let attributes = [
                "src": address, "alt": element["alt"] ?? "", "width": element["width"], "height": element["height"],
            ]
            return [.element(.new("img", attributes))]
        case "audio", "video":
            let (address, type) = try files.file(element["src"] ?? "")
            return [.element(.new("object", ["data": address, "type": type]))]
        case "s", "del": throw Rejection("One of its texts is struck out, which QTI 2.1 has no way to say.")
        case "rp": return []
        case "rt": return [.text("(")] + (try nodes(element.children)) + [.text(")")]
        default: break
        }
        let children = try nodes(element.children)
        let name = Self.names[element.name] ?? element.name
        guard Self.inline.contains(name) || Self.block.contains(name) || Self.inner.contains(name) else {
            return children
        }
        let kept = Self.attributes[name] ?? []
        var attributes = element.attributes.filter { kept.contains($0.key) }
        attributes["xml:lang"] = element["lang"]
        let isLine = Self.inline.contains(name) || Self.lines.contains(name)
        let holdsBlock = children.contains { if case .element(let child) = $0 { Self.isBlock(child) } else { false } }
        // An interaction stands by itself: the reader puts it in a division of its own.
        if name == "div", children.count == 1, case .element(let only) = children[0],
            only.name.hasSuffix("Interaction"),
            Self.isBlock(only)
        {
            return children
        }
        return [.element(.new(isLine && holdsBlock ? "div" : name, attributes, nodes: children))]
    }

    private static func math(_ element: XMLElement, isRoot: Bool) -> XMLElement {
        var attributes = element.attributes.filter { !["lang", "dir", "title"].contains($0.key) }
        if isRoot { attributes["xmlns"] = "http://www.w3.org/1998/Math/MathML" }
        let children = element.children.map { child -> XMLElement.Node in
            if case .element(let part) = child { return .element(math(part, isRoot: false)) }
            return child
        }
        return XMLElement(name: element.name, attributes: attributes, children: children)
    }

    private static func isBlock(_ element: XMLElement) -> Bool {
        block.contains(element.name)
            || element.name.hasSuffix("Interaction")
                && !["textEntryInteraction", "inlineChoiceInteraction"].contains(element.name)
    }

    /// What QTI 2.1 calls otherwise, or knows nothing nearer to.
    private static let names = [
        "u": "em", "ins": "em", "figure": "div", "figcaption": "div", "ruby": "span",
    ]

    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "cite", "code", "em", "i", "kbd", "q", "samp", "small", "span", "strong", "sub", "sup",
        "tt", "var", "br",
    ]
    private static let block: Set<String> = [
        "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "hr", "ol", "ul", "pre", "blockquote", "table",
    ]
    /// Blocks that hold one line of text.
    private static let lines: Set<String> = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"]
    private static let inner: Set<String> = [
        "li", "dt", "dd", "caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
    ]
    private static let attributes: [String: Set<String>] = [
        "a": ["href"], "td": ["colspan", "rowspan"], "th": ["colspan", "rowspan"], "col": ["span"],
        "colgroup": ["span"],
    ]
}
