import Assessment
import Formats
import Testing

struct GIFTExportTests {
    @Test("What is exported comes in again as it was, and goes out the same", arguments: 0..<400)
    func roundTrip(seed: UInt64) throws {
        var random = RandomItems(seed: seed)
        let families = (0..<3).map { number in
            Family(
                sourceID: number == 0 ? "id]\(seed)" : nil, title: "T\(number) " + random.plain(),
                category: number == 0 ? [] : ["Unit 1/2", random.plain()], tags: number == 2 ? ["a tag"] : [],
                item: random.item())
        }
        let first = exportBank(families, as: .gift)
        #expect(first.omissions == [])
        let bank = try readBank(first.bytes, named: "x.gift")
        #expect(bank.omissions == [], "\(String(decoding: first.bytes, as: UTF8.self))")
        for (came, went) in zip(bank.families, families) where came != went {
            Issue.record("\(came) came for \(went)")
        }
        #expect(bank.families.count == families.count)
        let again = exportBank(bank.families, as: .gift)
        #expect(String(decoding: again.bytes, as: UTF8.self) == String(decoding: first.bytes, as: UTF8.self))
    }

    @Test("The same as Moodle XML", arguments: 0..<400)
    func moodle(seed: UInt64) throws {
        var random = RandomItems(seed: seed)
        var family = Family(
            sourceID: "i\(seed)", title: random.plain(), category: ["A/", "B & C"], tags: ["t"], item: random.item())
        // Moodle has no significant figures, and a third is written with as many digits as a Double has.
        guard !random.hasFiguresOrThirds(family.variants[0].item) else { return }
        family.tags.append(random.plain())
        let exported = exportBank([family], as: .moodleXML)
        let bank = try readBank(exported.bytes, named: "x.xml")
        for came in bank.families where came != family { Issue.record("\(came) came for \(family)") }
        #expect(bank.families.count == 1 && bank.omissions == [] && exported.omissions == [])
        #expect(exportBank(bank.families, as: .moodleXML).bytes == exported.bytes)
    }

    @Test("A family with variables goes out as its author wrote it")
    func template() throws {
        let text = "// [id:x]\n// $a: 2..5\n// $units: g\n::Sum::<<a>> + 1? {#=a+1}"
        let family = try family(text)
        let exported = exportBank([family], as: .gift)
        #expect(String(decoding: exported.bytes, as: UTF8.self) == text + "\n\n")
        #expect(try readBank(exported.bytes, named: "x").families == [family])
    }

    @Test("Variants whose rule is not known go out as questions of their own")
    func variants() throws {
        let items = try ["Q 1 {#1}", "Q 2 {#2}"].map { try item($0) }
        let family = Family(title: "Q", category: [], variants: items.map { Variant($0) })
        let bank = try readBank(exportBank([family], as: .gift).bytes, named: "x")
        #expect(bank.families.map(\.title) == ["Q 1", "Q 2"])
        #expect(bank.families.map(\.variants[0].item) == items)
    }

    @Test("What GIFT cannot carry is left out with the reason")
    func omissions() {
        let composite = Interaction.composite(.init(parts: [.init(.textEntry(.init(accepted: [])))]))
        let slider = Interaction.numericEntry(.init(accepted: [], scale: .init(lower: 0, upper: 1, step: 1)))
        let families = [composite, slider].map {
            Family(title: "Q", category: [], item: Item(stem: RichText(plain: "Q"), interaction: $0))
        }
        let exported = exportBank(families, as: .gift)
        #expect(exported.bytes.isEmpty)
        #expect(exported.omissions.map(\.line) == [1, 2])
        #expect(
            exported.omissions.map(\.reason) == [
                "Q: GIFT has no question with several parts.", "Q: GIFT has no scale to set a number on.",
            ])
    }
}

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

    func hasFiguresOrThirds(_ item: Item) -> Bool {
        switch item.interaction {
        case .numericEntry(let entry): entry.figures != nil
        case .choice(let choice): choice.options.contains { $0.fraction * 2 != ($0.fraction * 2).rounded() }
        default: false
        }
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
