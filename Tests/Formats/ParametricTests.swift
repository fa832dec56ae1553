import Assessment
import Formats
import Foundation
import Testing

struct ParametricTests {
    @Test("All ten examples of the authors' page come in, and each is what it says")
    func examples() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Web/Languages/writing.en.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let examples = text.components(separatedBy: "```gift\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        let families = try examples.map { try family($0) }
        #expect(
            families.map(\.title) == [
                "Density", "Speed", "Symbols", "Brackets", "Pythagoras", "Convert", "Even", "Terms", "Fractions",
                "Marathon",
            ])
        #expect(families.map(\.variants.count) == [200, 200, 6, 110, 7, 5, 39, 28, 20, 1])
        for variant in families.flatMap(\.variants) {
            #expect(variant.item.flaw == nil)
            #expect(!variant.item.stem.html.contains("&lt;&lt;"))
        }
    }

    @Test("A misconception is told, a unit converted, and the solution worked")
    func misconception() throws {
        let text = """
            // $m: 6 | 8
            // $V: 2
            // $units: g | kg = 1000
            ::D::<<m>>, <<V>> {#=m/V:10% =%0%m*V#No: <<m>> times <<V>>.####It is <<m/V | 2 dp>>.}
            """
        let family = try family(text)
        let item = try #require(family.variants.first { $0.parameters[0].value == "6" }?.item)
        #expect(item.mark(.text("3.3 g")).isFull)
        #expect(item.mark(.text("0.003 kg")).isFull)
        #expect(!item.mark(.text("3.4")).isFull)
        #expect(item.mark(.text("12")).feedback.map(\.html) == ["No: 6 times 2."])
        #expect(item.feedback?.html == "It is 3.00.")
        #expect(family.template == text)
    }

    @Test("The same text gives the same variants, another text others")
    func determinism() throws {
        let text = "// $a: 1..1000\n// $b: 1..1000\n::T::<<a>> + <<b>> {#=a+b}"
        let first = try family(text)
        #expect(first.variants.count == Deployment.mostVariants)
        #expect(try family(text) == first)
        #expect(try family(text + " ").variants != first.variants)
    }

    @Test(
        "What an author got wrong is said",
        arguments: [
            ("// $a: 1..1000\n// $b: 1..1000\n// $where: a == b\nQ <<a>> {#=a}", "almost never holds"),
            ("// $a: 5..2\nQ <<a>> {#=a}", "ends before it begins"),
            ("// $a: 0.5..2\nQ <<a>> {#=a}", "needs a step"),
            ("// $a: 1..3\n// $a: 1..3\nQ <<a>> {#=a}", "declared twice"),
            ("// $e: 1..3\nQ {#=e}", "means something else"),
            ("// $a: 1..3\nQ <<b>> {#=a}", "“b” is not declared"),
            ("// $a: 1..3\nQ <<a {#=a}", "never closed"),
            ("// $a: 1..3\nQ <<a | 3 xx>> {#=a}", "A format is 3 sf"),
            ("// $a: 1..3\nQ <<a>> {#=a/0}", "divides by zero"),
            ("// $a: 1..3\nQ <<sqrt(a+1.5)>> {#=a}", "too many digits"),
            ("// $a: 1..3\nQ <<a>> {#=a/7}", "more than 9 figures"),
            ("// $a: 1..3\nQ <<a>> {=<<a>> ~<<a>>.0}", "are the same"),
            ("// $a: 1..3\nQ <<a>> {#=a =%0%2*a-a#no}", "A wrong method gives the right answer"),
            ("// $a: 0..1e300\nQ <<a>> {#=a}", "more than a million values"),
            ("// $a: x |\nQ <<a>> {#=a}", "An entry is empty"),
            ("// $figures: 0\nQ {#=2}", "1 to 30"),
            ("// $a: 1..3\nQ <<a>> {#=a}\nR {#=a}", "Variables belong to one question"),
        ])
    func mistakes(_ text: String, _ reason: String) throws {
        let bank = try bank(text)
        #expect(bank.families.isEmpty)
        #expect(bank.omissions.count == 1 && bank.omissions[0].reason.contains(reason), "\(bank.omissions)")
    }

    @Test("Half marks for what is near the right answer are no wrong method")
    func partialCredit() throws {
        let family = try family("// $a: 2..9\nQ <<a>> {#=a:0 =%50%a:2#Near. =%25%a:3}")
        #expect(family.variants.count == 8)
        let item = try #require(family.variants.first { $0.parameters[0].value == "5" }?.item)
        #expect(["5", "6", "8", "9"].map { item.mark(.text($0)).fraction } == [1, 0.5, 0.25, 0])
    }

    @Test("Whatever is declared, every variant marks its own key full and its misconception not", arguments: 0..<40)
    func property(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func below(_ bound: UInt64) -> UInt64 { random.next() % bound }
        let formulas = ["a+b", "a*b", "a-b", "a/b", "a^2", "sqrt(a*b)"]
        let right = formulas[Int(below(6))]
        let wrong = formulas[Int(below(6))]
        let (low, step) = (below(9) + 1, ["1", "0.5", "0.25"][Int(below(3))])
        let figures = below(2) == 0 ? "" : "// $figures: 4\n// $figures penalty: 20%\n"
        let text = """
            // $a: \(low)..\(low + below(40) + 1) step \(step)
            // $b: 1..\(below(30) + 2)
            // $where: a != b
            // $units: g | kg = 1000
            \(figures)Q <<a>>, <<b>> {#=\(right):1% =%0%\(wrong):0#No.}
            """
        let bank = try bank(text)
        #expect(try FormatsTests.bank(text).families == bank.families)
        #expect(bank.families.isEmpty == (right == wrong), "\(bank.omissions)")
        for variant in bank.families.flatMap(\.variants) {
            let entry = try #require(variant.item.numericEntry)
            #expect(variant.item.rightResponse.map { variant.item.mark($0).isFull } == true)
            let misconception = try #require(entry.accepted[1].value)
            let mark = variant.item.mark(.text("\(misconception) g"))
            #expect(mark.fraction == 0 && mark.feedback.map(\.html) == ["No."], "\(variant.parameters)")
        }
        let notes = bank.families.flatMap(\.variants).map { $0.item.stem.plain + $0.item.keyText }
        #expect(Set(notes).count == notes.count)
    }

    @Test("A value cannot break out of its answer")
    func valuesAreEscaped() throws {
        let text = "// $s: a}b | c~d | e=f | g#h\nWrite <<s>>: {=<<s>>}"
        let patterns = try family(text).variants.map(\.item.keyText)
        #expect(Set(patterns) == ["a}b", "c~d", "e=f", "g#h"])
    }

    @Test(
        "Comments of plain GIFT declare nothing", arguments: ["// $Id: x.gift,v 1.2 $", "// $5: cheap", "// a: 1..2"])
    func plainComments(_ comment: String) throws {
        #expect(try family(comment + "\nQ <<a>> {T}").template == nil)
    }

    @Test("A parametric bank broken anywhere still reads")
    func breakage() {
        let text =
            "// $a: 1..9 step 2\n// $m, d: x, 1 | y, 2\n// $where: a > d\n// $units: g | kg = 1000\nQ <<a>> <<m | 2 sf>> {#=a*d:1% =%0%a#no}"
        let parts = ["<<", ">>", "|", "..", "$", ":", "=", "step", "//", "\n", "9999999999", "^", "("].map {
            Array($0.utf8)
        }
        var random = Breaker(state: 3)
        for _ in 0..<500 {
            guard let bank = try? readBank(random.broken(Array(text.utf8), with: parts), named: "x") else { continue }
            #expect(bank.families.allSatisfy { (1...Deployment.mostVariants).contains($0.variants.count) })
            #expect(bank.omissions.allSatisfy { $0.reason.hasSuffix(".") }, "\(bank.omissions)")
        }
    }
}

extension Item {
    fileprivate var numericEntry: NumericEntryInteraction? {
        if case .numericEntry(let entry) = interaction { entry } else { nil }
    }
}
