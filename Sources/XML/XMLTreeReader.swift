internal import CXML2

/// Copies libxml2's tree into values. The parser's own depth limit (256) bounds the recursion.
struct XMLTreeReader {
    /// How many bytes entities of the file's own may still add.
    private var allowance = 1 << 20

    mutating func element(_ node: xmlNodePtr) -> XMLElement {
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            attributes[current.name] = current.value
            attribute = current.pointee.next
        }
        return XMLElement(
            name: node.name,
            namespace: node.pointee.ns.flatMap { $0.pointee.href }.map { String(cString: $0) },
            attributes: attributes, children: children(of: node), line: max(1, Int(xmlGetLineNo(node))))
    }

    private mutating func children(of parent: xmlNodePtr) -> [XMLElement.Node] {
        var children: [XMLElement.Node] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { children.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
        }
        var child = parent.pointee.children
        while let node = child {
            switch node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                text += node.content
            case XML_ENTITY_REF_NODE:
                text += replacement(for: node)
            case XML_ELEMENT_NODE:
                flush()
                children.append(.element(element(node)))
            default: break
            }
            child = node.pointee.next
        }
        flush()
        return children
    }

    /// The text of an entity that the file itself declares; one that holds markup or other entities is left out.
    private mutating func replacement(for node: xmlNodePtr) -> [UInt8] {
        guard let entity = xmlGetDocEntity(node.pointee.doc, node.pointee.name), let content = entity.pointee.content,
            entity.pointee.ExternalID == nil, entity.pointee.SystemID == nil
        else { return [] }
        let bytes = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
        guard bytes.count <= allowance, !bytes.contains(UInt8(ascii: "&")), !bytes.contains(UInt8(ascii: "<")) else {
            return []
        }
        allowance -= bytes.count
        return Array(bytes)
    }
}
