/// Text that may carry markup: a fragment of sanitised HTML, fit to be shown as it stands.
///
/// An importer makes one only through its sanitiser (`Formats`), or from plain text, which is escaped here. Nothing else
/// may call `init(sanitised:)`: a page embeds `html` without escaping it again.
public struct RichText: Hashable, Sendable, Codable {
    /// The sanitised fragment, UTF-8 HTML5 phrasing and flow content without scripts, styles, handlers or foreign addresses.
    public let html: String

    public init(sanitised html: String) {
        self.html = html
    }

    /// Escapes plain text; line ends become `<br>`.
    public init(plain text: String) {
        var html = ""
        html.reserveCapacity(text.utf8.count + 16)
        for character in text {
            switch character {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "\n", "\r\n": html += "<br>"
            default: html.append(character)
            }
        }
        self.html = html
    }

    public init(from decoder: any Decoder) throws {
        html = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(html)
    }

    public var isEmpty: Bool { html.isEmpty }
}
