internal import Assessment
internal import XML

extension QTI12Item {
    mutating func textEntry(_ response: QTI12Response, others: QTI12Processing.Answers) throws(Rejection) -> Interaction
    {
        let none = processing.score(others)
        var accepted: [TextEntryInteraction.Accepted] = []
        let mentions = processing.mentions(of: response.ident).filter { !$0.text.value.isEmpty }
        for mention in mentions.uniqued(by: { $0.text.value }) {
            let answers = others.merging([response.ident: [mention.text.value]]) { $1 }
            let run = processing.run(answers)
            let pattern = mention.text.value.escapingAsterisks
            accepted.append(
                .init(
                    pattern: mention.contains ? "*\(pattern)*" : pattern, fraction: run.score - none,
                    feedback: feedback(run.feedback, &prose), isCaseSensitive: mention.text.isCaseSensitive))
        }
        guard let best = accepted.map(\.fraction).max(), best > 0 else {
            throw Rejection("The question has no accepted answer. Add one and export again.")
        }
        for place in accepted.indices { accepted[place].fraction = max(0, accepted[place].fraction / best) }
        return .textEntry(.init(accepted: accepted))
    }

    /// Each rule that gives something accepts values with their margins, or a range.
    mutating func numericEntry(_ response: QTI12Response) throws(Rejection) -> NumericEntryInteraction {
        var accepted: [NumericEntryInteraction.Accepted] = []
        for rule in processing.rules {
            var gain = 0.0
            for setting in rule.settings where setting.variable == processing.scoreName {
                gain = Double(setting.value) ?? (setting.value.hasSuffix(".max") ? 100 : 0)
            }
            guard gain > 0 else { continue }
            let feedback = feedback(rule.feedback, &prose)
            for var one in Self.accepted(rule.test, response.ident) {
                one.fraction = gain
                one.feedback = feedback
                accepted.append(one)
            }
        }
        guard let best = accepted.map(\.fraction).max() else {
            throw Rejection("The question has no accepted answer that is a number. Add one and export again.")
        }
        for place in accepted.indices { accepted[place].fraction /= best }
        return NumericEntryInteraction(accepted: accepted.sorted { $0.fraction > $1.fraction })
    }

    private static func accepted(_ test: QTI12Test, _ name: String) -> [NumericEntryInteraction.Accepted] {
        switch test {
        case .any(let tests): return tests.flatMap { accepted($0, name) }.uniqued { $0 }
        case .equal(name, let text):
            guard let value = GIFTNumber.number(Substring(text.value)) else { return [] }
            return [.init(value: value, tolerance: text.margin ?? 0, fraction: 1)]
        // A bound of another response says nothing about this one.
        case .bound(name, _, _): return accepted(.all([test]), name)
        case .all(let tests):
            var range = NumericEntryInteraction.Accepted(value: nil, fraction: 1)
            var values: [NumericEntryInteraction.Accepted] = []
            for test in tests {
                switch test {
                case .bound(name, .above, let limit): range.lower = limit.nextUp
                case .bound(name, .atLeast, let limit): range.lower = limit
                case .bound(name, .below, let limit): range.upper = limit.nextDown
                case .bound(name, .atMost, let limit): range.upper = limit
                default: values += accepted(test, name)
                }
            }
            // Blackboard names the exact value beside its range.
            guard let lower = range.lower, let upper = range.upper else {
                return range.lower == nil && range.upper == nil ? values : [range]
            }
            return lower <= upper ? [range] : []
        default: return []
        }
    }
}

extension String {
    /// With asterisks that mean themselves.
    var escapingAsterisks: String {
        contains("*") ? reduce(into: "") { $0 += $1 == "*" ? "\\*" : String($1) } : self
    }
}
