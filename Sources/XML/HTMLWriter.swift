internal import CXML2

/// Writes the allowed part of a tree as HTML5.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []
    private(set) var omittedMedia = 0
    private(set) var isTruncated = false
    private let media: (String) -> String?

    /// Deeper elements lose their tags and what is in them: no honest text nests like this, and a browser's stack is finite.
    private static let maximumDepth = 100

    init(media: @escaping (String) -> String?) { self.media = media }

    mutating func write(childrenOf parent: xmlNodePtr, depth: Int, inMath: Bool) {
        var child = parent.pointee.children
        while let node = child {
            switch node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(escaping: node.content)
            case XML_ELEMENT_NODE: write(element: node, depth: depth, inMath: inMath)
            default: break
            }
            child = node.pointee.next
        }
    }

    private mutating func write(element node: xmlNodePtr, depth: Int, inMath: Bool) {
        let name = node.name
        if HTMLVocabulary.dropped.contains(name) { return }
        guard depth < Self.maximumDepth else {
            isTruncated = true
            return
        }
        let isMath = inMath || name == "math"
        let isAllowed = inMath ? HTMLVocabulary.math.contains(name) : HTMLVocabulary.html.contains(name)
        guard isAllowed else {
            write(childrenOf: node, depth: depth + 1, inMath: inMath)
            return
        }
        let isMedia = HTMLVocabulary.media.contains(name)
        let address =
            isMedia ? node.mediaSource.flatMap { media($0) ?? (name == "img" ? HTMLAddress.image($0) : nil) } : nil
        if isMedia, address == nil {
            omittedMedia += 1
            append(escaping: (node.value(of: "alt") ?? "").utf8)
            return
        }
        bytes += "<\(name)".utf8
        if let address {
            bytes += name == "img" ? " src=\"".utf8 : " controls preload=\"none\" src=\"".utf8
            append(escaping: address.utf8)
            bytes.append(UInt8(ascii: "\""))
        }
        writeAttributes(of: node, element: name)
        bytes.append(UInt8(ascii: ">"))
        if HTMLVocabulary.void.contains(name) { return }
        if isMedia {
            bytes += "</\(name)>".utf8
            return
        }
        write(childrenOf: node, depth: depth + 1, inMath: isMath)
        bytes += "</\(name)>".utf8
    }

    private mutating func writeAttributes(of node: xmlNodePtr, element: String) {
        var attribute = node.pointee.properties
        while let current = attribute {
            let name = current.name
            if let value = HTMLVocabulary.attribute(name, of: element, value: current.value) {
                bytes += " \(name)=\"".utf8
                append(escaping: value.utf8)
                bytes.append(UInt8(ascii: "\""))
                if name == "href" { bytes += " rel=\"noopener\"".utf8 }
            }
            attribute = current.pointee.next
        }
    }

    private mutating func append(escaping text: some Sequence<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case 9, 10, 0x20...: bytes.append(byte)
            default: break
            }
        }
    }
}
