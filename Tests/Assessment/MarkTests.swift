import Assessment
import Testing

@Suite struct MarkTests {
    private func item(_ interaction: Interaction) -> Item { Item(stem: RichText(plain: "?"), interaction: interaction) }

    @Test(
        "a short answer forgives case, blanks and composition, and knows wildcards",
        arguments: [
            ("Sodium chloride", "  sodium   CHLORIDE ", true), ("na*cl", "NaHCl", true), ("na*cl", "NaCl2", false),
            ("3\\*4", "3*4", true), ("3\\*4", "3x4", false), ("*", "anything", true), ("*ab*ab*", "xabyab", true),
            ("*ab*ab*", "xab", false), ("caf\u{e9}", "cafe\u{301}", true), ("a", "", false),
        ])
    func textEntry(_ pattern: String, _ response: String, _ isRight: Bool) {
        let item = item(.textEntry(.init(accepted: [.init(pattern: pattern, fraction: 1)])))
        #expect(item.mark(.text(response)).fraction == (isRight ? 1 : 0))
    }

    @Test(
        "a number is read as people write it",
        arguments: [
            ("1.5", 1.5, true), ("1,5", 1.5, true), ("15e-1", 1.5, true), ("1.5×10^3", 1500, true),
            ("1.5 * 10³", 1500, true),
            ("6.02·10²³", 6.02e23, true), ("1.6x10⁻¹⁹", 1.6e-19, true), ("−2", -2, true), ("1 000", 1000, true),
            ("1,000", 1000, true), ("1,000", 1, true), ("1.234,5", 1234.5, true), ("1,234.5", 1234.5, true),
            ("3/4", 0.75, true),
            ("3/0", 0, false), ("0x10", 16, false), ("inf", .infinity, false), ("nan", 0, false), ("two", 2, false),
            ("1,5,", 15, true),
        ])
    func writtenNumber(_ text: String, _ value: Double, _ isRead: Bool) {
        let readings = WrittenNumber(text).readings
        #expect(readings.contains { abs($0 - value) <= abs(value) * 1e-12 } == isRead, "\(readings)")
    }

    @Test(
        "a tolerance includes its bounds",
        arguments: [("3.13", true), ("3.15", true), ("3.1500001", false), ("3.12", false)])
    func tolerance(_ text: String, _ isRight: Bool) {
        let item = item(.numericEntry(.init(accepted: [.init(value: 3.14, tolerance: 0.01, fraction: 1)])))
        #expect(item.mark(.text(text)).fraction == (isRight ? 1 : 0))
    }

    @Test("the first value that matches gives the mark; a star takes the rest") func firstMatch() {
        let item = item(
            .numericEntry(
                .init(accepted: [
                    .init(value: 1822, tolerance: 0, fraction: 1), .init(value: 1822, tolerance: 2, fraction: 0.5),
                    .init(value: nil, tolerance: 0, fraction: 0, feedback: RichText(plain: "no")),
                ])))
        #expect(item.mark(.text("1822")).fraction == 1)
        #expect(item.mark(.text("1824")).fraction == 0.5)
        #expect(item.mark(.text("5")).feedback == [RichText(plain: "no")])
    }

    @Test("several choices add up, held between nothing and everything") func multipleChoice() {
        let fractions = [0.33333, 0.33333, 0.33333, -0.5]
        let item = item(
            .choice(
                .init(options: fractions.map { .init(text: RichText(plain: "\($0)"), fraction: $0) }, isMultiple: true))
        )
        #expect(item.mark(.choices([0, 1, 2])).fraction == 1)
        #expect(item.mark(.choices([0])).fraction == 0.33333)
        #expect(item.mark(.choices([3])).fraction == 0)
        #expect(item.mark(.empty).fraction == 0)
    }

    @Test("matching and ordering earn a share for each right place") func places() {
        let match = item(
            .match(
                .init(sources: [RichText(plain: "a"), RichText(plain: "b")], targets: ["1", "2", "3"], key: [1, 0])))
        #expect(match.mark(.places([1, 2])).fraction == 0.5)
        #expect(match.mark(.places([1, 0])).fraction == 1)
        let entries = ["x", "y", "z"].map { RichText(plain: $0) }
        #expect(
            item(.order(.init(entries: entries, grading: .absolutePosition))).mark(.places([0, 2, 1])).fraction == 1.0
                / 3)
        #expect(item(.order(.init(entries: entries, grading: .allOrNothing))).mark(.places([0, 2, 1])).fraction == 0)
        #expect(item(.order(.init(entries: entries, grading: .allOrNothing))).mark(.places([0])).fraction == 0)
    }

    @Test("an essay waits for the teacher, an empty one is nothing") func essay() {
        let item = item(.extendedText(.init()))
        #expect(item.mark(.text("because")).awaitsTeacher)
        #expect(!item.mark(.empty).awaitsTeacher)
    }

    @Test("any response to any item has a mark") func total() {
        var generator = SeededGenerator(seed: 7)
        let entries = (0..<3).map { RichText(plain: "\($0)") }
        let items = [
            item(.choice(.init(options: [], isMultiple: true))),
            item(.choice(.init(options: entries.map { .init(text: $0, fraction: 0.5) }, isMultiple: false))),
            item(.textEntry(.init(accepted: [.init(pattern: "**\\", fraction: 1)]))),
            item(.numericEntry(.init(accepted: [.init(value: 1e300, tolerance: 1e300, fraction: 1)]))),
            item(.match(.init(sources: entries, targets: ["1"], key: [0, 0, 0]))),
            item(.match(.init(sources: [], targets: [], key: []))),
            item(.order(.init(entries: entries, grading: .absolutePosition))), item(.description),
            item(.extendedText(.init())),
        ]
        let alphabet = Array("0123456789,-.eE*\\^×⁻²/ \u{301}🥁%")
        for _ in 0..<20_000 {
            let length = Int.random(in: 0..<12, using: &generator)
            let text = String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
            for item in items {
                let response = item.response(text)
                let mark = item.mark(response)
                #expect((0...1).contains(mark.fraction))
                #expect(item.response(response.encoded).encoded == response.encoded)
                _ = item.text(of: response)
            }
        }
    }
}
