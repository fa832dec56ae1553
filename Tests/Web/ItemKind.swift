import Assessment
import Testing

@testable import Classroom

/// One item of each kind that people meet, with an answer to it and an order in which it is shown.
struct ItemKind: CustomTestStringConvertible, Sendable {
    let name: String
    let item: Item
    let response: Assessment.Response
    let presentation: Presentation

    var testDescription: String { name }

    func shown(answered: Bool = true) -> FormItem {
        FormItem(
            place: 1, family: 1, variant: 1, item: item, presentation: presentation,
            response: answered ? response : .empty, sequence: 0)
    }

    private init(
        _ name: String, stem: String = "<p>What?</p>", _ interaction: Interaction, _ response: Assessment.Response,
        _ orders: [[Int]] = [[]]
    ) {
        self.name = name
        item = Item(stem: RichText(sanitised: stem), interaction: interaction)
        self.response = response
        presentation = Presentation(orders)
    }

    static let all: [ItemKind] = [
        ItemKind("single choice", .choice(three()), .choices([1]), [[2, 0, 1]]),
        ItemKind("several choices", .choice(three(isMultiple: true, mostChoices: 2)), .choices([0, 2]), [[1, 2, 0]]),
        ItemKind(
            "menu", stem: "<p>It is \(RichText.gap(0)).</p>", .choice(three(display: .menu)), .choices([2]),
            [[1, 2, 0]]),
        ItemKind(
            "hot text", stem: "<p>The \(RichText.gap(0)) saw \(RichText.gap(1)) and \(RichText.gap(2)).</p>",
            .choice(three(isMultiple: true, display: .text)), .choices([0, 2])),
        ItemKind("hot spot", .choice(three(image: image)), .choices([2]), [[2, 1, 0]]),
        ItemKind("blank", stem: "<p>Water is \(RichText.gap(0)).</p>", blank, .text("H2O & \"ice\"")),
        ItemKind("number with unit", number(units: ["m", "cm"]), .text("3 m")),
        ItemKind("scale", number(scale: .init(lower: 0, upper: 10, step: 0.5)), .text("2.5")),
        ItemKind("essay", .extendedText(.init()), .text("Because.")),
        ItemKind("match", match(), .places([2, nil]), [[1, 2, 0]]),
        ItemKind("labels on a picture", match(image: image), .places([0, 2]), [[1, 2, 0]]),
        ItemKind(
            "pairs", .associate(.init(entries: ["a", "b", "c", "d"], key: [[0, 1], [2, 3]])),
            .places([0, 3, nil, 1]), [[3, 1, 0, 2]]),
        ItemKind(
            "order", .order(.init(entries: ["x", "y", "z"].map(RichText.init(plain:)))), .places([2, nil, 0]),
            [[1, 0, 2]]),
        ItemKind(
            "order on a picture",
            .order(.init(entries: ["ax", "by", "cz"].map { RichText(plain: $0 + "..") }, image: image)),
            .places([1, 2, 0]), [[2, 0, 1]]),
        composite,
    ]

    static let composite = ItemKind(
        "composite",
        stem: "<p>Ice is \(RichText.gap(0)), \(RichText.gap(1)) and \(RichText.gap(2)).</p>",
        .composite(
            .init(parts: [
                .init(blank), .init(.choice(three(display: .menu))), .init(.choice(three(isMultiple: true))),
                .init(number(units: [])), .init(.choice(three(image: image))), .init(match()),
            ])),
        .parts([.text("cold"), .choices([1]), .choices([0, 2]), .text("0"), .choices([2]), .places([1, nil])]),
        [[], [2, 0, 1], [1, 2, 0], [], [2, 1, 0], [2, 0, 1]])

    private static let blank = Interaction.textEntry(.init(accepted: [.init(pattern: "H2O", fraction: 1)]))

    private static let image = ImageMap(
        source: "/media/heart.png", text: "A heart", width: 200, height: 100,
        regions: [.rectangle(0, 0, 50, 50), .circle(100, 50, 20), .polygon([150, 10, 190, 10, 170, 60.5])])

    private static func three(
        isMultiple: Bool = false, display: ChoiceInteraction.Display = .list, mostChoices: Int? = nil,
        image: ImageMap? = nil
    ) -> ChoiceInteraction {
        ChoiceInteraction(
            options: ["fox", "wolf", "bear"].enumerated().map {
                .init(text: RichText(plain: $1 + "es"), fraction: $0 == 0 ? 1 : 0)
            },
            isMultiple: isMultiple, display: display, mostChoices: mostChoices, image: image)
    }

    private static func number(units: [String] = [], scale: NumericEntryInteraction.Scale? = nil) -> Interaction {
        .numericEntry(
            .init(
                accepted: [.init(value: 3, fraction: 1)], units: units.map { .init(name: $0, multiplier: 1) },
                unitPenalty: 0.5, scale: scale))
    }

    private static func match(image: ImageMap? = nil) -> Interaction {
        .match(
            .init(
                sources: ["left side", "right side"].map(RichText.init(plain:)), targets: ["t", "u", "v"], key: [0, 1],
                image: image))
    }
}
