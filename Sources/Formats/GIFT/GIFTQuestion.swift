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

    var prose = ProseReader()
    /// The format of the question's text, and of each answer and feedback that names none.
    var format = TextFormat.moodle
    /// What a teacher should look at, one plain sentence each.
    private(set) var notices: [String] = []

    /// The questions of a block: one, or several where no blank line parts them.
    static func parts(of block: GIFTBlock) throws(GIFTRejection) -> [GIFTQuestion] {
        var text = block.text[...].trimmedSpace
        var name: ArraySlice<UInt8>?
        if text.starts(with: "::".utf8) {
            text = text.dropFirst(2)
            if let end = text.doubleColon {
                name = text[..<end]
                text = text[(end + 2)...]
            }
        }
        let comments = GIFTComments(block.comments)
        let groups = try GIFTGroup.find(in: text)
        guard !groups.isEmpty else {
            return [GIFTQuestion(line: block.line, name: name, comments: comments, before: text)]
        }
        var questions: [GIFTQuestion] = []
        var start = text.startIndex
        var line = block.line
        for (place, group) in groups.enumerated() {
            let isLast = place == groups.count - 1
            let rest = text[(group.close + 1)..<(isLast ? text.endIndex : groups[place + 1].open)]
            if !isLast { try checkBoundary(rest) }
            let isFirst = questions.isEmpty
            let before = text[start..<group.open]
            // The line of a later question is where its text begins.
            let skipped = isFirst ? 0 : before.prefix { $0 <= 0x20 }.count { $0 == 10 }
            questions.append(
                GIFTQuestion(
                    line: line + skipped, name: isFirst ? name : nil, comments: isFirst ? comments : GIFTComments([]),
                    before: before, after: isLast ? rest : [], group: text[(group.open + 1)..<group.close]))
            line += text[start...group.close].count { $0 == 10 }
            if isFirst { line += block.text[..<start].count { $0 == 10 } }
            start = group.close + 1
        }
        if groups.count > 1, !withoutComment(questions[groups.count - 1].after).isEmpty { throw severalGroups }
        return questions
    }

    private static let severalGroups = GIFTRejection(
        "There is more than one group of answers. Make one question of each, with a blank line between.")

    /// Between two groups another question begins only on a new line.
    private static func checkBoundary(_ between: ArraySlice<UInt8>) throws(GIFTRejection) {
        let lineEnd = between.firstIndex(of: 10) ?? between.endIndex
        guard withoutComment(between[..<lineEnd]).isEmpty, !between[lineEnd...].trimmedSpace.isEmpty else {
            throw severalGroups
        }
    }

    /// Text after the closing brace; `} // remark` has none.
    private static func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let words = text.trimmedSpace
        guard words.starts(with: "//".utf8) else { return words }
        return (words.firstIndex(of: 10).map { words[$0...] } ?? []).trimmedSpace
    }

    mutating func notice(_ reason: String) {
        if !notices.contains(reason) { notices.append(reason) }
    }

    /// The family, with its one variant.
    mutating func family(category: [String]) throws(GIFTRejection) -> Family {
        var answers = group?.trimmedSpace
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
            throw GIFTRejection(
                prose.omittedImages > 0
                    ? "The question is a picture that is not in the file. Describe it in words."
                    : "The question has no text. Write it before the braces.")
        }
        let interaction = try answers.map { answers throws(GIFTRejection) in try self.interaction(answers) }
        let item = Item(
            stem: rich, interaction: interaction ?? .description, feedback: feedback(generalFeedback))
        if prose.omittedImages > 0 { notice("A picture is not in the file and was left out. Describe it in words.") }
        if prose.isTruncated { notice("A text is longer than 1 MB or nested too deeply, and was cut.") }
        return Family(
            sourceID: comments.identifier, title: title.isEmpty ? Self.title(ProseReader.plain(words, format)) : title,
            category: category, tags: comments.tags, variants: [item])
    }

    mutating func feedback(_ source: ArraySlice<UInt8>?) -> RichText? {
        guard let source, !source.isEmpty else { return nil }
        let (format, text) = GIFTText.format(of: source, otherwise: format)
        return prose.optional(text, format)
    }

    /// The text with `_____` where the answers stood, when more text follows them.
    private func stemText() -> [UInt8] {
        let rest = Self.withoutComment(after)
        if rest.isEmpty { return Array(before.trimmedSpace) }
        let spaces = after.first.map { $0 <= 0x20 } == true ? [UInt8(ascii: " ")] : []
        return Array(before) + Array("_____".utf8) + spaces + Array(rest)
    }

    /// The first sixty characters or so, whole words.
    private static func title(_ text: String) -> String {
        guard text.count > 60 else { return text.isEmpty ? "Question" : text }
        let start = text.prefix(60)
        let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return words + "…"
    }
}
