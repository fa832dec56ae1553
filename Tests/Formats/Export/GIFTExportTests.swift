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
