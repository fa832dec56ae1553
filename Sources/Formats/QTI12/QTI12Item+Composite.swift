internal import Assessment
internal import XML

extension QTI12Item {
    /// Blanks that the text names: `[colour]` belongs to the response `response_colour`.
    var isNamedBlanks: Bool {
        if ["fill_in_multiple_blanks", "multiple_dropdowns"].contains(type) { return true }
        guard type.isEmpty, !responses.isEmpty, responses.allSatisfy({ $0.ident.hasPrefix("response_") }) else {
            return false
        }
        let html = element.first("presentation").map { QTI12Material.html($0) } ?? ""
        return responses.allSatisfy { html.contains("[\($0.ident.dropFirst(9))]") }
    }

    /// Whether the options of a blank are spellings of one answer.
    private func isOneAnswer(_ response: QTI12Response) -> Bool {
        let texts = response.labels.map { QTI12Material.html($0.element).trimmedText.lowercased() }
        return Set(texts).count == 1
    }

    mutating func composite() throws(Rejection) -> Item {
        let rightAnswers = rightAnswers
        var parts: [CompositeInteraction.Part] = []
        let full = processing.score(rightAnswers)
        var isAllOrNothing = responses.count > 1 && full > 0
        for (number, response) in responses.enumerated() {
            var others = rightAnswers
            others[response.ident] = nil
            let weight = full - processing.score(others)
            if let right = rightAnswers[response.ident], processing.score([response.ident: right]) > 0 {
                isAllOrNothing = false
            }
            do {
                let interaction: Interaction
                if let open = try openEntry(response) {
                    interaction = open
                } else if case .choice(var choice) = try self.interaction(response, others: others) {
                    choice.display = choice.isMultiple || !isNamedBlanks ? .list : .menu
                    interaction = .choice(choice)
                } else {
                    interaction = try self.interaction(response, others: others)
                }
                parts.append(.init(interaction, weight: weight > 0 ? weight : 1))
            } catch {
                throw Rejection("Part \(number + 1): " + error.reason)
            }
        }
        let places = Dictionary(responses.enumerated().map { ($1.ident, $0) }) { first, _ in first }
        var html =
            element.first("presentation").map { presentation in
                QTI12Material.html(presentation) { response in
                    let response = QTI12Response(response)
                    return isNamedBlanks
                        ? "" : QTI12Material.html(response.material) + (places[response.ident].map(RichText.gap) ?? "")
                }
            } ?? ""
        if isNamedBlanks {
            for (number, response) in responses.enumerated() {
                let name = response.ident.hasPrefix("response_") ? String(response.ident.dropFirst(9)) : response.ident
                html = html.replacing("[\(name)]", with: RichText.gap(number), maxReplacements: 1)
            }
        }
        let stem = try visible(html, "The question has no text. Write it and export again.")
        return try item(.composite(.init(parts: parts, isAllOrNothing: isAllOrNothing)), stem: stem)
    }

    /// For each response the first values that earn something.
    var rightAnswers: QTI12Processing.Answers {
        var answers: QTI12Processing.Answers = [:]
        for response in responses {
            let values = processing.mentions(of: response.ident).map(\.text.value)
            answers[response.ident] = response.isMultiple || response.isOrdered ? values : Array(values.prefix(1))
        }
        // Where a rule speaks of several values, the best counts.
        for response in responses where !response.isMultiple && !response.isOrdered {
            let values = processing.mentions(of: response.ident).map(\.text.value).uniqued { $0 }.prefix(64)
            let scores = values.map { value in processing.score(answers.merging([response.ident: [value]]) { $1 }) }
            if let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 {
                answers[response.ident] = [values[best]]
            }
        }
        return answers
    }

    /// Canvas's blanks list the texts that are accepted as if they were options.
    private mutating func openEntry(_ response: QTI12Response) throws(Rejection) -> Interaction? {
        guard response.element.name == "response_lid",
            type == "fill_in_multiple_blanks" || type.isEmpty && isNamedBlanks && isOneAnswer(response)
        else { return nil }
        let kinds = response.labels.compactMap { $0.element["answer_type"]?.lowercased() }
        if kinds.contains("dropdown") || kinds.contains("wordbank") { return nil }
        var accepted: [TextEntryInteraction.Accepted] = []
        for label in response.labels {
            let text = ProseReader.plain(QTI12Material.html(label.element), .html)
            if text.isEmpty { continue }
            switch label.element["scoring_algorithm"] {
            case "TextRegex":
                guard let texts = FinitePattern(text).alternatives else {
                    throw Rejection(
                        "The pattern \(text.prefix(60)) stands for more texts than can be listed. List the answers.")
                }
                accepted += texts.map { .init(pattern: $0, fraction: 1) }
            case "TextContainsAnswer": accepted.append(.init(pattern: "*\(text.escapingAsterisks)*", fraction: 1))
            case let kind:
                if kind == "TextCloseEnough" { notice("Misspelt answers are not accepted. Add those that should be.") }
                accepted.append(
                    .init(
                        pattern: text.escapingAsterisks, fraction: 1,
                        isCaseSensitive: label.element["ignore_case"] == "false"))
            }
        }
        guard !accepted.isEmpty else { throw Rejection("The blank has no accepted answer. Add one and export again.") }
        return .textEntry(.init(accepted: accepted))
    }
}
