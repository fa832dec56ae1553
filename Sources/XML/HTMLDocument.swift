internal import CXML2

/// A piece of HTML as libxml2 understood it, freed with the value.
struct HTMLDocument: ~Copyable {
    /// Whether the end of the text is missing: it was cut at the limit, or the parser stopped at its own depth limit.
    let isTruncated: Bool
    private let document: xmlDocPtr

    /// `nil` when memory is short or there is nothing to read.
    init?(_ html: String, limit: Int) {
        _ = Self.library
        var text = Self.prepared(html, limit: limit)
        let isCut = html.utf8.count > limit
        var halted: Int32 = 0
        let document = text.withUnsafeMutableBytes { buffer -> xmlDocPtr? in
            guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return nil }
            return gb_html_read(base, Int32(buffer.count), &halted)
        }
        guard let document else { return nil }
        self.document = document
        isTruncated = isCut || halted != 0
    }

    deinit { xmlFreeDoc(document) }

    /// Hands over the root, `html`; the text is in its `body`.
    func withRoot(_ body: (xmlNodePtr) -> Void) {
        guard let root = xmlDocGetRootElement(document) else { return }
        body(root)
    }

    private static let library: Void = xmlInitParser()

    /// Opens the body, so that bare text gets no paragraph of its own, drops what no HTML may hold, and escapes each `<`
    /// that opens nothing: `if a < b` means what it says.
    private static func prepared(_ html: String, limit: Int) -> [UInt8] {
        let source = html.utf8.prefix(limit)
        var text: [UInt8] = Array("<html><body>".utf8)
        text.reserveCapacity(source.count + 32)
        var index = source.startIndex
        while index != source.endIndex {
            let byte = source[index]
            index = source.index(after: index)
            if byte == UInt8(ascii: "<"), !(index != source.endIndex && opensMarkup(source[index])) {
                text += "&lt;".utf8
            } else if byte >= 0x20 || byte == 9 || byte == 10 || byte == 13 {
                text.append(byte)
            }
        }
        return text
    }

    private static func opensMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
        }
    }
}
