internal import Assessment
internal import XML

extension MoodleQuestion {
    mutating func cloze() throws(Rejection) -> Item {
        let body = try self.body()
        var text = ""
        var parts: [CompositeInteraction.Part] = []
        for piece in MoodleCloze(RichText.withoutGaps(body.source)).pieces {
            switch piece {
            case .text(let words): text += words
            case .gap(let gap):
                text += RichText.gap(parts.count)
                parts.append(
                    .init(try interaction(gap, number: parts.count + 1), weight: gap.weight > 0 ? gap.weight : 1))
            }
        }
        guard !parts.isEmpty else {
            throw Rejection("The text has no gap that can be read. Write gaps as {1:SHORTANSWER:=answer}.")
        }
        let stem = try visible(text, body.format)
        return try item(.composite(.init(parts: parts)), stem: stem)
    }

    private mutating func interaction(_ gap: MoodleCloze.Gap, number: Int) throws(Rejection) -> Interaction {
        let answers = MoodleClozeAnswer.all(gap.alternatives)
        do {
            switch gap.type {
            case "SHORTANSWER", "SA", "MW": return .textEntry(try clozeText(answers, isCaseSensitive: false))
            case "SHORTANSWER_C", "SAC", "MWC": return .textEntry(try clozeText(answers, isCaseSensitive: true))
            case "NUMERICAL", "NM": return .numericEntry(try clozeNumber(answers))
            case let type where type.hasPrefix("MR") || type.hasPrefix("MULTIRESPONSE"):
                return .choice(try clozeChoice(answers, isMultiple: true, type))
            default: return .choice(try clozeChoice(answers, isMultiple: false, gap.type))
            }
        } catch {
            throw Rejection("Gap \(number): " + error.reason)
        }
    }

    private mutating func clozeText(
        _ answers: [MoodleClozeAnswer], isCaseSensitive: Bool
    ) throws(Rejection) -> TextEntryInteraction {
        var accepted: [TextEntryInteraction.Accepted] = []
        for answer in answers {
            let pattern = ProseReader.plain(answer.text, .html)
            if pattern.isEmpty { continue }
            accepted.append(.init(pattern: pattern, fraction: answer.fraction ?? 0, feedback: clozeFeedback(answer)))
        }
        let factor = try scale(accepted.map(\.fraction))
        for place in accepted.indices { accepted[place].fraction *= factor }
        return TextEntryInteraction(accepted: accepted, isCaseSensitive: isCaseSensitive)
    }

    private mutating func clozeNumber(_ answers: [MoodleClozeAnswer]) throws(Rejection) -> NumericEntryInteraction {
        var accepted: [NumericEntryInteraction.Accepted] = []
        for answer in answers {
            let text = ProseReader.plain(answer.text, .html)
            if text.isEmpty { continue }
            if text == "*" {
                accepted.append(.init(value: nil, fraction: answer.fraction ?? 0, feedback: clozeFeedback(answer)))
                continue
            }
            guard let number = GIFTNumber.accepted(text), number.value != nil else {
                throw Rejection("“\(text.prefix(40))” is not a number. Write it as 3.5, or 3.5:0.1 with its tolerance.")
            }
            accepted.append(
                .init(
                    value: number.value, tolerance: number.tolerance, fraction: answer.fraction ?? 0,
                    feedback: clozeFeedback(answer)))
        }
        let factor = try scale(accepted.map(\.fraction))
        for place in accepted.indices { accepted[place].fraction *= factor }
        return NumericEntryInteraction(accepted: accepted)
    }

    private mutating func clozeChoice(
        _ answers: [MoodleClozeAnswer], isMultiple: Bool, _ type: String
    ) throws(Rejection) -> ChoiceInteraction {
        // The whole word has an H of its own.
        let layout = type.replacing("MULTICHOICE", with: "MC")
        let isInline = !isMultiple && !layout.contains("V") && !layout.contains("H")
        var options: [ChoiceInteraction.Option] = []
        let named = answers.filter { !$0.text.isEmpty }
        let rightCount = named.count { ($0.fraction ?? 0) > 0 }
        // Where no share is written, a wrong choice takes away what a right one gives.
        let isPlain = isMultiple && named.allSatisfy { $0.fraction == nil || $0.fraction == 1 }
        for answer in named {
            let fraction = answer.fraction ?? (isPlain && rightCount > 0 ? -1 / Double(rightCount) : 0)
            guard let text = prose.visible(answer.text, .html) else {
                throw Rejection("An option has no text, or is a picture that is not in the file.")
            }
            options.append(.init(text: text, fraction: fraction, feedback: clozeFeedback(answer)))
        }
        guard options.count >= 2 else { throw Rejection("A choice needs at least two options. Add another after a ~.") }
        let positive = options.map { max(0, $0.fraction) }
        let factor: Double
        if isMultiple {
            // Shares are scaled so that all right options together are full marks.
            let sum = positive.reduce(0, +)
            guard sum > 0 else { throw Rejection("No option is right. Mark the right ones with =.") }
            factor = abs(sum - 1) < 0.0001 ? 1 : 1 / sum
        } else {
            factor = try scale(positive)
        }
        for place in options.indices where options[place].fraction > 0 { options[place].fraction *= factor }
        return ChoiceInteraction(
            options: options, isMultiple: isMultiple, shuffles: type.hasSuffix("S"), display: isInline ? .menu : .list)
    }

    private mutating func clozeFeedback(_ answer: MoodleClozeAnswer) -> RichText? {
        prose.optional(answer.feedback, .html)
    }
}
