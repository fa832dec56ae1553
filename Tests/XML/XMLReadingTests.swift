import Testing
import XML

@Suite struct XMLReadingTests {
    @Test("elements know their names, attributes, texts and lines")
    func tree() throws {
        let reading = try XMLReading(
            Array(
                "\n<?xml version='1.0'?>\n<q:quiz xmlns:q='urn:q'>\n<a x='1 &amp; 2'>one<b>two</b></a><![CDATA[<raw>]]></q:quiz>"
                    .utf8))
        #expect(reading.problem == nil)
        #expect(reading.root.name == "quiz")
        #expect(reading.root.namespace == "urn:q")
        let a = try #require(reading.root.first("a"))
        #expect(a["x"] == "1 & 2")
        #expect(a.text == "onetwo")
        #expect(reading.root.text.contains("<raw>"))
    }

    @Test("a broken file gives what stands in it, and says where it is broken")
    func broken() throws {
        let reading = try XMLReading(Array("<quiz>\n<q>one</q>\n<q>two</w>\n</quiz>".utf8))
        #expect(reading.problem?.line == 3)
        #expect(reading.root.all("q").first?.text == "one")
        #expect(throws: XMLProblem.self) { try XMLReading(Array("no markup".utf8)) }
        #expect(throws: XMLProblem.self) { try XMLReading(Array("  ".utf8)) }
    }

    @Test("entities of the file's own are read; what lies outside is not, and none can multiply")
    func entities() throws {
        let own = "<!DOCTYPE q [<!ENTITY e 'été'><!ENTITY x SYSTEM 'file:///etc/hostname'>]><q>&e; &x;!</q>"
        #expect(try XMLReading(Array(own.utf8)).root.text == "été !")
        var laughs = "<!DOCTYPE q [<!ENTITY a0 'ha'>"
        for level in 1..<40 { laughs += "<!ENTITY a\(level) '&a\(level - 1);&a\(level - 1);'>" }
        laughs += "]><q>&a39;</q>"
        if let reading = try? XMLReading(Array(laughs.utf8)) { #expect(reading.root.text.utf8.count < 1_000) }
        let long =
            "<!DOCTYPE q [<!ENTITY a '\(String(repeating: "x", count: 100_000))'>]><q>"
            + String(repeating: "&a;", count: 1_000) + "</q>"
        #expect(try XMLReading(Array(long.utf8)).root.text.utf8.count <= 1 << 20)
    }

    @Test("a declared encoding is obeyed, and nesting has an end")
    func encodings() throws {
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><q>caf".utf8) + [0xE9] + Array("</q>".utf8)
        #expect(try XMLReading(latin).root.text == "café")
        let deep = String(repeating: "<a>", count: 100_000)
        let reading = try? XMLReading(Array(deep.utf8))
        #expect(reading?.problem != nil || reading == nil)
    }
}
