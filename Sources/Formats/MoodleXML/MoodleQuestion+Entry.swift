internal import Assessment
internal import XML

extension MoodleQuestion {
    mutating func textEntry() throws(Rejection) -> TextEntryInteraction {
        var accepted: [TextEntryInteraction.Accepted] = []
        for answer in answers {
            // Answers are plain text, whatever format they claim.
            let pattern = answer.text.source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if pattern.isEmpty { continue }
            accepted.append(.init(pattern: pattern, fraction: answer.fraction, feedback: feedback(answer)))
        }
        guard !accepted.isEmpty else {
            throw Rejection("The question has no accepted answer. Add one and export again.")
        }
        let factor = try scale(accepted.map(\.fraction))
        for place in accepted.indices { accepted[place].fraction *= factor }
        return TextEntryInteraction(accepted: accepted, isCaseSensitive: flag("usecase", otherwise: false))
    }

    mutating func numericEntry() throws(Rejection) -> NumericEntryInteraction {
        var accepted: [NumericEntryInteraction.Accepted] = []
        for answer in answers {
            let text = answer.text.source
            if text == "*" {
                accepted.append(.init(value: nil, fraction: answer.fraction, feedback: feedback(answer)))
                continue
            }
            guard let value = GIFTNumber.number(Substring(text)) else {
                throw Rejection(
                    "The accepted answer “\(text.prefix(40))” is not a number. Correct it and export again.")
            }
            accepted.append(
                .init(
                    value: value, tolerance: abs(answer.number("tolerance") ?? 0), fraction: answer.fraction,
                    feedback: feedback(answer)))
        }
        guard !accepted.isEmpty else {
            throw Rejection("The question has no accepted answer. Add one and export again.")
        }
        return try numericEntry(accepted)
    }

    /// With the units that the question knows.
    mutating func numericEntry(
        _ accepted: [NumericEntryInteraction.Accepted]
    ) throws(Rejection) -> NumericEntryInteraction {
        var accepted = accepted
        let factor = try scale(accepted.map(\.fraction))
        for place in accepted.indices { accepted[place].fraction *= factor }
        let best = accepted.first { $0.fraction > 0.9999 && $0.value != nil }
        if let value = best?.value, accepted.contains(where: { $0.fraction < 0.9999 && $0.covers(value) }) {
            // The first that matches counts: the best must come first to be reachable.
            accepted.sort { $0.fraction > $1.fraction }
            notice("Accepted answers overlap. Where two fit, the better one counts.")
        }
        var units: [NumericEntryInteraction.Unit] = []
        for unit in element.first("units")?.all("unit") ?? [] {
            let name = unit.first("unit_name")?.text.trimmedText ?? ""
            guard let multiplier = unit.first("multiplier").flatMap({ GIFTNumber.number(Substring($0.text)) }),
                multiplier != 0,
                !name.isEmpty
            else { continue }
            // Moodle multiplies the answer's own unit to reach this one; the box divides.
            units.append(.init(name: name, multiplier: 1 / multiplier))
        }
        let isRequired = ["1", "2"].contains(element.first("unitgradingtype")?.text.trimmedText)
        let penalty = element.first("unitpenalty").flatMap { Double($0.text.trimmedText) } ?? 0.1
        return NumericEntryInteraction(
            accepted: accepted, units: units, unitPenalty: isRequired && !units.isEmpty ? min(1, max(0, penalty)) : nil)
    }

    mutating func essay() -> ExtendedTextInteraction {
        let lines = element.first("responsefieldlines").flatMap { Int($0.text.trimmedText) } ?? 10
        if (element.first("attachments").flatMap { Int($0.text.trimmedText) } ?? 0) != 0 {
            notice("Files cannot be handed in. Students show the work in the conference.")
        }
        return ExtendedTextInteraction(
            guidance: optional(element.first("graderinfo")), expectedLines: min(40, max(2, lines)))
    }
}

extension NumericEntryInteraction.Accepted {
    fileprivate func covers(_ number: Double) -> Bool {
        guard let value else { return false }
        return abs(number - value) <= tolerance
    }
}
