/// Makes HTML from strangers fit to be shown as it stands.
///
/// libxml2 reads it, as broken as it may be; only what `HTMLVocabulary` allows is written again, by `HTMLWriter`, with every
/// text and attribute escaped. What a browser then reads is what was written: no element that it treats as raw text is allowed.
public enum HTMLSanitiser {
    /// The longest piece that is read, in UTF-8 bytes. A picture of a few hundred kilobytes inside the text fits.
    public static let limit = 1 << 20

    /// `media` gives the address in this box of a picture, sound or film that came along with the text, by the address that the
    /// text has for it; what it does not know is left out and counted.
    public static func sanitise(_ html: String, media: (String) -> String? = { _ in nil }) -> SanitisedHTML {
        if isPlain(html) { return SanitisedHTML(html: html) }
        guard let document = HTMLDocument(html, limit: limit) else {
            return SanitisedHTML(html: "", isTruncated: true)
        }
        return withoutActuallyEscaping(media) { media in
            var writer = HTMLWriter(media: media)
            document.withRoot { writer.write(childrenOf: $0, depth: 0, inMath: false) }
            return SanitisedHTML(
                html: String(decoding: writer.bytes, as: UTF8.self), omittedImages: writer.omittedMedia,
                isTruncated: document.isTruncated || writer.isTruncated)
        }
    }

    /// The visible text alone, entities decoded, white space collapsed; a picture is told by its `alt` text.
    public static func plainText(_ html: String) -> String {
        if isPlain(html) { return collapsed(html) }
        guard let document = HTMLDocument(html, limit: limit) else { return "" }
        var text: [UInt8] = []
        document.withRoot { $0.appendText(to: &text) }
        return collapsed(String(decoding: text, as: UTF8.self))
    }

    /// Whether the text is its own HTML: nothing in it needs a parser or an escape.
    private static func isPlain(_ html: String) -> Bool {
        guard html.utf8.count <= limit else { return false }
        return html.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ">"): false
            case 9, 10: true
            default: byte >= 0x20 && byte != 0x7F
            }
        }
    }

    private static func collapsed(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }
}
