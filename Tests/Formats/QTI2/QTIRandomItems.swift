import Assessment

/// Questions of every kind that QTI can carry, with every way of partial credit, and words that XML reads as its own.
struct QTIRandomItems {
    private var generator: SeededGenerator
    /// A picture of one point.
    static let picture: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
        6,
        0, 0, 0,
    ]
    static let kinds = 17

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

    mutating func plain() -> String {
        let words = ["a", "x<y", "&amp;", "]]>", "\"q\"", "é", "b", "{x}", "50%", "$", "(c)", "a^b"]
        return (0...below(3)).map { _ in words[below(words.count)] }.joined(separator: " ") + " \(below(1000))"
    }

    mutating func rich() -> RichText {
        let text = RichText(plain: plain()).html
        let shapes = [
            text, "<p>\(text)</p>", "<b>\(text)</b><br>x",
            "<p>\(text) <math><mi>x</mi><mo>&lt;</mo><mn>2</mn></math></p><ul><li>one</li></ul>",
            "<table><tr><td colspan=\"2\">\(text)</td></tr></table>",
            "\(text) <img src=\"/media/p.png\" alt=\"a dot\">",
        ]
        return RichText(sanitised: shapes[below(shapes.count)])
    }

    private mutating func feedback() -> RichText? { below(3) == 0 ? rich() : nil }

    private mutating func texts(_ count: Int) -> [String] { (0..<count).map { "\(plain()) w\($0)" } }

    private func map(_ count: Int) -> ImageMap {
        let shapes: [ImageMap.Shape] = (0..<count).map { place in
            let left = Double(20 * place)
            return [
                .rectangle(left, 0, left + 10, 10), .circle(left + 5, 5, 4.5),
                .polygon([left, 0, left + 10, 0, left, 10]), .ellipse(left + 5, 5, 4, 2),
            ][place % 4]
        }
        return ImageMap(source: "/media/p.png", text: "places", width: 200, height: 20, regions: shapes)
    }

    mutating func item(_ kind: Int) -> Item {
        if kind == 3 { return hottext() }
        guard kind >= 13 else { return Item(stem: rich(), interaction: interaction(kind), feedback: feedback()) }
        let count = kind == 14 ? 3 : 1 + below(3)
        var composite = CompositeInteraction(
            parts: (0..<count).map { place in
                .init(interaction([0, 1, 2, 4, 5, 6, 7, 8, 10, 11, 12][below(11)]), weight: Double(1 + below(3)))
            }, isAllOrNothing: kind == 15)
        var html = "Fill in: "
        if kind == 14 {
            // Small parts that are right or wrong, in the text.
            let menu = { (right: Int) in
                Interaction.choice(
                    ChoiceInteraction(
                        options: (0..<3).map { .init(text: RichText(plain: "m\($0)"), fraction: $0 == right ? 1 : 0) },
                        isMultiple: false, display: .menu))
            }
            composite = CompositeInteraction(parts: (0..<count).map { .init(menu($0)) })
            composite.awards = [
                Award(places: [0], fraction: 0.25), Award(places: [1, 2], fraction: 0.5),
                Award(places: [0, 1, 2], fraction: 1),
            ]
        }
        if kind == 16 { composite.parts.append(.init(.extendedText(.init(guidance: rich(), expectedLines: 3)))) }
        for place in composite.parts.indices where below(2) == 0 { html += "<p>here \(RichText.gap(place)).</p>" }
        return Item(stem: RichText(sanitised: html), interaction: .composite(composite), feedback: feedback())
    }

    private mutating func hottext() -> Item {
        let isMultiple = below(2) == 0
        let options = (0..<3).map { place in
            ChoiceInteraction.Option(
                text: RichText(plain: "h<\(place)"),
                fraction: isMultiple ? [0.5, 0.5, -1][place] : [0, 1, 0.25][place])
        }
        let choice = ChoiceInteraction(options: options, isMultiple: isMultiple, shuffles: false, display: .text)
        let stem = "<p>One \(RichText.gap(1)) and <b>\(RichText.gap(0))</b> &lt; \(RichText.gap(2)).</p>"
        return Item(stem: RichText(sanitised: stem), interaction: .choice(choice), feedback: feedback())
    }

    private mutating func options(_ fractions: [Double]) -> [ChoiceInteraction.Option] {
        let places = Array(fractions.indices)
        return places.map { place in
            .init(
                text: RichText(sanitised: rich().html + " (\(place))"), fraction: fractions[place],
                feedback: feedback(), isFixed: place == 2 && below(2) == 0)
        }
    }

    private mutating func interaction(_ kind: Int) -> Interaction {
        switch kind {
        case 0:
            let menu = below(2) == 0
            let fractions: [[Double]] = [[0, 1, 0], [1, 0.5, 0, -0.33333], [0.25, 0, 1, 1]]
            var choice = ChoiceInteraction(
                options: options(fractions[below(3)]), isMultiple: false, shuffles: below(2) == 0)
            if menu {
                choice.display = .menu
                for place in choice.options.indices {
                    choice.options[place].text = RichText(plain: "\(plain()) \(place)")
                }
            }
            return .choice(choice)
        case 1:
            let third = 1.0 / 3
            let fractions: [[Double]] = [
                [third, third, 0, third], [0.33333, 0.33333, 0.33333, -0.5], [0.75, 0, 0.25, -1],
            ]
            return .choice(.init(options: options(fractions[below(3)]), isMultiple: true))
        case 2:
            let scoring: ChoiceInteraction.Scoring = [.allOrNothing, .rightAnswers, .awards][below(3)]
            var choice = ChoiceInteraction(options: options([1, 0, 1, 0]), isMultiple: true, scoring: scoring)
            if scoring == .awards {
                choice.awards = [Award(places: [0], fraction: 0.25), Award(places: [0, 2], fraction: 1)]
            }
            if below(3) == 0 { choice.mostChoices = 3 }
            return .choice(choice)
        case 4:
            let texts = texts(3)
            let accepted = texts.enumerated().map { place, text in
                TextEntryInteraction.Accepted(
                    pattern: text, fraction: [1, 0.5, 1][place], feedback: feedback(), isCaseSensitive: place == 1)
            }
            return .textEntry(.init(accepted: accepted, isCaseSensitive: below(2) == 0))
        case 5:
            let patterns = ["*colou?r one*", "blu*e two", "5 \\* three"]
            let accepted = patterns.enumerated().map { place, text in
                TextEntryInteraction.Accepted(
                    pattern: text, fraction: [1, 0.5, 0.25][place], feedback: feedback())
            }
            return .textEntry(.init(accepted: accepted, isCaseSensitive: below(2) == 0))
        case 6:
            let value = Double(below(20_001) - 10_000) / [1, 10, 1000][below(3)]
            return .numericEntry(
                .init(accepted: [
                    .init(value: value, tolerance: [0, 0.5, 0.001][below(3)], fraction: 1, feedback: feedback()),
                    .init(value: value, tolerance: 2, fraction: 0.5),
                    .init(value: nil, lower: value + 10, upper: below(2) == 0 ? nil : value + 20.5, fraction: 0.25),
                    .init(value: value - 50, fraction: 0, feedback: feedback()),
                ]))
        case 7:
            return .numericEntry(
                .init(
                    accepted: [.init(value: 30, tolerance: 5, fraction: 1)], scale: .init(lower: 0, upper: 100, step: 5)
                ))
        case 8:
            let targets = texts(4)
            let sources = texts(3).map { RichText(plain: $0) }
            return .match(
                .init(sources: sources, targets: targets, key: [2, 0, below(4)], isAllOrNothing: below(2) == 0))
        case 9:
            return .order(
                .init(entries: texts(4).map { RichText(plain: $0) }, grading: .absolutePosition, image: map(4)))
        case 10:
            var associate = AssociateInteraction(
                entries: texts(6), key: [[0, 3], [1, 2], [4, 5]], isLenient: below(2) == 0,
                isAllOrNothing: below(3) == 0)
            if !associate.isAllOrNothing, below(2) == 0 { associate.weights = [0.5, 0.25, 0.25] }
            if below(3) == 0 { associate.image = map(6) }
            return .associate(associate)
        case 11:
            let gradings: [OrderInteraction.Grading] = [
                .allOrNothing, .absolutePosition, .relativeNextExcludeLast, .relativeNextIncludeLast,
                .relativeOnePreviousAndNext, .relativeAllPreviousAndNext, .longestOrderedSubset,
                .longestContiguousSubset, .relativeToCorrect,
            ]
            var order = OrderInteraction(
                entries: texts(4).map { RichText(plain: $0) }, grading: gradings[below(gradings.count)])
            if below(2) == 0 { order.key = [2, 0, 3, 1] }
            return .order(order)
        default:
            return .choice(
                .init(
                    options: texts(4).enumerated().map {
                        .init(text: RichText(plain: $1), fraction: [1, 0, 0, 0][$0])
                    },
                    isMultiple: false, image: map(4)))
        }
    }
}
