internal import Assessment

extension MoodleMarkup {
    /// Moodle's name of the type, and the elements that are its own.
    mutating func answers(to interaction: Interaction) throws(Rejection) -> (type: String, answers: String) {
        switch interaction {
        case .choice(let choice): return (choice.isTrueFalse ? "truefalse" : "multichoice", try options(choice))
        case .textEntry(let entry): return ("shortanswer", try texts(entry))
        case .numericEntry(let entry): return ("numerical", try numbers(entry))
        case .match(let match):
            guard let image = match.image else { return ("matching", try pairs(match)) }
            return try labels(match, on: image)
        case .order(let order): return ("ordering", try entries(order))
        case .extendedText(let essay):
            let lines = "<responsefieldlines>\(essay.expectedLines)</responsefieldlines>\n"
            guard let guidance = essay.guidance else { return ("essay", lines) }
            return ("essay", lines + (try rich("graderinfo", guidance)))
        case .description: return ("description", "")
        case .associate: throw Rejection("Moodle has no pairs within one set.")
        case .composite: throw Rejection("It has several parts.")
        }
    }

    private mutating func options(_ choice: ChoiceInteraction) throws(Rejection) -> String {
        guard choice.scoring == .sum, choice.display != .text, choice.image == nil, choice.mostChoices == nil else {
            throw Rejection("Moodle cannot say how its options are marked or shown.")
        }
        var text = ""
        if !choice.isTrueFalse {
            let isFixed = choice.shuffles && choice.options.contains(where: \.isFixed)
            if isFixed { notice("In Moodle all its options keep their places, because one of them must.") }
            text += "<single>\(!choice.isMultiple)</single>\n"
            text += "<shuffleanswers>\(choice.shuffles && !isFixed)</shuffleanswers>\n"
        }
        for (option, share) in zip(choice.options, shares(choice)) {
            let words = choice.isTrueFalse ? RichText(plain: option.text.html.lowercased()) : option.text
            let attribute = " fraction=\"\(Share.percent(share))\""
            text += try rich("answer", words, attribute, then: feedback(option.feedback))
        }
        return text
    }

    /// Shares that Moodle knows, of which the right ones together still make a whole.
    private mutating func shares(_ choice: ChoiceInteraction) -> [Double] {
        let fractions = choice.options.map(\.fraction)
        let sum = fractions.reduce(0) { $0 + max(0, Share.inMoodle($1)) }
        let isShort = choice.isMultiple && sum < 0.9999
        return fractions.map { share($0, isAtLeast: isShort && $0 > 0) }
    }

    private mutating func texts(_ entry: TextEntryInteraction) throws(Rejection) -> String {
        guard entry.isCaseSensitive || !entry.accepted.contains(where: \.isCaseSensitive) else {
            throw Rejection("In Moodle capital letters count for all answers or for none.")
        }
        var text = "<usecase>\(entry.isCaseSensitive ? 1 : 0)</usecase>\n"
        for accepted in entry.accepted {
            text += try answer(accepted.fraction, accepted.pattern, accepted.feedback)
        }
        return text
    }

    private mutating func numbers(_ entry: NumericEntryInteraction) throws(Rejection) -> String {
        var text = ""
        for accepted in entry.accepted {
            let (number, tolerance) = try entry.moodleNumber(accepted)
            text += try answer(
                accepted.fraction, number, accepted.feedback, then: "<tolerance>\(tolerance)</tolerance>")
        }
        if entry.units.isEmpty { return text }
        text += "<units>"
        for unit in entry.units {
            let name = MarkupText.escaped(unit.name)
            // Moodle multiplies the answer's own unit to reach this one.
            text += "<unit><multiplier>\(1 / unit.multiplier)</multiplier><unit_name>\(name)</unit_name></unit>"
        }
        text += "</units>\n"
        guard let unitPenalty = entry.unitPenalty else { return text + "<unitgradingtype>0</unitgradingtype>\n" }
        return text + "<unitgradingtype>1</unitgradingtype>\n<unitpenalty>\(unitPenalty)</unitpenalty>\n"
    }

    private mutating func pairs(_ match: MatchInteraction) throws(Rejection) -> String {
        guard !match.isAllOrNothing else {
            throw Rejection("Moodle counts each pair by itself; here only all together count.")
        }
        let unused = match.targets.indices.filter { !match.key.contains($0) }
        let pairs = Array(zip(match.sources, match.key)) + unused.map { (RichText(plain: ""), $0) }
        var text = ""
        for (source, place) in pairs {
            let target = MarkupText.escaped(RichText(plain: match.targets[place]).html)
            text += try rich("subquestion", source, then: "<answer><text>\(target)</text></answer>")
        }
        return text
    }

    private mutating func entries(_ order: OrderInteraction) throws(Rejection) -> String {
        guard order.image == nil, order.grading != .awards else {
            throw Rejection("Moodle's ordering has no places on a picture and no marks for certain orders.")
        }
        var text = "<selecttype>ALL</selecttype>\n<gradingtype>\(order.grading.moodleName)</gradingtype>\n"
        for (rank, place) in order.rightOrder.enumerated() {
            text += try rich("answer", order.entries[place], " fraction=\"\(rank + 1)\"")
        }
        return text
    }
}

extension NumericEntryInteraction {
    /// The number or `*`, and its tolerance; bounds become a middle and the wider half.
    func moodleNumber(_ answer: Accepted) throws(Rejection) -> (text: String, tolerance: Double) {
        guard figures == nil, scale == nil else {
            throw Rejection("Moodle's numbers have neither significant figures nor a scale.")
        }
        if answer.lower == nil, answer.upper == nil {
            return (answer.value.map { "\($0)" } ?? "*", answer.tolerance)
        }
        guard let lower = answer.lower, let upper = answer.upper else {
            throw Rejection("Moodle has no number without an upper or a lower bound.")
        }
        let middle = lower / 2 + upper / 2
        return ("\(middle)", max(upper - middle, middle - lower))
    }
}
