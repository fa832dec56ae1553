/// What makes a generated question unfit to be asked.
public enum ItemFlaw: Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case noRightAnswer
    case equalOptions
    case wrongAnswerIsRight
    case equalWrongAnswers
    case tooManyFigures

    public var description: String {
        switch self {
        case .noRightAnswer: "No answer earns full marks."
        case .equalOptions: "Two options, entries or targets are the same."
        case .wrongAnswerIsRight: "A wrong method gives the right answer."
        case .equalWrongAnswers: "Two wrong methods give the same answer."
        case .tooManyFigures:
            "The answer has more than \(Item.mostFigures) figures. Accept a tolerance such as :1%, or round it."
        }
    }
}

extension Item {
    /// Nobody types more.
    static let mostFigures = 9

    /// The first thing that is wrong with the question, though each of its parts may be well written.
    public var flaw: ItemFlaw? {
        if let right = rightResponse, !mark(right.singled(for: interaction)).isFull { return .noRightAnswer }
        return switch interaction {
        case .choice(let choice): Self.areDistinct(choice.options.map(\.text)) ? nil : .equalOptions
        case .order(let order): Self.areDistinct(order.entries) ? nil : .equalOptions
        case .match(let match): Self.areDistinct(match.sources) ? nil : .equalOptions
        case .numericEntry(let entry): entry.flaw
        case .textEntry(let entry): entry.flaw
        default: nil
        }
    }

    /// By what is read: 2.0 and 2 are the same option.
    private static func areDistinct(_ texts: [RichText]) -> Bool {
        var seen: Set<String> = []
        return texts.allSatisfy { text in
            let number = WrittenNumber(text.plain).readings.first.map { "\($0)" }
            return seen.insert(number ?? text.html).inserted
        }
    }
}

extension Response {
    /// Of several options that each earn full marks, one.
    fileprivate func singled(for interaction: Interaction) -> Response {
        guard case .choice(let choice) = interaction, !choice.isMultiple, case .choices(let places) = self else {
            return self
        }
        return .choices(Array(places.prefix(1)))
    }
}

extension NumericEntryInteraction {
    fileprivate var flaw: ItemFlaw? {
        let right = accepted.filter { $0.fraction >= 0.9999 }
        // Part of the mark is for what is near, and may stand about the right answer itself.
        let wrong = accepted.filter { $0.fraction <= 0 }.compactMap(\.value)
        for answer in right {
            guard let value = answer.value else { continue }
            if wrong.contains(where: { abs($0 - value) <= answer.tolerance }) { return .wrongAnswerIsRight }
            let digits = DecimalDigits(.approximate(value)).digits.count
            if answer.tolerance == 0, figures == nil, digits > Item.mostFigures { return .tooManyFigures }
        }
        return Set(wrong).count == wrong.count ? nil : .equalWrongAnswers
    }
}

extension TextEntryInteraction {
    fileprivate var flaw: ItemFlaw? {
        let right = Set(accepted.filter { $0.fraction >= 0.9999 }.map(\.pattern))
        return accepted.contains { $0.fraction < 0.9999 && right.contains($0.pattern) } ? .wrongAnswerIsRight : nil
    }
}
