internal import Assessment

/// Choices, and choices that go with answers.
extension NumbasPart {
    mutating func choice(_ part: NumbasValue, isMultiple: Bool) throws(Rejection) -> ChoiceInteraction {
        let choices = try texts(part["choices"])
        let marks = try (part["matrix"]?.list ?? []).map { $0.text ?? $0.list.first?.text }.map(mark)
        guard choices.count >= 2, choices.count == marks.count else {
            throw Rejection("There are fewer than two choices, or not each has a mark. Write them out.")
        }
        let full = isMultiple ? marks.reduce(0) { $0 + max(0, $1) } : marks.max() ?? 0
        guard full > 0 else { throw Rejection("No choice is right. Give the right one a mark.") }
        guard isMultiple || !marks.allSatisfy({ $0 == full }) else {
            throw Rejection("Every choice is right. Give the wrong ones no mark.")
        }
        let distractors = part["distractors"]?.list ?? []
        var options: [ChoiceInteraction.Option] = []
        for (place, choice) in choices.enumerated() {
            guard let text = try visible(choice) else { throw Rejection("A choice has no text. Write one.") }
            options.append(
                .init(
                    text: text, fraction: min(1, max(-1, marks[place] / full)),
                    feedback: optional(distractors.indices.contains(place) ? distractors[place] : nil)))
        }
        return ChoiceInteraction(
            options: options, isMultiple: isMultiple, shuffles: part["shufflechoices"]?.text?.lowercased() != "false")
    }

    /// Each choice goes with one answer; whatever else a table of marks says is Numbas's alone.
    mutating func match(_ part: NumbasValue) throws(Rejection) -> MatchInteraction {
        let choices = try texts(part["choices"])
        var match = MatchInteraction(sources: [], targets: [], key: [])
        for answer in try texts(part["answers"]) {
            guard let target = NumbasMenu.text(ProseReader.plain(try NumbasText(scope: scope).html(answer), .html))
            else {
                throw Rejection(
                    "The answer \(answer.prefix(40)) is a formula, which a menu cannot show. Write it plainly.")
            }
            match.targets.append(target)
        }
        let rows = part["matrix"]?.list ?? []
        guard choices.count >= 2, rows.count == choices.count, Set(match.targets).count == match.targets.count else {
            throw Rejection("There are fewer than two choices, two answers are the same, or a mark is missing.")
        }
        var worths: Set<Double> = []
        for (choice, row) in zip(choices, rows) {
            let marks = try row.list.map(\.text).map(mark)
            let right = marks.indices.filter { marks[$0] > 0 }
            guard right.count == 1, match.targets.indices.contains(right[0]), marks.allSatisfy({ $0 >= 0 }) else {
                throw Rejection("A choice goes with no answer or with several. Give each one right answer.")
            }
            guard let source = try visible(choice) else { throw Rejection("A choice has no text. Write one.") }
            match.sources.append(source)
            match.key.append(right[0])
            worths.insert(marks[right[0]])
        }
        guard worths.count == 1 else {
            throw Rejection("The choices are worth different marks, which cannot be carried over. Make them equal.")
        }
        return match
    }

    private func texts(_ value: NumbasValue?) throws(Rejection) -> [String] {
        guard let source = value?.text else { return (value?.list ?? []).map { $0.text ?? "" } }
        return try scope.entries(scope.value(of: source)).map(\.words)
    }

    private func mark(_ source: String?) throws(Rejection) -> Double {
        guard let source = source?.trimmedText, !source.isEmpty else {
            throw Rejection("A choice has no mark. Write one; 0 is for a wrong choice.")
        }
        if let plain = Number(source) { return plain.double }
        return try scope.number(of: source).double
    }
}
