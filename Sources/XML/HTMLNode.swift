internal import CXML2

/// Readings of libxml2's nodes; each holds for as long as its document.
extension UnsafeMutablePointer<xmlNode> {
    var name: String { pointee.name.map { String(cString: $0) } ?? "" }

    /// The bytes of a text node, UTF-8.
    var content: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: pointee.content, count: pointee.content == nil ? 0 : Int(xmlStrlen(pointee.content)))
    }

    func value(of attribute: String) -> String? {
        guard let found = xmlHasProp(self, attribute) else { return nil }
        return found.value
    }

    /// The file that a picture, sound or film shows: its own, or that of its first `source`.
    var mediaSource: String? {
        if let own = value(of: "src") { return own }
        var child = pointee.children
        while let node = child {
            if node.pointee.type == XML_ELEMENT_NODE, node.name == "source" { return node.value(of: "src") }
            child = node.pointee.next
        }
        return nil
    }

    /// Adds the text that a reader would see. The parser's own depth limit bounds the recursion.
    func appendText(to text: inout [UInt8]) {
        var child = pointee.children
        while let node = child {
            switch node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                text += node.content
            case XML_ELEMENT_NODE where !HTMLVocabulary.dropped.contains(node.name):
                let isBlock = HTMLVocabulary.blocks.contains(node.name)
                if isBlock { text.append(UInt8(ascii: " ")) }
                if node.name == "img" { text += (node.value(of: "alt") ?? "").utf8 }
                node.appendText(to: &text)
                if isBlock { text.append(UInt8(ascii: " ")) }
            default: break
            }
            child = node.pointee.next
        }
    }
}

extension UnsafeMutablePointer<xmlAttr> {
    var name: String { pointee.name.map { String(cString: $0) } ?? "" }

    /// The attribute's text with its entities resolved; empty when it has none.
    var value: String {
        guard let text = xmlNodeListGetString(pointee.doc, pointee.children, 1) else { return "" }
        defer { gb_xml_free(text) }
        return String(cString: text)
    }
}
