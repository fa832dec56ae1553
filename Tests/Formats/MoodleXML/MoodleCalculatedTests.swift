import Assessment
import Formats
import Testing

@Suite struct MoodleCalculatedTests {
    /// Two wildcards with four rows: a = 1…4, b = 0.5 · row.
    private func bank(_ type: String, _ content: String) throws -> BankImport {
        let columns = [("a", (1...4).map { "\($0)" }), ("b", (1...4).map { "\(Double($0) / 2)" })]
        let datasets = columns.map { name, values in
            let items = values.enumerated().map {
                "<dataset_item><number>\($0 + 1)</number><value>\($1)</value></dataset_item>"
            }.joined()
            return "<dataset_definition><name><text>\(name)</text></name><itemcount>4</itemcount>"
                + "<dataset_items>\(items)</dataset_items></dataset_definition>"
        }.joined()
        let text =
            "<quiz><question type=\"\(type)\"><name><text>N</text></name>"
            + "<questiontext format=\"html\"><text><![CDATA[{a} and {b} make {={a}+{b}}, $\\frac{1}{x}$]]></text></questiontext>"
            + "\(content)<dataset_definitions>\(datasets)</dataset_definitions></question></quiz>"
        return try readBank(Array(text.utf8), named: "c.xml")
    }

    private func answer(_ formula: String, tolerance: Double, type: Int) -> String {
        "<answer fraction=\"100\"><text>\(formula)</text><tolerance>\(tolerance)</tolerance>"
            + "<tolerancetype>\(type)</tolerancetype><correctanswerformat>1</correctanswerformat>"
            + "<correctanswerlength>2</correctanswerlength></answer>"
    }

    /// What Moodle accepts at least and at most, by its own definition: relative, nominal, geometric.
    private func bounds(_ value: Double, _ tolerance: Double, _ type: Int) -> ClosedRange<Double> {
        switch type {
        case 1: (value - abs(value) * tolerance)...(value + abs(value) * tolerance)
        case 2: (value - tolerance)...(value + tolerance)
        default: (value / (1 + tolerance))...(value * (1 + tolerance))
        }
    }

    @Test("each row is a variant, with the answer and the tolerance that Moodle defines", arguments: [1, 2, 3])
    func rows(_ type: Int) throws {
        let family = try #require(
            try bank("calculated", answer("sqrt({a})*10/{b}", tolerance: 0.05, type: type)).families.first)
        #expect(family.variants.count == 4)
        for (row, variant) in family.variants.enumerated() {
            let (a, b) = (Double(row + 1), Double(row + 1) / 2)
            #expect(variant.parameters.map(\.value) == ["\(row + 1)", "\(b)"])
            #expect(variant.item.stem.plain.hasPrefix("\(row + 1) and \(b) make"))
            #expect(variant.item.stem.plain.hasSuffix("$\\frac{1}{x}$"))
            let range = bounds(a.squareRoot() * 10 / b, 0.05, type)
            for (written, isRight) in [
                (range.lowerBound, true), (range.upperBound, true), (range.lowerBound - 1e-6, false),
                (range.upperBound + 1e-6, false),
            ] {
                #expect(variant.item.mark(.text("\(written)")).isFull == isRight, "row \(row), \(written)")
            }
        }
    }

    @Test("options of a calculated choice are formulas, shown as the question says")
    func choice() throws {
        let family = try #require(
            try bank(
                "calculatedmulti",
                "<single>true</single>" + answer("{={a}/3} m", tolerance: 0, type: 1)
                    + "<answer fraction=\"0\"><text>{={a}*3} m</text></answer>"
            ).families.first)
        #expect(family.variants[0].item.sketch == "one +0.33 m -3.00 m")
    }

    @Test("no rows, a formula that cannot be read, and one that divides by zero are told")
    func trouble() throws {
        for formula in ["system({a})", "{a}/({a}-1)", "{unknown}+1"] {
            let bank = try bank("calculated", answer(formula, tolerance: 0, type: 1))
            #expect(bank.families.isEmpty)
            #expect(bank.omissions.first?.reason.contains("formula") == true)
        }
    }
}
