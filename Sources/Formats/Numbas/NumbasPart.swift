internal import Assessment

/// One part of a Numbas question.
struct NumbasPart {
    private let part: NumbasValue
    private let question: NumbasValue
    /// The question's variables that are plain numbers or words; the others make what uses them unreadable.
    private let constants: [String: String]
    var prose: ProseReader

    init(_ part: NumbasValue, of question: NumbasValue, source: BankSource) {
        self.part = part
        self.question = question
        prose = ProseReader(media: MediaCase(find: source.find))
        var constants: [String: String] = [:]
        for (name, variable) in question["variables"]?.members ?? [:] {
            let definition = (variable.text ?? variable["definition"]?.text ?? "").trimmedText
            if GIFTNumber.number(Substring(definition)) != nil { constants[name] = definition }
        }
        self.constants = constants
    }

    mutating func item() throws(Rejection) -> Item {
        let interaction = try interaction(part)
        let texts = [question["statement"]?.text, part["prompt"]?.text].compactMap { $0?.trimmedText }
        var html: [String] = []
        for text in texts where !text.isEmpty { html.append(try self.html(text)) }
        var stem = html.joined(separator: "<br>")
        if case .composite(let composite) = interaction {
            for number in composite.parts.indices { stem = stem.replacing("[[\(number)]]", with: RichText.gap(number)) }
        }
        guard let shown = prose.visible(stem, .html) else { throw Rejection("The part has no text. Write one.") }
        return Item(stem: shown, interaction: interaction, feedback: try optional(question["advice"]))
    }

    private mutating func interaction(_ part: NumbasValue) throws(Rejection) -> Interaction {
        switch part["type"]?.text?.lowercased() ?? "" {
        case "information": return .description
        case "1_n_2": return .choice(try choice(part, isMultiple: false))
        case "m_n_2": return .choice(try choice(part, isMultiple: true))
        case "numberentry": return .numericEntry(try number(part))
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
        case "jme":
            throw Rejection("A formula is asked for, which Numbas judges by algebra. Ask for its value instead.")
        case let type:
            throw Rejection("Parts of type \(type.prefix(30)) need Numbas. Write the part as another type.")
        }
    }

    private mutating func choice(_ part: NumbasValue, isMultiple: Bool) throws(Rejection) -> ChoiceInteraction {
        let choices = part["choices"]?.list ?? []
        let shares = (part["matrix"]?.list ?? []).map { value in
            (value.text ?? value.list.first?.text).flatMap { GIFTNumber.number(Substring($0)) }
        }
        guard choices.count >= 2, choices.count == shares.count, shares.allSatisfy({ $0 != nil }) else {
            throw Rejection("The choices are drawn at random, or not each has a mark. Write them out.")
        }
        let marks = shares.compactMap { $0 }
        let full = isMultiple ? marks.reduce(0) { $0 + max(0, $1) } : marks.max() ?? 0
        guard full > 0 else { throw Rejection("No choice is right. Give the right one a mark.") }
        let distractors = part["distractors"]?.list ?? []
        var options: [ChoiceInteraction.Option] = []
        for (place, choice) in choices.enumerated() {
            guard let text = prose.visible(try html(choice.text ?? ""), .html) else {
                throw Rejection("A choice has no text. Write one.")
            }
            options.append(
                .init(
                    text: text, fraction: min(1, max(-1, marks[place] / full)),
                    feedback: try optional(distractors.indices.contains(place) ? distractors[place] : nil)))
        }
        return ChoiceInteraction(
            options: options, isMultiple: isMultiple, shuffles: part["shufflechoices"]?.text?.lowercased() != "false")
    }

    private func number(_ part: NumbasValue) throws(Rejection) -> NumericEntryInteraction {
        func value(_ name: String) -> Double? {
            guard let text = part[name]?.text?.trimmedText else { return nil }
            return GIFTNumber.number(Substring(constants[text.lowercased()] ?? text))
        }
        let exact = value("answer")
        guard let lower = value("minvalue") ?? exact, let upper = value("maxvalue") ?? exact, lower <= upper else {
            throw Rejection("The answer is calculated from random variables. Write the question with its values.")
        }
        return NumericEntryInteraction(accepted: [
            lower == upper
                ? .init(value: lower, fraction: 1) : .init(value: nil, lower: lower, upper: upper, fraction: 1)
        ])
    }

    private func pattern(_ part: NumbasValue) throws(Rejection) -> TextEntryInteraction {
        let answer = part["answer"]?.text ?? ""
        guard !usesVariables(answer), let texts = FinitePattern(answer).alternatives else {
            throw Rejection(
                "The pattern \(answer.prefix(60)) stands for more texts than can be listed. List the answers.")
        }
        let isCaseSensitive = part["casesensitive"]?.text?.lowercased() == "true"
        return TextEntryInteraction(
            accepted: texts.map { .init(pattern: $0, fraction: 1) }, isCaseSensitive: isCaseSensitive)
    }

    private mutating func optional(_ value: NumbasValue?) throws(Rejection) -> RichText? {
        guard let text = value?.text, !text.isEmpty, !usesVariables(substituted(text)) else { return nil }
        return prose.optional(try html(text), .html)
    }

    /// A text with its constants in place. Texts without tags are Markdown of a kind.
    private func html(_ text: String) throws(Rejection) -> String {
        let text = substituted(RichText.withoutGaps(text))
        guard !usesVariables(text) else {
            throw Rejection("The text shows variables that Numbas calculates. Write the question with its values.")
        }
        if text.contains("<") { return text }
        let html = LooseMarkup.settle(Markdown.html(text), breakingLines: false)
        // One paragraph is no paragraph: it stands in a line of its own anyway.
        let isSingle = html.hasPrefix("<p>") && html.hasSuffix("</p>") && !html.dropFirst(3).contains("<p>")
        return isSingle ? String(html.dropFirst(3).dropLast(4)) : html
    }

    private func substituted(_ text: String) -> String {
        var text = text
        for (name, value) in constants {
            text = text.replacing("\\var{\(name)}", with: value).replacing("{\(name)}", with: value)
        }
        return text
    }

    private func usesVariables(_ text: String) -> Bool {
        if text.contains("\\var{") || text.contains("\\simplify") { return true }
        guard text.contains("{") else { return false }
        return (question["variables"]?.members ?? [:]).keys.contains { text.lowercased().contains("{\($0)}") }
    }
}
