internal import XML

extension XMLElement {
    /// For writing: an element with elements in it. An attribute that is nil is left away.
    static func new(_ name: String, _ attributes: [String: String?] = [:], _ elements: [XMLElement] = []) -> XMLElement
    {
        XMLElement(name: name, attributes: attributes.compactMapValues { $0 }, children: elements.map { .element($0) })
    }

    /// For writing: an element with a text in it.
    static func new(_ name: String, _ attributes: [String: String?] = [:], text: String) -> XMLElement {
        XMLElement(name: name, attributes: attributes.compactMapValues { $0 }, children: [.text(text)])
    }

    /// For writing: an element with text and elements in it.
    static func new(_ name: String, _ attributes: [String: String?] = [:], nodes: [Node]) -> XMLElement {
        XMLElement(name: name, attributes: attributes.compactMapValues { $0 }, children: nodes)
    }

    /// The element as a file of its own, UTF-8. Attributes are in alphabetical order, so that the same element makes the same
    /// bytes.
    var file: [UInt8] { Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(written(breaking: 1))\n".utf8) }

    /// As XML; in so many levels each element has a line of its own. Deeper white space may be text.
    private func written(breaking levels: Int) -> String {
        let start = attributes.sorted { $0.key < $1.key }.reduce("<\(name)") { text, attribute in
            "\(text) \(attribute.key)=\"\(Self.escaped(attribute.value, isAttribute: true))\""
        }
        if children.isEmpty { return start + "/>" }
        let breaks = levels > 0 && children.allSatisfy { if case .element = $0 { true } else { false } }
        let inside = children.map { child in
            switch child {
            case .text(let text): Self.escaped(text)
            case .element(let element): element.written(breaking: breaks ? levels - 1 : 0)
            }
        }
        let separator = breaks ? "\n" : ""
        return "\(start)>\(separator)\(inside.joined(separator: separator))\(separator)</\(name)>"
    }

    /// Without the characters that XML 1.0 cannot hold.
    private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": kept.append(isAttribute ? " " : scalar)
            case "\u{20}"..."\u{FFFD}", "\u{10000}"...: kept.append(scalar)
            default: break
            }
        }
        return MarkupText.escaped(String(kept))
    }
}
