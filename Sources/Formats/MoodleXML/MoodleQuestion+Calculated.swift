internal import Assessment
internal import XML

extension MoodleQuestion {
    /// Each row of the datasets is a variant, with the values that stand in the file.
    mutating func calculated(isMultiple: Bool) throws(Rejection) -> [Variant] {
        let dataset = MoodleDataset(element)
        guard !dataset.rows.isEmpty else {
            throw Rejection("The file holds no values for the question's wildcards. Export it with its datasets.")
        }
        let formulas = MoodleFormulas()
        var variants: [Variant] = []
        for row in dataset.rows {
            let calculated = try MoodleCalculated(row, formulas: formulas)
            let interaction =
                try isMultiple
                ? Interaction.choice(calculatedChoice(calculated)) : .numericEntry(calculatedEntry(calculated))
            let body = try self.body()
            let stem = try visible(RichText.withoutGaps(try calculated.text(body.source)), body.format)
            let item = Item(
                stem: stem, interaction: interaction,
                feedback: try resolved(element.first("generalfeedback"), calculated))
            let parameters = dataset.names.map { Variant.Parameter(name: $0, value: row[$0] ?? "") }
            variants.append(Variant(item, parameters: parameters))
        }
        return variants.uniqued(by: \.item)
    }

    private mutating func calculatedEntry(_ row: MoodleCalculated) throws(Rejection) -> NumericEntryInteraction {
        var accepted: [NumericEntryInteraction.Accepted] = []
        for answer in answers {
            let formula = answer.text.source
            let feedback = try resolved(answer.element.first("feedback"), row)
            if formula == "*" {
                accepted.append(.init(value: nil, fraction: answer.fraction, feedback: feedback))
                continue
            }
            let value = try row.value(formula).double
            let tolerance = abs(answer.number("tolerance") ?? 0)
            var one = NumericEntryInteraction.Accepted(value: value, fraction: answer.fraction, feedback: feedback)
            switch answer.element.first("tolerancetype")?.text.trimmedText {
            case "2", "nominal": one.tolerance = tolerance
            case "3", "geometric":
                let ends = [value / (1 + tolerance), value * (1 + tolerance)]
                (one.lower, one.upper) = (ends.min(), ends.max())
            default: one.tolerance = abs(value) * tolerance
            }
            accepted.append(one)
        }
        guard !accepted.isEmpty else { throw Rejection("The question has no formula for its answer. Add one.") }
        return try numericEntry(accepted)
    }

    private mutating func calculatedChoice(_ row: MoodleCalculated) throws(Rejection) -> ChoiceInteraction {
        var options: [ChoiceInteraction.Option] = []
        for answer in answers {
            let length = answer.number("correctanswerlength").flatMap { Int(exactly: $0.rounded()) } ?? 2
            let isFigures = answer.element.first("correctanswerformat")?.text.trimmedText == "2"
            let source = answer.text
            let words = try row.text(
                source.source, isFigures ? .moodleSignificantFigures(length) : .decimalPlaces(length))
            guard let text = prose.visible(RichText.withoutGaps(words), source.format) else {
                throw Rejection("An option has no text, or is a picture that is not in the file. Describe it in words.")
            }
            options.append(
                .init(
                    text: text, fraction: answer.fraction, feedback: try resolved(answer.element.first("feedback"), row)
                ))
        }
        return try choice(options)
    }

    private mutating func resolved(_ element: XMLElement?, _ row: MoodleCalculated) throws(Rejection) -> RichText? {
        guard let element else { return nil }
        let text = MoodleText(element)
        return prose.optional(RichText.withoutGaps(try row.text(text.source)), text.format)
    }
}
