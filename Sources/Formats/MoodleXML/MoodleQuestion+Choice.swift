internal import Assessment
internal import XML

extension MoodleQuestion {
    mutating func choice() throws(Rejection) -> ChoiceInteraction { try choice(choiceOptions()) }

    private mutating func choiceOptions() throws(Rejection) -> [ChoiceInteraction.Option] {
        var options: [ChoiceInteraction.Option] = []
        for answer in answers {
            let source = answer.text
            guard let text = prose.visible(RichText.withoutGaps(source.source), source.format) else {
                if answer.fraction <= 0, prose.omittedImages == 0 { continue }
                throw Rejection("An option has no text, or is a picture that is not in the file. Describe it in words.")
            }
            options.append(.init(text: text, fraction: answer.fraction, feedback: feedback(answer)))
        }
        return options
    }

    /// With Moodle's rules for what a mark is: one option's share, or the sum of several.
    mutating func choice(_ options: [ChoiceInteraction.Option]) throws(Rejection) -> ChoiceInteraction {
        guard options.count >= 2 else { throw Rejection("A choice needs at least two options. Add another.") }
        let isMultiple = !flag("single", otherwise: true)
        let positive = options.map { max(0, $0.fraction) }
        let factor = try scale(isMultiple ? [min(1, positive.reduce(0, +))] : positive)
        var options = options
        for place in options.indices { options[place].fraction *= options[place].fraction > 0 ? factor : 1 }
        return ChoiceInteraction(
            options: options, isMultiple: isMultiple, shuffles: flag("shuffleanswers", otherwise: true))
    }

    /// The Open University's multiple response: of n right options each earns 1/n; with more than n − 1 wrong ones chosen nothing is left,
    /// with fewer at most the rest (`grade_response` of `qtype_oumultiresponse`). Every combination is listed with its mark.
    mutating func multipleResponse() throws(Rejection) -> ChoiceInteraction {
        var options = try choiceOptions()
        guard (2...8).contains(options.count) else {
            throw Rejection(
                "The question has \(options.count) options. Give it 2 to 8, or write it as a multiple choice.")
        }
        let right = Set(options.indices.filter { options[$0].fraction > 0 })
        guard !right.isEmpty else { throw Rejection("No answer is right. Give the right one 100 % and export again.") }
        for place in options.indices { options[place].fraction = right.contains(place) ? 1 / Double(right.count) : 0 }
        var choice = ChoiceInteraction(
            options: options, isMultiple: true, shuffles: flag("shuffleanswers", otherwise: true), scoring: .awards)
        for bits in 1..<(1 << options.count) {
            let chosen = options.indices.filter { bits >> $0 & 1 == 1 }
            let hits = chosen.count(where: right.contains)
            let points = min(hits, right.count - (chosen.count - hits))
            if points > 0 {
                choice.awards.append(Award(places: chosen, fraction: Double(points) / Double(right.count)))
            }
        }
        return choice
    }

    /// The words for true and false are the page's own.
    mutating func trueFalse() throws(Rejection) -> ChoiceInteraction {
        let answers = answers
        guard answers.count >= 2 else {
            throw Rejection("True or false needs both answers. Export the question again.")
        }
        // Other words than these two stand in old files, in the language of the site: the first is then "true".
        let isFalseFirst = answers[0].text.source.lowercased() == "false"
        let ordered = isFalseFirst ? [answers[1], answers[0]] : [answers[0], answers[1]]
        var options: [ChoiceInteraction.Option] = []
        for (word, answer) in zip(["True", "False"], ordered) {
            options.append(
                .init(text: RichText(plain: word), fraction: max(0, answer.fraction), feedback: feedback(answer)))
        }
        let factor = try scale(options.map(\.fraction))
        for place in options.indices { options[place].fraction *= factor }
        return ChoiceInteraction(options: options, isMultiple: false, shuffles: false)
    }
}
