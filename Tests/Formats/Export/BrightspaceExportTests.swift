import Assessment
import Formats
import Testing

struct BrightspaceExportTests {
    private func export(_ interaction: Interaction, stem: String = "Q") -> ExportedBank {
        let item = Item(stem: RichText(sanitised: stem), interaction: interaction)
        return exportBank([Family(title: "T", category: [], item: item)], as: .brightspaceCSV)
    }

    @Test("What Brightspace can carry comes in again and marks every answer the same", arguments: 0..<400)
    func roundTrip(seed: UInt64) throws {
        var random = RandomItems(seed: seed)
        let item = random.item()
        let exported = exportBank([Family(sourceID: "i", title: "T", category: [], item: item)], as: .brightspaceCSV)
        switch item.interaction {
        case .numericEntry, .description:
            #expect(exported.omissions.count == 1)
            return
        case .order(let order) where order.grading != .allOrNothing && order.grading != .absolutePosition:
            #expect(exported.omissions.count == 1)
            return
        default: break
        }
        let bank = try readBank(exported.bytes, named: "x.csv")
        #expect(bank.omissions == [] && exported.omissions == [] && bank.notices == [])
        let came = try #require(bank.families.first?.variants[0].item)
        #expect(came.stem.plain == item.stem.plain && came.feedback?.plain == item.feedback?.plain)
        #expect(bank.families[0].sourceID == "i" && bank.families[0].title == "T")
        let isTold = exported.notices.contains { $0.reason.contains("right minus wrong") }
        for response in item.trials {
            if isTold {
                #expect(came.mark(response).isFull == item.mark(response).isFull)
                continue
            }
            #expect(came.mark(response).fraction == item.mark(response).fraction, "\(response): \(came) for \(item)")
        }
        #expect(came.keyText == item.keyText)
    }

    @Test("Rows are five columns, end in CRLF, and say what Brightspace wants to be said")
    func rows() throws {
        let options = [("a, \"b\"", 1.0), ("<i>c</i>", 0.5)].map {
            ChoiceInteraction.Option(text: RichText(sanitised: $0), fraction: $1, feedback: RichText(plain: "f"))
        }
        let bank = export(.choice(.init(options: options, isMultiple: false)), stem: "Two\nlines")
        #expect(
            String(decoding: bank.bytes, as: UTF8.self)
                == [
                    "NewQuestion,MC,,,", "Title,T,,,", "QuestionText,\"Two\nlines\",HTML,,", "Points,1,,,",
                    "Option,100,\"a, \"\"b\"\"\",,f", "Option,50,<i>c</i>,HTML,f", ",,,,", "",
                ].joined(separator: "\r\n"))
    }

    @Test(
        "Wildcards become regular expressions, and come in as wildcards", arguments: ["*a.b", "a*b", "(a)*", "a\\*b$"])
    func wildcards(pattern: String) throws {
        let entry = TextEntryInteraction(accepted: [.init(pattern: pattern, fraction: 1)])
        let bank = try readBank(export(.textEntry(entry)).bytes, named: "x.csv")
        guard case .textEntry(let came) = bank.families.first?.variants[0].item.interaction else {
            Issue.record("\(bank)")
            return
        }
        #expect(came.accepted.map(\.pattern) == [pattern])
    }

    @Test("Shares of a multiple choice that Brightspace cannot say are told; the key stays the key")
    func selection() throws {
        let options = [0.5, 0.5, 0, -0.25].enumerated().map {
            ChoiceInteraction.Option(text: RichText(plain: "o\($0)"), fraction: $1)
        }
        let exported = export(.choice(.init(options: options, isMultiple: true)))
        #expect(exported.notices.count == 1)
        let came = try #require(try readBank(exported.bytes, named: "x.csv").families.first?.variants[0].item)
        #expect(came.mark(.choices([0, 1])).isFull && !came.mark(.choices([0, 1, 2])).isFull)
    }

    @Test("Each variant is a question, and the teacher is told")
    func variants() throws {
        let items = try ["Q 1 {=a}", "Q 2 {=b}"].map { try item($0) }
        let family = Family(title: "Q", category: ["U", "O"], variants: items.map { Variant($0) })
        let exported = exportBank([family], as: .brightspaceCSV)
        #expect(
            exported.notices.map(\.reason) == [
                "Q: Its variants are questions of their own. Draw one of them at random."
            ])
        let bank = try readBank(exported.bytes, named: "x.csv")
        #expect(bank.families.map(\.title) == ["Q 1", "Q 2"])
        #expect(bank.families.map(\.variants[0].item.keyText) == ["a", "b"])
    }

    @Test("What it cannot carry is left out with the reason")
    func refusals() {
        let map = ImageMap(source: "/media/x.png", text: "map", width: 9, height: 9, regions: [.circle(1, 1, 1)])
        let spots = ChoiceInteraction(
            options: [.init(text: RichText(plain: "a"), fraction: 1), .init(text: RichText(plain: "b"), fraction: 0)],
            isMultiple: false, image: map)
        let entry = TextEntryInteraction(accepted: [.init(pattern: "H2O", fraction: 1)], isCaseSensitive: true)
        let composite = CompositeInteraction(parts: [.init(.textEntry(entry))])
        for (interaction, reason) in [
            (.choice(spots), "on a picture"), (.textEntry(entry), "capital letters"), (.composite(composite), "parts"),
            (.numericEntry(.init(accepted: [.init(value: 1, fraction: 1)])), "numbers"),
            (.description, "without a question"),
        ] as [(Interaction, String)] {
            let exported = export(interaction)
            #expect(exported.omissions.count == 1 && exported.bytes.isEmpty)
            #expect(exported.omissions.first?.reason.contains(reason) == true, "\(exported.omissions)")
        }
        #expect(export(.extendedText(.init()), stem: "<img src=\"/media/a.png\">").omissions.count == 1)
    }
}

extension Item {
    /// Answers of every worth.
    var trials: [Response] {
        switch interaction {
        case .choice(let choice):
            if !choice.isMultiple { return choice.options.indices.map { .choices([$0]) } }
            return (0..<(1 << choice.options.count)).map { set in
                .choices(choice.options.indices.filter { set >> $0 & 1 == 1 })
            }
        case .textEntry(let entry): return entry.accepted.map { .text($0.pattern) } + [.text("qzj")]
        case .match(let match): return [.places(match.key), .places(match.key.reversed()), .places([match.key[0]])]
        case .order(let order):
            let right = order.rightOrder
            return [.places(right), .places(right.reversed()), .places(Array(right.dropFirst() + right.prefix(1)))]
        default: return [rightResponse, wrongResponse].compactMap { $0 }
        }
    }
}
