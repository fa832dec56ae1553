import Assessment
import Formats
import Testing

struct AikenTests {
    @Test(
        "questions come in as they are written, or more loosely",
        arguments: [
            ("What?\nA) one\nB) two\nANSWER: B\n", "one -one +two"),
            ("What?\r\nA. one\r\nB. two\r\nANSWER: A", "one +one -two"),
            ("What?\na) one\nb) two\nanswer: b", "one -one +two"),
            ("Größe {x}?\nA) ça\nB) là\nAnswer : A", "one +ça -là"),
            ("Two\nlines\nA) one\nand more\nB) two\nANSWER: A", "one +one<br>and more -two"),
            ("What?\nA) one\nB) two\nC) three\nANSWER: A, C", "many +one -two +three"),
            ("What?\nA) <b>\nB) &\nANSWER: B", "one -&lt;b&gt; +&amp;"),
        ])
    func questions(text: String, sketch: String) throws {
        let item = try item(text)
        #expect(item.sketch == sketch)
    }

    @Test(
        "A line above may say a question's type",
        arguments: [
            ("shortanswer\nSum?\nAnswer: 4, four", "text +4 +four"), ("numerical\nSum?\nAnswer: 4", "number +4.0±0.0"),
            ("essay\nWhy?", "essay"), ("description\nRead.", "description"),
            ("truefalse\nIs it?\nAnswer: False", "one -True +False fixed"),
        ])
    func types(text: String, sketch: String) throws {
        let bank = try bank("What?\nA) a\nB) b\nANSWER: A\n\n" + text)
        #expect(bank.omissions == [])
        #expect(bank.families.last?.variants.first?.item.sketch == sketch)
    }

    @Test("What follows the answer is the question's feedback") func feedback() throws {
        let bank = try bank("One?\nA) a\nB) b\nANSWER: A\nFeedback: Because.\nTwo?\nA) c\nB) d\nANSWER: B")
        #expect(bank.families.map(\.title) == ["One?", "Two?"])
        #expect(bank.families[0].variants[0].item.feedback == RichText(plain: "Because."))
    }

    @Test(
        "a broken question is named with its line, and the others come in",
        arguments: [
            ("Broken?\nA) a\nB) b\n\nWhat?\nA) a\nB) b\nANSWER: A", 1, "no answer"),
            ("What?\nA) a\nB) b\nANSWER: A\n\nBroken?\nA) a\nANSWER: A", 6, "two options"),
            ("What?\nA) a\nB) b\nANSWER: A\n\nBroken?\nA) a\nB) b\nANSWER: C", 6, "letter"),
            ("What?\nA) a\nB) b\nANSWER: A\n\nsome words", 6, "no options"),
            ("What?\nA) a\nB) b\nANSWER: A\n\norder\n1. a\n2. b", 6, "type order"),
        ])
    func broken(text: String, line: Int, reason: String) throws {
        let bank = try bank(text)
        #expect(bank.families.map(\.title) == ["What?"])
        #expect(bank.omissions.map(\.line) == [line])
        #expect(bank.omissions.first?.reason.contains(reason) == true, "\(bank.omissions)")
    }
}
