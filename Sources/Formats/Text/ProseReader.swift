internal import Assessment
internal import XML

/// Turns texts of a question into rich text, and keeps account of what was lost on the way.
struct ProseReader {
    private(set) var omittedImages = 0
    private(set) var isTruncated = false
    /// The files that the texts may show.
    let media: MediaCase

    init(media: MediaCase = MediaCase()) { self.media = media }

    /// A text that a student must be able to see: one that its markup would swallow whole (`<br>` as an option) means itself.
    /// `nil` when there is nothing to see.
    mutating func visible(_ text: String, _ format: TextFormat) -> RichText? {
        let before = omittedImages
        let rich = read(text, format)
        if isVisible(rich) { return rich }
        guard omittedImages == before, format != .plain, text.contains("<") else { return nil }
        return RichText(plain: text)
    }

    /// A text that may be missing: `nil` when it shows nothing.
    mutating func optional(_ text: String, _ format: TextFormat) -> RichText? {
        if text.isEmpty { return nil }
        let rich = read(text, format)
        return isVisible(rich) ? rich : nil
    }

    /// A text on one line without markup, for titles, menus and accepted answers.
    static func plain(_ text: String, _ format: TextFormat) -> String {
        switch format {
        case .plain: text
        case .html: HTMLSanitiser.plainText(text)
        case .moodle, .markdown: HTMLSanitiser.plainText(LooseMarkup.settle(text, breakingLines: false))
        }
    }

    private mutating func read(_ text: String, _ format: TextFormat) -> RichText {
        let html: String
        switch format {
        case .plain: return RichText(plain: text)
        case .html: html = text
        case .moodle: html = LooseMarkup.settle(text, breakingLines: true)
        case .markdown: html = LooseMarkup.settle(Markdown.html(text), breakingLines: false)
        }
        let sanitised = HTMLSanitiser.sanitise(html, media: media.address)
        omittedImages += sanitised.omittedImages
        isTruncated = isTruncated || sanitised.isTruncated
        return RichText(sanitised: sanitised.html)
    }

    /// Whether sanitised HTML shows something: a picture, a sound, or a letter outside its tags.
    private func isVisible(_ text: RichText) -> Bool {
        var isTag = false
        let hasWords = text.html.unicodeScalars.contains { scalar in
            switch scalar {
            case "<": isTag = true
            case ">": isTag = false
            default: return !isTag && !scalar.properties.isWhitespace
            }
            return false
        }
        return hasWords || ["<img", "<audio", "<video"].contains { text.html.contains($0) }
    }
}
