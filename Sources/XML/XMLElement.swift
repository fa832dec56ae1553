/// One element of an XML document, with all that is in it. A value: the library's own tree is gone by the time one is seen.
public struct XMLElement: Sendable {
    public enum Node: Sendable {
        case element(XMLElement)
        /// Text, with entities and CDATA resolved.
        case text(String)
    }

    /// The local name, as it is written.
    public let name: String
    /// The namespace's URI, or nil.
    public let namespace: String?
    /// By local name.
    public let attributes: [String: String]
    public let children: [Node]
    /// Where it begins, from 1.
    public let line: Int

    public init(
        name: String, namespace: String? = nil, attributes: [String: String] = [:], children: [Node] = [], line: Int = 1
    ) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.children = children
        self.line = line
    }

    public subscript(attribute: String) -> String? { attributes[attribute] }

    /// The child elements, in order.
    public var elements: [XMLElement] {
        children.compactMap { node in
            if case .element(let element) = node { return element }
            return nil
        }
    }

    /// The first child of that name.
    public func first(_ name: String) -> XMLElement? {
        for case .element(let element) in children where element.name == name { return element }
        return nil
    }

    /// All children of that name.
    public func all(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

    /// Every element below this one, in the document's order, that `isWanted` says yes to.
    public func descendants(where isWanted: (XMLElement) -> Bool) -> [XMLElement] {
        var found: [XMLElement] = []
        collect(isWanted, into: &found)
        return found
    }

    private func collect(_ isWanted: (XMLElement) -> Bool, into found: inout [XMLElement]) {
        for case .element(let element) in children {
            if isWanted(element) { found.append(element) }
            element.collect(isWanted, into: &found)
        }
    }

    /// All text in it, whatever elements it stands in.
    public var text: String {
        var text = ""
        appendText(to: &text)
        return text
    }

    private func appendText(to text: inout String) {
        for child in children {
            switch child {
            case .text(let part): text += part
            case .element(let element): element.appendText(to: &text)
            }
        }
    }
}
