extension Item {
    /// One line, question and answer, that names the variant and that the teacher reads in the conference.
    public var note: String { "\(question.shortened(to: 120)) → \(keyText.shortened(to: 80))" }

    /// What is asked, on one line: hot texts stand in their places, any other gap is a line to write on.
    public var question: String { stem.filled { hotText($0)?.html ?? "___" }.plain }

    /// The choice whose options are hot texts in the stem.
    public var hotTexts: ChoiceInteraction? {
        if case .choice(let choice) = interaction, choice.display == .text { return choice }
        return nil
    }

    /// The hot text at the stem's gap of that number.
    public func hotText(_ number: Int) -> RichText? {
        guard let options = hotTexts?.options, options.indices.contains(number) else { return nil }
        return options[number].text
    }

    /// The right answer in words.
    public var keyText: String { interaction.keyText }

    /// A response in words, as the teacher reads it.
    public func text(of response: Response) -> String { interaction.text(of: response) }

    /// A response that earns full marks, or nil when only a person can tell: for proofs that a key can be reached.
    public var rightResponse: Response? { interaction.rightResponse }
}

extension Interaction {
    var keyText: String {
        switch self {
        case .choice(let choice): choice.rightOptions.map { choice.options[$0].text.plain }.joined(separator: " + ")
        case .textEntry(let entry):
            entry.accepted.filter { $0.fraction >= 0.9999 }.map(\.pattern.wildcardsInWords).joined(separator: " / ")
        case .numericEntry(let entry): entry.keyText
        case .match(let match):
            zip(match.sources, match.key).map { "\($0.plain) – \(match.targets[$1])" }.joined(separator: "; ")
        case .associate(let associate): associate.text(of: associate.key.flatMap { $0 })
        case .order(let order): order.rightOrder.map { order.entries[$0].plain }.joined(separator: " < ")
        case .extendedText(let text): text.guidance?.plain ?? ""
        case .composite(let composite): composite.parts.map(\.interaction.keyText).joined(separator: " | ")
        case .description: ""
        }
    }

    func text(of response: Response) -> String {
        switch (self, response) {
        case (.choice(let choice), .choices(let chosen)):
            chosen.filter(choice.options.indices.contains).map { choice.options[$0].text.plain }.joined(
                separator: " + ")
        case (_, .text(let text)):
            text
        case (.match(let match), .places(let places)):
            zip(match.sources, places).map { source, place in
                "\(source.plain) – \(place.map { match.targets[$0] } ?? "?")"
            }.joined(separator: "; ")
        case (.associate(let associate), .places(let places)):
            associate.text(of: places)
        case (.order(let order), .places(let places)):
            places.map { place in place.map { order.entries[$0].plain } ?? "?" }.joined(separator: " < ")
        case (.composite(let composite), .parts(let parts)):
            zip(composite.parts, parts).map { part, response in
                response.isEmpty ? "–" : part.interaction.text(of: response)
            }.joined(separator: " | ")
        default:
            ""
        }
    }

    var rightResponse: Response? {
        switch self {
        case .choice(let choice):
            return .choices(choice.rightOptions)
        case .textEntry(let entry):
            guard let best = entry.accepted.max(by: { $0.fraction < $1.fraction }) else { return nil }
            return .text(best.pattern.replacingWildcards())
        case .numericEntry(let entry):
            return entry.rightResponse
        case .match(let match):
            return .places(match.key)
        case .associate(let associate):
            return .places(associate.key.flatMap { $0 })
        case .order(let order):
            return .places(order.rightOrder)
        case .composite(let composite):
            let parts = composite.parts.map(\.interaction.rightResponse)
            return parts.contains(nil) ? nil : .parts(parts.compactMap { $0 })
        case .extendedText, .description:
            return nil
        }
    }
}

extension ChoiceInteraction {
    /// The options that together earn full marks; of several single ones that do, all.
    fileprivate var rightOptions: [Int] {
        if isMultiple { return options.indices.filter { options[$0].fraction > 0 } }
        let best = options.map(\.fraction).max() ?? 0
        return options.indices.filter { options[$0].fraction == best && best > 0 }
    }
}

extension NumericEntryInteraction {
    fileprivate var keyText: String {
        let unit = units.first.map { " \($0.name)" } ?? ""
        return accepted.filter { $0.fraction >= 0.9999 }.map { $0.keyText + unit }.joined(separator: " / ")
    }

    fileprivate var rightResponse: Response? {
        guard let best = accepted.max(by: { $0.fraction < $1.fraction }) else { return nil }
        guard let value = best.value ?? best.lower ?? best.upper else { return .text("1") }
        let number = figures.map { WrittenNumber.write(value, figures: $0.count) } ?? "\(value)"
        return .text(number + (units.first.map { " \($0.name)" } ?? ""))
    }
}

extension NumericEntryInteraction.Accepted {
    fileprivate var keyText: String {
        guard let value else {
            switch (lower, upper) {
            case (let lower?, let upper?): return "\(Self.text(lower)) … \(Self.text(upper))"
            case (let lower?, nil): return "≥ \(Self.text(lower))"
            case (nil, let upper?): return "≤ \(Self.text(upper))"
            case (nil, nil): return "…"
            }
        }
        return tolerance == 0 ? Self.text(value) : "\(Self.text(value)) ± \(Self.text(tolerance))"
    }

    /// Six figures where there are more: a key is read by a person here, and compared elsewhere.
    private static func text(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
        let whole = "\(value)"
        guard whole.count(where: \.isNumber) > 7, let number = Number(value) else { return whole }
        return NumberFormat.significantFigures(6).text(number)
    }
}

extension AssociateInteraction {
    fileprivate func text(of places: [Int?]) -> String {
        let names = places.map { $0.flatMap { entries.indices.contains($0) ? entries[$0] : nil } ?? "?" }
        return stride(from: 0, to: names.count - 1, by: 2).map { "\(names[$0]) – \(names[$0 + 1])" }
            .joined(separator: "; ")
    }
}

extension String {
    fileprivate func shortened(to length: Int) -> String {
        count <= length ? self : prefix(length - 1) + "…"
    }

    /// A pattern as a person reads it: `…` for what may be anything.
    fileprivate var wildcardsInWords: String {
        split(separator: "\\*", omittingEmptySubsequences: false).map { $0.replacing("*", with: "…") }.joined(
            separator: "*")
    }

    /// A text that the pattern matches: each wildcard stands for nothing, each `\*` for an asterisk.
    fileprivate func replacingWildcards() -> String {
        split(separator: "\\*", omittingEmptySubsequences: false).map { $0.filter { $0 != "*" } }.joined(separator: "*")
    }
}
