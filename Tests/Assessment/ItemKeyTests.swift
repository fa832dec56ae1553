import Assessment
import Testing

@Suite struct ItemKeyTests {
    private static let words = ["a", "b", "c"].map { RichText(plain: $0) }
    private static let items: [(Interaction, ItemKey)] = [
        (
            .choice(.init(options: words.map { .init(text: $0, fraction: $0 == words[0] ? 1 : 0) }, isMultiple: false)),
            .choice([0, 1, 0])
        ),
        (
            .textEntry(.init(accepted: [.init(pattern: "Rome", fraction: 1), .init(pattern: "Bonn", fraction: 0.5)])),
            .text(["Bonn", "Berlin"])
        ),
        (
            .numericEntry(.init(accepted: [.init(value: 3, fraction: 1), .init(value: 4, fraction: 0)])),
            .number(value: 4, tolerance: 0.5)
        ),
        (.match(.init(sources: words, targets: ["x", "y"], key: [0, 0, 1])), .match([1, 1, 0])),
        (.order(.init(entries: words)), .order([2, 0, 1])),
        (
            .composite(
                .init(parts: [
                    .init(.extendedText(.init())),
                    .init(.textEntry(.init(accepted: [.init(pattern: "x", fraction: 1)]))),
                ])), .parts([nil, .text(["y"])])
        ),
    ]

    @Test("the corrected key is the item's key, its right answer earns full marks, and the old one no longer does")
    func corrected() throws {
        for (interaction, key) in Self.items {
            let item = Item(stem: RichText(plain: "?"), interaction: interaction)
            let corrected = try #require(item.corrected(by: key))
            #expect(corrected.key == key)
            #expect(item.corrected(by: try #require(item.key))?.key == item.key)
            guard let old = item.rightResponse, let new = corrected.rightResponse else { continue }
            #expect(corrected.mark(new).fraction == 1, "\(interaction)")
            #expect(corrected.mark(old).fraction < 1, "\(interaction)")
        }
    }

    @Test("stored answers keep their meaning when an order is repaired")
    func order() throws {
        let item = Item(stem: RichText(plain: "?"), interaction: .order(.init(entries: Self.words)))
        let corrected = try #require(item.corrected(by: .order([2, 0, 1])))
        #expect(corrected.mark(item.response("2,0,1")).fraction == 1)
        #expect(corrected.keyText == "c < a < b")
        #expect(corrected.corrected(by: .order([0, 1, 2])) == item)
    }

    @Test(
        "a key that does not fit is refused",
        arguments: [
            (0, ItemKey.choice([0, 0, 0])), (0, .choice([1, 0])), (0, .choice([2, 0, 0])), (0, .text(["a"])),
            (1, .text([])), (2, .number(value: .nan, tolerance: 0)), (2, .number(value: 1, tolerance: -1)),
            (3, .match([0, 0])), (3, .match([0, 0, 2])), (4, .order([0, 0, 1])), (5, .parts([nil])),
        ])
    func refused(_ number: Int, _ key: ItemKey) {
        let item = Item(stem: RichText(plain: "?"), interaction: Self.items[number].0)
        #expect(item.corrected(by: key) == nil)
    }
}
