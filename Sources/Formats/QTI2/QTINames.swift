internal import XML

/// QTI 3.0 is QTI 2.2 in other letters: `qti-choice-interaction` with `response-identifier` is `choiceInteraction` with
/// `responseIdentifier`. Names are made alike once, so that one reader serves both.
enum QTINames {
    /// The tree with every name as QTI 2 has it. `include` gives the root of a file that an XInclude names.
    static func normalised(_ element: XMLElement, include: (String) -> XMLElement?) -> XMLElement {
        normalised(element, depth: 0, include: include)
    }

    /// Files that include each other end here.
    private static let deepestInclude = 4

    private static func normalised(_ element: XMLElement, depth: Int, include: (String) -> XMLElement?) -> XMLElement {
        let isQTI3 = element.name.hasPrefix("qti-")
        var attributes = element.attributes
        if isQTI3 {
            attributes = [:]
            for (name, value) in element.attributes { attributes[camel(name)] = value }
        }
        let children = element.children.map { child -> XMLElement.Node in
            guard case .element(let part) = child else { return child }
            if part.name == "include", let address = part["href"], depth < deepestInclude, let root = include(address) {
                return .element(normalised(root, depth: depth + 1, include: include))
            }
            return .element(normalised(part, depth: depth, include: include))
        }
        return XMLElement(
            name: isQTI3 ? camel(element.name.dropFirst(4)) : element.name, namespace: element.namespace,
            attributes: attributes, children: children, line: element.line)
    }

    /// `response-else-if` → `responseElseIf`.
    private static func camel(_ name: some StringProtocol) -> String {
        guard name.contains("-") else { return String(name) }
        let parts = name.split(separator: "-")
        return parts.dropFirst().reduce(String(parts.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}
