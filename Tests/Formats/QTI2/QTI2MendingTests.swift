import Assessment
import Formats
import Testing

/// Keys that are written otherwise than the options or the answers they mean.
struct QTI2MendingTests {
    private func item(_ type: String, key: String, _ interaction: String) -> String {
        """
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="Title" adaptive="false">
        <responseDeclaration identifier="R" cardinality="single" baseType="\(type)"><correctResponse><value>\(key)</value>
        </correctResponse></responseDeclaration><outcomeDeclaration identifier="SCORE" cardinality="single"
        baseType="float"/><itemBody>\(interaction)</itemBody><responseProcessing
        template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>
        """
    }

    private func choice(key: String, _ options: [String]) -> String {
        let choices = options.map { "<simpleChoice identifier=\"\($0)\">\($0)</simpleChoice>" }.joined()
        return item(
            "identifier", key: key,
            "<choiceInteraction responseIdentifier=\"R\" maxChoices=\"1\">\(choices)</choiceInteraction>")
    }

    @Test("a key that differs from one option by zeros means it, and the teacher is told") func zeros() throws {
        let bank = try bank(choice(key: "answer_003", ["answer_1", "answer_3", "answer_30"]))
        let item = try #require(bank.families.first?.variants.first?.item)
        #expect(item.sketch == "one -answer_1 +answer_3 -answer_30 fixed")
        #expect(bank.notices.map(\.reason).contains { $0.contains("answer_003") })
    }

    @Test(
        "a key that fits no option, or several, is not guessed at",
        arguments: [("answer_4", ["answer_1", "answer_3"]), ("a_03", ["a_3", "a_003"]), ("b_1", ["a_1", "a_2"])])
    func unclear(key: String, options: [String]) throws {
        let bank = try bank(choice(key: key, options))
        #expect(bank.families.isEmpty)
        #expect(bank.omissions.first?.reason.contains("fits none of its options") == true, "\(bank.omissions)")
    }

    @Test("a key that is an option is left as it is") func exact() throws {
        let bank = try bank(choice(key: "a_03", ["a_3", "a_03"]))
        #expect(bank.families.first?.variants.first?.item.sketch == "one -a_3 +a_03 fixed")
        #expect(!bank.notices.contains { $0.reason.contains("taken to be meant") })
    }

    @Test(
        "whole numbers may be asked for in another base",
        arguments: [("1a", true), ("1A", true), ("26", false), ("1b", false)])
    func bases(answer: String, isRight: Bool) throws {
        let text = item(
            "integer", key: "26", "<p>26 is <textEntryInteraction responseIdentifier=\"R\" base=\"16\"/>.</p>")
        let bank = try bank(text)
        #expect(bank.families.first?.variants.first?.item.mark(.text(answer)).isFull == isRight, "\(bank)")
    }

    @Test("directed pairs may be spelt with a hyphen") func hyphens() throws {
        let rows = [["a", "b"], ["c", "d"]].map { set in
            "<simpleMatchSet>"
                + set.map {
                    "<simpleAssociableChoice identifier=\"\($0)\" matchMax=\"1\">\($0)</simpleAssociableChoice>"
                }
                .joined() + "</simpleMatchSet>"
        }
        let text = item(
            "directed-pair", key: "a d</value><value>b c",
            "<matchInteraction responseIdentifier=\"R\" maxAssociations=\"2\">\(rows.joined())</matchInteraction>"
        ).replacing("cardinality=\"single\" baseType=\"directed", with: "cardinality=\"multiple\" baseType=\"directed")
        #expect(try bank(text).families.first?.variants.first?.item.sketch.hasPrefix("match a→d b→c") == true)
    }

    @Test("other bases of numbers with a point are left out") func fractions() throws {
        let bank = try bank(
            item("float", key: "2.5", "<p>It is <textEntryInteraction responseIdentifier=\"R\" base=\"2\"/>.</p>"))
        #expect(bank.omissions.first?.reason.contains("base 2") == true)
    }
}
