import Assessment
import Foundation
import Testing

@Suite struct CompositeTests {
    private let cloze = Item(
        stem: RichText(sanitised: "<p>2 + 2 = \(RichText.gap(0)) and grass is \(RichText.gap(1)).</p>"),
        interaction: .composite(
            .init(parts: [
                .init(.numericEntry(.init(accepted: [.init(value: 4, fraction: 1)]))),
                .init(
                    .choice(
                        .init(
                            options: [
                                .init(text: RichText(plain: "green"), fraction: 1),
                                .init(text: RichText(plain: "red"), fraction: 0),
                                .init(text: RichText(plain: "blue"), fraction: 0),
                            ], isMultiple: false, display: .menu)), weight: 3),
            ])))

    @Test("a stem is cut at its gaps, which plain text shows as a line")
    func pieces() {
        #expect(
            cloze.stem.pieces == [
                .html("<p>2 + 2 = "), .gap(0), .html(" and grass is "), .gap(1), .html(".</p>"),
            ])
        #expect(cloze.stem.plain == "2 + 2 = ___ and grass is ___.")
        #expect(RichText.withoutGaps("a" + RichText.gap(7) + "b") == "a7b")
    }

    @Test("each part has its share by weight")
    func shares() {
        #expect(cloze.mark(.parts([.text("4"), .choices([1])])).fraction == 0.25)
        #expect(cloze.mark(.parts([.text("5"), .choices([0])])).fraction == 0.75)
        #expect(cloze.mark(.parts([.text("4")])).fraction == 0.25)
        #expect(cloze.rightResponse.map { cloze.mark($0).fraction } == 1)
        #expect(cloze.keyText == "4 | green")
    }

    @Test("a response keeps its parts in its stored form, and an empty one is the empty string")
    func encoding() {
        let response = Response.parts([.text("4"), .choices([2])])
        #expect(cloze.response(response.encoded) == response)
        #expect(cloze.response(Response.parts([.empty, .choices([2])]).encoded) == .parts([.empty, .choices([2])]))
        #expect(Response.parts([.empty, .text(" ")]).encoded == "")
        #expect(cloze.response("4\u{1F}9\u{1F}x") == .parts([.text("4"), .empty]))
        let smuggled = Response.parts([.text("4\u{1F}1"), .empty])
        #expect(cloze.response(smuggled.encoded) == .parts([.text("41"), .empty]))
    }

    @Test("what is usual is not stored, and an item that was stored before reads as ever")
    func storage() throws {
        let option = ChoiceInteraction.Option(text: RichText(plain: "a"), fraction: 1)
        #expect(try text(option) == #"{"fraction":1,"text":"a"}"#)
        let fixed = ChoiceInteraction.Option(text: RichText(plain: "a"), fraction: 1, isFixed: true)
        #expect(try text(fixed) == #"{"fraction":1,"isFixed":true,"text":"a"}"#)
        for item in [option, fixed] {
            #expect(try JSONDecoder().decode(ChoiceInteraction.Option.self, from: Data(text(item).utf8)) == item)
        }
        let old = #"{"entries":["a","b"],"marksEachPlace":true}"#
        #expect(try JSONDecoder().decode(OrderInteraction.self, from: Data(old.utf8)).grading == .absolutePosition)
    }

    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test(
        "the order of a form survives its stored form, and fixed options keep their places", arguments: UInt64(0)..<50)
    func presentation(_ seed: UInt64) {
        var assembler = FormAssembler(seed: seed)
        let presentation = assembler.presentation(of: cloze)
        #expect(presentation[0] == [])
        #expect(presentation[1].sorted() == [0, 1, 2])
        #expect(Presentation(encoded: presentation.encoded) == presentation)
        let options = ["a", "b", "c", "none"].map {
            ChoiceInteraction.Option(text: RichText(plain: $0), fraction: 0, isFixed: $0 == "none")
        }
        let item = Item(
            stem: RichText(plain: "?"), interaction: .choice(.init(options: options, isMultiple: false)))
        let order = assembler.presentation(of: item)[0]
        #expect(order.sorted() == [0, 1, 2, 3])
        #expect(order[3] == 3)
    }

    @Test(
        "units and significant figures take their penalties off",
        arguments: [
            ("12 m", 1.0), ("12", 0.5), ("1200 cm", 1), ("12 km", 0), ("12.0 m", 0.75), ("12.0", 0.25), ("m 12", 1),
            ("1.2e1 m", 1), ("", 0),
        ])
    func units(_ written: String, _ fraction: Double) {
        let entry = NumericEntryInteraction(
            accepted: [.init(value: 12, fraction: 1)],
            units: [.init(name: "m", multiplier: 1), .init(name: "cm", multiplier: 0.01)], unitPenalty: 0.5,
            figures: .init(count: 2, penalty: 0.25))
        let item = Item(stem: RichText(plain: "How long?"), interaction: .numericEntry(entry))
        #expect(item.mark(item.response(written)).fraction == fraction)
    }

    @Test(
        "significant figures are counted as they are written",
        arguments: [
            ("1500", 2...4), ("1500.", 4...4), ("0.0150", 3...3), ("1.50e3", 3...3), ("-7", 1...1), ("0", 0...0),
            ("1,5", 2...2),
        ])
    func figures(_ written: String, _ figures: ClosedRange<Int>) {
        #expect(WrittenNumber(written).figures == figures)
    }

    @Test("every scoring of choices gives the right answer full marks, and ticking everything none or little")
    func scorings() {
        for (scoring, everything) in [
            (ChoiceInteraction.Scoring.allOrNothing, 0.0), (.rightAnswers, 0.5), (.sum, 0),
        ] {
            let options = [0.5, 0.5, -0.5, -0.5].map {
                ChoiceInteraction.Option(text: RichText(plain: "\($0)"), fraction: $0)
            }
            let item = Item(
                stem: RichText(plain: "?"),
                interaction: .choice(.init(options: options, isMultiple: true, scoring: scoring)))
            #expect(item.mark(.choices([0, 1])).fraction == 1)
            #expect(item.mark(.choices([0, 1, 2, 3])).fraction == everything)
        }
    }

    @Test("pairs count whatever their order, a wrong pair takes away, and one made twice counts once")
    func pairs() {
        let item = Item(
            stem: RichText(plain: "?"),
            interaction: .associate(.init(entries: ["a", "b", "c", "d"], key: [[0, 1], [2, 3]])))
        #expect(item.mark(.places([3, 2, 1, 0])).fraction == 1)
        #expect(item.mark(.places([0, 1, 1, 0])).fraction == 0.5)
        #expect(item.mark(.places([0, 1, 1, 2])).fraction == 0)
        #expect(item.mark(.places([0, 1, nil, 2])).fraction == 0.5)
    }
}

@Suite struct PlainTextTests {
    @Test(
        "plain text keeps words together and figures where they stand",
        arguments: [
            ("0.95 g/cm<sup>3</sup>.", "0.95 g/cm³."), ("H<sub>2</sub>O", "H₂O"), ("10<sup>-3</sup>", "10⁻³"),
            ("un<b>believ</b>able", "unbelievable"), ("<p>one</p><p>two</p>", "one two"), ("a<br>b", "a b"),
            ("x<sup>n</sup>", "xn"), ("<td>1</td><td>2</td>", "1 2"),
        ])
    func plain(_ html: String, _ plain: String) {
        #expect(RichText(sanitised: html).plain == plain)
    }

    @Test("a key is written for people: open ends, few figures, and dots for what may be anything")
    func keys() {
        func key(_ interaction: Interaction) -> String {
            Item(stem: RichText(plain: "?"), interaction: interaction).keyText
        }
        let numbers: [(NumericEntryInteraction.Accepted, String)] = [
            (.init(value: nil, lower: 3, fraction: 1), "≥ 3"), (.init(value: nil, upper: 4.5, fraction: 1), "≤ 4.5"),
            (.init(value: 59.0 / 7.5, tolerance: 0.1573333333, fraction: 1), "7.86667 ± 0.157333"),
            (.init(value: 0.1, fraction: 1), "0.1"),
        ]
        for (accepted, text) in numbers { #expect(key(.numericEntry(.init(accepted: [accepted]))) == text) }
        #expect(key(.textEntry(.init(accepted: [.init(pattern: "*diffus*", fraction: 1)]))) == "…diffus…")
        #expect(key(.textEntry(.init(accepted: [.init(pattern: "a \\* b", fraction: 1)]))) == "a * b")
    }
}
