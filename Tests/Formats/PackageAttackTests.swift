import Archive
import Formats
import Testing

/// Files made to hurt: each ends soon, with what is sound in it or with a reason.
struct PackageAttackTests {
    private static let long = String(repeating: "a<b> ", count: 100_000)

    @Test(
        "Lines of half a million characters are read", .timeLimit(.minutes(1)),
        arguments: [
            "NewQuestion,WR\nQuestionText,\"\(long)\"",
            "\(long)\nA) x\nB) y\nANSWER: A",
            "What?\nA) \(long)\nB) y\nANSWER: A",
            qti12(
                presentation: "<response_str ident=\"r\"><render_fib/></response_str>",
                rules:
                    "<respcondition><conditionvar><varequal respident=\"r\"><![CDATA[\(long)]]></varequal></conditionvar><setvar>1</setvar></respcondition>"
            ),
            "// Numbas\n{questions: [{name: Q, statement: \"\(long)\", parts: [{type: information}]}]}",
        ])
    func longLines(text: String) throws {
        #expect(try bank(text).families.count == 1)
    }

    @Test("UTF-16 is read in every text format")
    func utf16() throws {
        for text in ["NewQuestion,WR\nQuestionText,Größe?", "Größe?\nA) x\nB) y\nANSWER: A"] {
            let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            #expect(try readBank(bytes, named: "x").families.map(\.title) == ["Größe?"])
        }
    }

    @Test(
        "Repetition costs no more than its length", .timeLimit(.minutes(1)),
        arguments: [
            ("NewQuestion,MC\nQuestionText,Q\n", "Option,100,a\n", ""), ("", "NewQuestion,SA\n", ""),
            ("NewQuestion,SA\nQuestionText,Q\nAnswer,100,", "(a|b)", ",regexp"),
            ("NewQuestion,SA\nQuestionText,Q\nAnswer,100,", "(", ",regexp"),
            ("", "A) x\n", "ANSWER: A"), ("Q\nA) x\nB) y\n", "ANSWER: A\n", ""),
            ("Q\nA) x\nANSWER: A\n", "\nQ\nA) x\n", ""),
            ("<questestinterop>", "<item/>", "</questestinterop>"),
            (
                "<questestinterop><item><presentation><response_lid ident='r' rcardinality='Multiple'><render_choice>",
                "<response_label ident='a'><material><mattext>a</mattext></material></response_label>",
                "</render_choice></response_lid></presentation></item></questestinterop>"
            ),
            (
                "<questestinterop><item><resprocessing>",
                "<respcondition><conditionvar><varequal respident='a'>b</varequal></conditionvar><setvar>1</setvar></respcondition>",
                "</resprocessing></item></questestinterop>"
            ),
        ])
    func repetition(start: String, part: String, end: String) throws {
        let text = start + String(repeating: part, count: 20_000) + end
        #expect(try readBank(Array(text.utf8), named: "x").questionsFound > 0)
    }

    @Test("An item of many options, rules and responses ends", .timeLimit(.minutes(1)))
    func wideItem() throws {
        let labels = (0..<12).map {
            "<response_label ident=\"o\($0)\"><material><mattext>\($0)</mattext></material></response_label>"
        }
        let lids = (0..<200).map {
            "<response_lid ident=\"r\($0)\" rcardinality=\"Multiple\"><render_choice>\(labels.joined())</render_choice></response_lid>"
        }
        let rules = (0..<2_400).map {
            "<respcondition><conditionvar><varequal respident=\"r\($0 / 12)\">o\($0 % 12)</varequal></conditionvar><setvar action=\"Add\">1</setvar></respcondition>"
        }
        #expect(try bank(qti12(presentation: lids.joined(), rules: rules.joined())).questionsFound == 1)
    }
}
