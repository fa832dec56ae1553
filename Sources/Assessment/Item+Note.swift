extension Item {
    /// One line, question and answer, that names the variant and that the teacher reads in the conference.
    public var note: String { "\(stem.plain.shortened(to: 120)) → \(keyText.shortened(to: 80))" }

    /// The right answer in words.
    public var keyText: String {
        switch interaction {
        case .choice(let choice):
            let best = choice.isMultiple ? choice.options.filter { $0.fraction > 0 } : choice.bestOptions
            return best.map(\.text.plain).joined(separator: " + ")
        case .textEntry(let entry):
            return entry.accepted.filter { $0.fraction >= 0.9999 }.map(\.pattern).joined(separator: " / ")
        case .numericEntry(let entry):
            return entry.accepted.filter { $0.fraction >= 0.9999 }.map(\.keyText).joined(separator: " / ")
        case .match(let match):
            return zip(match.sources, match.key).map { "\($0.plain) – \(match.targets[$1])" }.joined(separator: "; ")
        case .order(let order):
            return order.entries.map(\.plain).joined(separator: " < ")
        case .extendedText(let text):
            return text.guidance?.plain ?? ""
        case .description:
            return ""
        }
    }

    /// A response in words, as the teacher reads it.
    public func text(of response: Response) -> String {
        switch (interaction, response) {
        case (.choice(let choice), .choices(let chosen)):
            chosen.filter(choice.options.indices.contains).map { choice.options[$0].text.plain }.joined(
                separator: " + ")
        case (_, .text(let text)):
            text
        case (.match(let match), .places(let places)):
            zip(match.sources, places).map { source, place in
                "\(source.plain) – \(place.map { match.targets[$0] } ?? "?")"
            }.joined(separator: "; ")
        case (.order(let order), .places(let places)):
            places.map { place in place.map { order.entries[$0].plain } ?? "?" }.joined(separator: " < ")
        default:
            ""
        }
    }

    /// A response that earns full marks, or nil when only a person can tell: for proofs that a key can be reached.
    public var rightResponse: Response? {
        switch interaction {
        case .choice(let choice) where choice.isMultiple:
            return .choices(choice.options.indices.filter { choice.options[$0].fraction > 0 })
        case .choice(let choice):
            guard
                let best = choice.options.indices.max(by: { choice.options[$0].fraction < choice.options[$1].fraction })
            else { return nil }
            return .choices([best])
        case .textEntry(let entry):
            guard let best = entry.accepted.max(by: { $0.fraction < $1.fraction }) else { return nil }
            return .text(best.pattern.replacingWildcards())
        case .numericEntry(let entry):
            guard let best = entry.accepted.max(by: { $0.fraction < $1.fraction }) else { return nil }
            return .text(best.value.map { "\($0)" } ?? "1")
        case .match(let match):
            return .places(match.key)
        case .order(let order):
            return .places(Array(order.entries.indices))
        case .extendedText, .description:
            return nil
        }
    }
}

extension ChoiceInteraction {
    fileprivate var bestOptions: [Option] {
        let best = options.map(\.fraction).max() ?? 0
        return options.filter { $0.fraction == best && best > 0 }
    }
}

extension NumericEntryInteraction.Accepted {
    fileprivate var keyText: String {
        guard let value else { return "*" }
        let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
        return tolerance == 0 ? number : "\(number) ± \(tolerance)"
    }
}

extension String {
    fileprivate func shortened(to length: Int) -> String {
        count <= length ? self : prefix(length - 1) + "…"
    }

    /// A text that the pattern matches: each wildcard stands for nothing, each `\*` for an asterisk.
    fileprivate func replacingWildcards() -> String {
        split(separator: "\\*", omittingEmptySubsequences: false).map { $0.filter { $0 != "*" } }.joined(separator: "*")
    }
}
