internal import Assessment

extension BrightspaceRows {
    /// Brightspace's name of the type, and the rows that are its own.
    mutating func answers(to interaction: Interaction) throws(Rejection) -> (type: String, rows: [[String]]) {
        switch interaction {
        case .choice(let choice):
            if choice.isTrueFalse { return ("TF", try trueFalse(choice)) }
            return choice.isMultiple ? ("MS", try selection(choice)) : ("MC", try options(choice))
        case .textEntry(let entry): return ("SA", try answers(entry))
        case .match(let match): return ("M", try pairs(match))
        case .order(let order): return ("O", try entries(order))
        case .extendedText(let essay):
            guard let guidance = essay.guidance else { return ("WR", []) }
            return ("WR", [["AnswerKey"] + (try Self.cells(guidance))])
        case .numericEntry: throw Rejection("A CSV for Brightspace has no questions with numbers and tolerances.")
        case .associate: throw Rejection("A CSV for Brightspace has no pairs within one set.")
        case .composite: throw Rejection("A CSV for Brightspace has no questions with several parts.")
        case .description: throw Rejection("A CSV for Brightspace has no texts without a question.")
        }
    }

    private func trueFalse(_ choice: ChoiceInteraction) throws(Rejection) -> [[String]] {
        var rows: [[String]] = []
        for (word, option) in zip(["TRUE", "FALSE"], choice.options) {
            let said = try option.feedback.map(Self.cells) ?? []
            rows.append([word, Self.percent(option.fraction)] + said)
        }
        return rows
    }

    private func options(_ choice: ChoiceInteraction) throws(Rejection) -> [[String]] {
        try check(choice)
        guard
            choice.scoring == .sum
                || choice.scoring == .allOrNothing && choice.options.count(where: { $0.fraction > 0 }) == 1,
            choice.options.contains(where: { $0.fraction > 0.9999 })
        else { throw Rejection("A CSV for Brightspace cannot say how its options are marked.") }
        var rows: [[String]] = []
        for option in choice.options {
            let share = choice.scoring == .sum ? option.fraction : option.fraction > 0 ? 1 : 0
            rows.append(["Option", Self.percent(share)] + (try Self.cells(option.text, option.feedback)))
        }
        return rows
    }

    private mutating func selection(_ choice: ChoiceInteraction) throws(Rejection) -> [[String]] {
        try check(choice)
        let right = choice.options.count { $0.fraction > 0 }
        guard right > 0, choice.mostChoices ?? right >= right else {
            throw Rejection("A CSV for Brightspace cannot say how many options may be chosen.")
        }
        var rows: [[String]] = []
        switch choice.scoring {
        case .allOrNothing: rows = [["Scoring", "AllOrNothing"]]
        case .rightAnswers: rows = [["Scoring", "RightAnswers"]]
        case .sum:
            rows = [["Scoring", "RightMinusWrong"]]
            let share = 1 / Double(right)
            if choice.options.contains(where: { abs(abs($0.fraction) - share) > 0.005 }) {
                notice("Brightspace marks it right minus wrong, so a half right answer earns another share there.")
            }
        case .awards: throw Rejection("A CSV for Brightspace cannot say how its options are marked.")
        }
        for option in choice.options {
            rows.append(["Option", option.fraction > 0 ? "1" : "0"] + (try Self.cells(option.text, option.feedback)))
        }
        return rows
    }

    private func check(_ choice: ChoiceInteraction) throws(Rejection) {
        guard choice.display != .text, choice.image == nil else {
            throw Rejection("A CSV for Brightspace has no places in a text or on a picture.")
        }
        guard choice.options.count >= 2 else { throw Rejection("A choice in Brightspace needs two options.") }
    }

    private mutating func answers(_ entry: TextEntryInteraction) throws(Rejection) -> [[String]] {
        guard !entry.isCaseSensitive, !entry.accepted.contains(where: \.isCaseSensitive) else {
            throw Rejection("A CSV for Brightspace cannot say that capital letters count.")
        }
        guard entry.accepted.contains(where: { $0.fraction > 0.9999 }) else {
            throw Rejection("None of its answers earns full marks.")
        }
        var rows = [["InputBox", "1", "40"]]
        for answer in entry.accepted {
            if answer.feedback != nil { notice("What is said to single answers is not in the file.") }
            let wildcard = WildcardText(answer.pattern)
            let text = wildcard.isPlain ? [wildcard.text] : [wildcard.regularExpression, "regexp"]
            rows.append(["Answer", Self.percent(answer.fraction)] + text)
        }
        return rows
    }

    private mutating func pairs(_ match: MatchInteraction) throws(Rejection) -> [[String]] {
        guard match.image == nil else { throw Rejection("A CSV for Brightspace has no places on a picture.") }
        guard Set(match.key).count >= 2 else { throw Rejection("Matching in Brightspace needs two different pairs.") }
        var rows = [["Scoring", match.isAllOrNothing ? "AllOrNothing" : "EquallyWeighted"]]
        for (number, source) in match.sources.enumerated() {
            _ = try Self.cells(source)
            let text = source.plain
            guard !text.isEmpty else { throw Rejection("One of its pairs has no text.") }
            if RichText(plain: text) != source {
                notice("What is to be matched is in the file without bold and the like.")
            }
            rows.append(["Choice", "\(number + 1)"] + Self.plain(text))
        }
        for (place, target) in match.targets.enumerated() {
            for number in match.key.indices where match.key[number] == place {
                rows.append(["Match", "\(number + 1)"] + Self.plain(target))
            }
        }
        if Set(match.key).count < match.targets.count {
            notice("Answers that go with nothing are not in the file: Brightspace does not say whether it takes them.")
        }
        return rows
    }

    private func entries(_ order: OrderInteraction) throws(Rejection) -> [[String]] {
        guard order.image == nil else { throw Rejection("A CSV for Brightspace has no places on a picture.") }
        guard order.grading == .allOrNothing || order.grading == .absolutePosition else {
            throw Rejection("A CSV for Brightspace cannot say how its order is marked.")
        }
        guard order.entries.count >= 2 else { throw Rejection("An order in Brightspace needs two entries.") }
        var rows = [["Scoring", order.grading == .allOrNothing ? "AllOrNothing" : "EquallyWeighted"]]
        for place in order.rightOrder { rows.append(["Item"] + (try Self.cells(order.entries[place]))) }
        return rows
    }

    /// From 0 to 100; a single answer that takes marks away earns none.
    private static func percent(_ fraction: Double) -> String {
        Share.percent(max(0, fraction))
    }
}
