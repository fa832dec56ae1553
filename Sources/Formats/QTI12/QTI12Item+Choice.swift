internal import Assessment
internal import XML

extension QTI12Item {
    mutating func choice(_ response: QTI12Response, others: QTI12Processing.Answers) throws(Rejection)
        -> ChoiceInteraction
    {
        var options: [ChoiceInteraction.Option] = []
        // Editors leave options behind that nobody filled in.
        let labels = response.labels.filter { label in
            ["true", "false"].contains(label.ident.lowercased())
                || !QTI12Material.html(label.element).trimmedText.isEmpty
                || processing.mentions(of: response.ident).contains { $0.text.value == label.ident }
        }
        guard labels.count >= 2 else { throw Rejection("A choice needs at least two options. Add another.") }
        for label in labels {
            let text: RichText
            let html = QTI12Material.html(label.element)
            // True and false may have no text of their own.
            if html.isEmpty, ["true", "false"].contains(label.ident.lowercased()) {
                text = RichText(plain: label.ident.lowercased() == "true" ? "True" : "False")
            } else {
                text = try visible(
                    html, "An option has no text, or is a picture that is not in the file. Describe it in words.")
            }
            options.append(.init(text: text, fraction: 0, isFixed: label.element["rshuffle"]?.lowercased() == "no"))
        }
        let shuffles = type != "true_false" && !options.allSatisfy(\.isFixed)
        func score(_ chosen: [Int]) -> Double {
            var answers = others
            answers[response.ident] = chosen.map { labels[$0].ident }
            return processing.score(answers)
        }
        let none = score([])
        for place in options.indices {
            let links = processing.run(others.merging([response.ident: [labels[place].ident]]) { $1 }).feedback
            options[place].feedback = feedback(links, &prose)
        }
        var choice = ChoiceInteraction(options: options, isMultiple: response.isMultiple, shuffles: shuffles)
        if response.isMultiple {
            let likely = processing.rules.filter { !$0.settings.isEmpty }.map { rule in
                Set(
                    rule.test.mentions(of: response.ident).compactMap { mention in
                        labels.firstIndex { $0.ident == mention.text.value }
                    })
            }
            let sums = QTI12SubsetScore(count: options.count, cost: processing.size, likely: likely, score: score)
            guard let key = sums.key else {
                throw Rejection("No answer is right. Mark the right ones and export again.")
            }
            if !key.isExact {
                notice("Its rules give shares that cannot be kept. Only all right options together count.")
            }
            choice.scoring = key.scoring
            for place in options.indices { choice.options[place].fraction = key.fractions[place] }
        } else {
            let gains = options.indices.map { score([$0]) - none }
            guard let best = gains.max(), best > 0 else {
                throw Rejection("No answer is right. Mark the right one and export again.")
            }
            for place in options.indices { choice.options[place].fraction = max(-1, gains[place] / best) }
        }
        return choice
    }
}
