internal import Assessment
internal import XML

/// Writes a number, typed or set on a scale: one branch for each accepted value, in their order.
struct QTINumberWriter {
    let entry: NumericEntryInteraction
    let names: QTIPart.Names

    func part() throws(Rejection) -> QTIPart {
        guard entry.figures == nil else { throw Rejection("QTI cannot say that significant figures count.") }
        guard entry.unitPenalty == nil else { throw Rejection("QTI's numbers have no units.") }
        guard let best = entry.accepted.first(where: { $0.fraction > 0.9999 }) else {
            throw Rejection("No number earns full marks.")
        }
        guard let key = best.value ?? best.lower ?? best.upper else {
            throw Rejection("Any number earns full marks, which is no question in QTI.")
        }
        let variable = QTIRuleWriter.variable(names.response)
        var branches: [(test: XMLElement, rules: [XMLElement])] = []
        var feedback: [(identifier: String, text: RichText)] = []
        for (place, answer) in entry.accepted.enumerated() {
            let share = Mark(fraction: answer.fraction).fraction
            var rules = [QTIRuleWriter.set(names.score, QTIRuleWriter.number(share))]
            if let text = answer.feedback {
                feedback.append(("A\(place + 1)", text))
                rules.append(QTIRuleWriter.set(names.feedback, QTIRuleWriter.name("A\(place + 1)")))
            }
            branches.append((try Self.test(answer, variable), rules))
        }
        var part = QTIPart(
            names,
            declaration: QTIPart.declaration(names, "single", "float", correct: [QTIRuleWriter.words(key)]),
            element: try element(), rules: [QTIRuleWriter.condition(branches)])
        part.isInline = entry.scale == nil
        part.feedback = feedback
        return part
    }

    private func element() throws(Rejection) -> XMLElement {
        guard let scale = entry.scale else {
            return .new("textEntryInteraction", ["responseIdentifier": names.response])
        }
        guard scale.step == scale.step.rounded() else {
            throw Rejection("The steps of its scale are no whole numbers, which QTI 2.1 asks for.")
        }
        return .new(
            "sliderInteraction",
            [
                "responseIdentifier": names.response, "lowerBound": QTIRuleWriter.words(scale.lower),
                "upperBound": QTIRuleWriter.words(scale.upper), "step": QTIRuleWriter.words(scale.step),
            ])
    }

    private static func test(
        _ answer: NumericEntryInteraction.Accepted, _ variable: XMLElement
    ) throws(Rejection) -> XMLElement {
        let numbers = [answer.value, answer.tolerance, answer.lower, answer.upper].compactMap { $0 }
        guard numbers.allSatisfy(\.isFinite) else { throw Rejection("One of its numbers is infinite.") }
        if answer.lower != nil || answer.upper != nil {
            let lower = answer.lower.map { XMLElement.new("gte", [:], [variable, QTIRuleWriter.number($0)]) }
            let upper = answer.upper.map { XMLElement.new("lte", [:], [variable, QTIRuleWriter.number($0)]) }
            let bounds = [lower, upper].compactMap { $0 }
            return bounds.count == 1 ? bounds[0] : .new("and", [:], bounds)
        }
        guard let value = answer.value else { return .new("not", [:], [.new("isNull", [:], [variable])]) }
        let tolerance = answer.tolerance > 0 ? QTIRuleWriter.words(answer.tolerance) : nil
        return .new(
            "equal",
            [
                "toleranceMode": tolerance == nil ? "exact" : "absolute",
                "tolerance": tolerance.map { "\($0) \($0)" },
            ], [QTIRuleWriter.number(value), variable])
    }
}
