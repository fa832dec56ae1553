internal import Assessment

/// One part of a Numbas question, with the values of one draw.
struct NumbasPart {
    let part: NumbasValue
    let question: NumbasValue
    let scope: JMEScope
    var prose: ProseReader
    /// What comes in otherwise than it stands in the file.
    var notices: [String] = []

    private var text: NumbasText { NumbasText(scope: scope) }

    init(_ part: NumbasValue, of question: NumbasValue, scope: JMEScope, source: BankSource) {
        self.part = part
        self.question = question
        self.scope = scope
        prose = ProseReader(media: MediaCase(find: source.find))
    }

    mutating func item() throws(Rejection) -> Item {
        let interaction = try interaction(part)
        let texts = [question["statement"]?.text, part["prompt"]?.text].compactMap { $0?.trimmedText }
        var html: [String] = []
        for text in texts where !text.isEmpty { html.append(try self.text.html(text)) }
        var stem = html.joined(separator: "<br>")
        if case .composite(let composite) = interaction {
            for number in composite.parts.indices { stem = stem.replacing("[[\(number)]]", with: RichText.gap(number)) }
        }
        guard let shown = prose.visible(stem, .html) else { throw Rejection("The part has no text. Write one.") }
        return Item(stem: shown, interaction: interaction, feedback: optional(question["advice"]))
    }

    private mutating func interaction(_ part: NumbasValue) throws(Rejection) -> Interaction {
        switch part["type"]?.text?.lowercased() ?? "" {
        case "information": return .description
        case "1_n_2": return .choice(try choice(part, isMultiple: false))
        case "m_n_2": return .choice(try choice(part, isMultiple: true))
        case "m_n_x": return .match(try match(part))
        case "numberentry": return .numericEntry(try number(part))
        case "jme": return .numericEntry(try formula(part))
        case "patternmatch": return .textEntry(try pattern(part))
        case "gapfill":
            let gaps = part["gaps"]?.list ?? []
            guard !gaps.isEmpty else { throw Rejection("The part has no gaps. Add one in Numbas.") }
            var parts: [CompositeInteraction.Part] = []
            for gap in gaps {
                let weight = gap["marks"]?.text.flatMap { GIFTNumber.number(Substring($0)) } ?? 1
                parts.append(.init(try interaction(gap), weight: weight > 0 ? weight : 1))
            }
            return .composite(.init(parts: parts))
        case let type:
            throw Rejection("Parts of type \(type.prefix(30)) need Numbas. Write the part as another type.")
        }
    }

    private func pattern(_ part: NumbasValue) throws(Rejection) -> TextEntryInteraction {
        let answer = try text.plain(part["answer"]?.text ?? "")
        let isExact = part["matchmode"]?.text?.lowercased() == "exact"
        let listed = isExact ? [answer.replacing("*", with: "\\*")] : FinitePattern(answer).alternatives
        guard let texts = listed?.filter({ !$0.isEmpty }), !texts.isEmpty else {
            throw Rejection(
                "The pattern \(answer.prefix(60)) stands for more texts than can be listed. List the answers.")
        }
        let isCaseSensitive = part["casesensitive"]?.text?.lowercased() == "true"
        return TextEntryInteraction(
            accepted: texts.map { .init(pattern: $0, fraction: 1) }, isCaseSensitive: isCaseSensitive)
    }

    mutating func visible(_ source: String) throws(Rejection) -> RichText? {
        prose.visible(try text.html(source), .html)
    }

    /// What is only told afterwards is no reason to leave the question out: nil where it cannot be worked out.
    mutating func optional(_ value: NumbasValue?) -> RichText? {
        guard let source = value?.text, !source.isEmpty, let html = try? text.html(source) else { return nil }
        return prose.optional(html, .html)
    }

    mutating func tell(_ notice: String) {
        if !notices.contains(notice) { notices.append(notice) }
    }
}
