import Assessment

/// Questions of every kind that GIFT can carry, full of what GIFT reads as its own.
struct RandomItems {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

    mutating func plain() -> String {
        let words = [
            "a", "b=c", "{x}", "~", "#3", "50%", ":", "::", "\\", "\\n", "<b", "&amp;", "é", "//", "->", "[html]",
            "$CATEGORY:", "\"q\"",
        ]
        return (0...below(3)).map { _ in words[below(words.count)] }.joined(separator: " ") + " \(below(1000))"
    }

    mutating func rich() -> RichText {
        let text = RichText(plain: plain())
        return below(3) == 0 ? RichText(sanitised: "<p>\(text.html)</p>\n<b>x</b>") : text
    }

    mutating func feedback() -> RichText? { below(2) == 0 ? rich() : nil }

    mutating func distinct(_ count: Int) -> [RichText] {
        (0..<count).map { RichText(sanitised: rich().html + " (\($0))") }
    }

    mutating func number() -> Double { Double(below(2_000_001) - 1_000_000) / [1, 10, 1000, 1e9][below(4)] }

    mutating func item() -> Item {
        let interaction = interaction()
        let isDescription = interaction == .description
        return Item(stem: rich(), interaction: interaction, feedback: isDescription ? nil : feedback())
    }

    private mutating func interaction() -> Interaction {
        switch below(8) {
        case 0:
            let texts = distinct(2 + below(4))
            let options = texts.enumerated().map { place, text in
                ChoiceInteraction.Option(text: text, fraction: [1, 0, 0.5, -1.0 / 3][place % 4], feedback: feedback())
            }
            return .choice(.init(options: options, isMultiple: false))
        case 1:
            let options = distinct(4).enumerated().map { place, text in
                ChoiceInteraction.Option(text: text, fraction: place < 3 ? 1.0 / 3 : -1, feedback: feedback())
            }
            return .choice(.init(options: options, isMultiple: true))
        case 2:
            let right = below(2)
            let options = ["True", "False"].enumerated().map { place, word in
                ChoiceInteraction.Option(
                    text: RichText(plain: word), fraction: place == right ? 1 : 0, feedback: feedback())
            }
            return .choice(.init(options: options, isMultiple: false, shuffles: false))
        case 3:
            let accepted = (0...below(3)).map { place in
                TextEntryInteraction.Accepted(
                    pattern: plain().replacing("->", with: "–"), fraction: [1, 0.5, 0][place % 3], feedback: feedback())
            }
            return .textEntry(.init(accepted: accepted))
        case 4:
            var entry = NumericEntryInteraction(
                accepted: [
                    .init(
                        value: number(), tolerance: below(2) == 0 ? 0 : abs(number()), fraction: 1, feedback: feedback()
                    ),
                    .init(value: number(), fraction: 0, feedback: rich()),
                    .init(value: nil, fraction: 0, feedback: rich()),
                ])
            if below(2) == 0 {
                entry.units = [.init(name: "g/cm³", multiplier: 1), .init(name: "kg", multiplier: 0.001)]
                entry.unitPenalty = 0.25
            }
            if below(2) == 0 { entry.figures = .init(count: 3, penalty: below(2) == 0 ? 1 : 0.5) }
            return .numericEntry(entry)
        case 5:
            let targets = (0..<4).map { "\(plain()) \($0)" }
            return .match(.init(sources: distinct(3), targets: targets, key: [0, 1, 2]))
        case 6:
            let gradings: [OrderInteraction.Grading] = [
                .allOrNothing, .absolutePosition, .relativeNextExcludeLast, .relativeToCorrect, .longestOrderedSubset,
            ]
            return .order(.init(entries: distinct(3), grading: gradings[below(gradings.count)]))
        default:
            return below(2) == 0 ? .extendedText(.init()) : .description
        }
    }
}

extension RandomItems {
    /// Several parts, each at its gap, as Moodle's cloze and its menus have them.
    mutating func composite() -> Item {
        let count = 2 + below(3)
        let shared = distinct(3).map { RichText(plain: $0.plain) }
        let isOfMenus = below(3) == 0
        var stem = rich().html
        var parts: [CompositeInteraction.Part] = []
        for number in 0..<count {
            stem += " " + plainHTML() + RichText.gap(number)
            let part = isOfMenus ? menu(shared) : gap()
            parts.append(.init(part, weight: isOfMenus ? 1 : Double(1 + below(3))))
        }
        return Item(
            stem: RichText(sanitised: stem), interaction: .composite(.init(parts: parts)), feedback: feedback())
    }

    private mutating func plainHTML() -> String { RichText(plain: plain()).html }

    private mutating func menu(_ words: [RichText]) -> Interaction {
        let right = below(words.count)
        let options = words.enumerated().map { place, text in
            ChoiceInteraction.Option(text: text, fraction: place == right ? 1 : 0)
        }
        return .choice(.init(options: options, isMultiple: false, display: .menu))
    }

    private mutating func gap() -> Interaction {
        switch below(4) {
        case 0:
            let accepted = (0...below(3)).map { place in
                TextEntryInteraction.Accepted(
                    pattern: plain(), fraction: [1, 1.0 / 3, 0][place % 3], feedback: said())
            }
            return .textEntry(.init(accepted: accepted, isCaseSensitive: below(2) == 0))
        case 1:
            return .numericEntry(
                .init(accepted: [
                    .init(value: number(), tolerance: below(2) == 0 ? 0 : 0.5, fraction: 1, feedback: said()),
                    .init(value: number(), fraction: 0.5, feedback: said()),
                ]))
        case 2:
            let options = line(3).enumerated().map { place, text in
                ChoiceInteraction.Option(text: text, fraction: [0, 1, 0.5][place % 3], feedback: said())
            }
            return .choice(
                .init(
                    options: options, isMultiple: false, shuffles: below(2) == 0, display: below(2) == 0 ? .menu : .list
                ))
        default:
            let options = line(4).enumerated().map { place, text in
                ChoiceInteraction.Option(text: text, fraction: place < 3 ? 1.0 / 3 : [-1, 0][below(2)])
            }
            return .choice(.init(options: options, isMultiple: true, shuffles: below(2) == 0))
        }
    }

    /// Cloze knows no line ends.
    private mutating func line(_ count: Int) -> [RichText] {
        distinct(count).map { RichText(sanitised: $0.html.replacing("\n", with: " ")) }
    }

    private mutating func said() -> RichText? { below(2) == 0 ? line(1)[0] : nil }
}
