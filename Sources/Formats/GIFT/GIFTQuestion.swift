internal import Assessment

/// One question in its parts, still as GIFT writes them, and its reading as a family.
struct GIFTQuestion {
    var line: Int
    var name: ArraySlice<UInt8>?
    var comments: GIFTComments
    /// The text before and after the answers.
    var before: ArraySlice<UInt8>
    var after: ArraySlice<UInt8> = []
    /// What the braces hold; `nil` in a description.
    var group: ArraySlice<UInt8>?

    /// What comments declare of it, and the values of this variant.
    var formula: GIFTFormula?

    var prose = ProseReader()
    /// The format of the question's text, and of each answer and feedback that names none.
    var format = TextFormat.moodle
    /// What a teacher should look at, one plain sentence each.
    private(set) var notices: [String] = []

    /// Whether it is a line of dashes or stars between questions, which Moodle would show as a text.
    var isRule: Bool {
        group == nil && name == nil && before.allSatisfy { "-=_*#+./ \t\n".utf8.contains($0) }
    }

    mutating func notice(_ reason: String) {
        if !notices.contains(reason) { notices.append(reason) }
    }

    /// The family, with its one variant.
    mutating func family(category: [String]) throws(Rejection) -> Family {
        var answers = group.map(Self.wordsAfter)
        var generalFeedback: ArraySlice<UInt8> = []
        if let group = answers, let separator = group.lastFeedbackMark {
            generalFeedback = group[(separator + 4)...]
            answers = group[..<separator].trimmedSpace
        }
        let stem = stemText()
        let (format, words) = GIFTText.format(of: stem[...], otherwise: .moodle)
        self.format = format
        let title = name.map { ProseReader.plain(GIFTText.string($0), .moodle) } ?? ""
        var rich = prose.visible(words, format)
        if rich == nil, !title.isEmpty, answers != nil, prose.omittedImages == 0 {
            rich = RichText(plain: title)
            notice("The question has no text. Its name was taken for it.")
        }
        guard let rich else {
            throw Rejection(
                prose.omittedImages > 0
                    ? "The question is a picture that is not in the file. Describe it in words."
                    : "The question has no text. Write it before the braces.")
        }
        let interaction = try answers.map { answers throws(Rejection) in try self.interaction(answers) }
        let item = Item(
            stem: rich, interaction: interaction ?? .description, feedback: feedback(generalFeedback))
        if prose.omittedImages > 0 { notice("A picture is not in the file and was left out. Describe it in words.") }
        if prose.isTruncated { notice("A text is longer than 1 MB or nested too deeply, and was cut.") }
        return Family(
            sourceID: comments.identifier, title: title.isEmpty ? Title.of(ProseReader.plain(words, format)) : title,
            category: category, tags: comments.tags, item: item)
    }

    mutating func feedback(_ source: ArraySlice<UInt8>?) -> RichText? {
        guard let source, !source.isEmpty else { return nil }
        let (format, text) = GIFTText.format(of: source, otherwise: format)
        return prose.optional(text, format)
    }

    /// The text with `_____` where the answers stood, when more text follows them.
    private func stemText() -> [UInt8] {
        let rest = Self.wordsAfter(after)
        if rest.isEmpty { return Array(before.trimmedSpace) }
        let spaces = after.first.map { $0 <= 0x20 } == true ? [UInt8(ascii: " ")] : []
        return Array(before) + Array("_____".utf8) + spaces + Array(rest)
    }
}
