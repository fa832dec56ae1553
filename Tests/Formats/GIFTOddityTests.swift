import Assessment
import Formats
import Testing

/// Faults of real files at which Moodle gives up, though what is meant is plain.
struct GIFTOddityTests {
    @Test(
        "Sound questions come in",
        arguments: [
            ("Q {\n=a\n\n~b\n\n}", ["one +a -b"]),
            ("Q {\n=a#feedback\n\nmore feedback\n\n~b\n}", ["one +a#feedback<br><br>more feedback -b"]),
            ("Q {T}\nR {F}", ["one +True -False fixed", "one -True +False fixed"]),
            ("::a::Q {T}\n::b::R {F}", ["one +True -False fixed", "one -True +False fixed"]),
            ("Q {=a ~b} {}", ["one +a -b"]),
            ("Q {}\nR {}", ["essay", "essay"]),
            ("Q {}\nR {=a}", ["essay", "text +a"]),
            ("// one\nQ { // two\n  // three\n=a\n // four\n~b}", ["one +a -b"]),
            ("Q {\n// remark\n=a\n  // remark\n~b\n}", ["one +a -b"]),
            ("Q {=~%50%a =~%50%b ~c}", ["many 50:a 50:b -c"]),
            ("Q {=#f00 ~#0f0 ~#00f}", ["one +#f00 -#0f0 -#00f"]),
            ("Q {=<a> ~<b> ~<br>}", ["one +&lt;a&gt; -&lt;b&gt; -&lt;br&gt;"]),
            ("Q {={% csrf %}#yes\n={% url %}}", ["text +{% csrf %}#yes +{% url %}"]),
            ("Q {\n=a %}\n~{% b %}\n}", ["one +a %} -{% b %}"]),
            ("Q {=a ~open { brace}", ["one +a -open { brace"]),
            ("Q {=<span style=\"color: #f00\">a</span> ~b}", ["one +<span>a</span> -b"]),
            ("Q {=it&#39;s ~b}", ["one +it's -b"]),
            ("Q {=a\u{A0}b ~“c”}", ["one +a\u{A0}b -“c”"]),
            ("Q {=one\n two}", ["text +one two"]),
            ("\u{A0}\nQ {T}\n\u{A0}\nR {F}", ["one +True -False fixed", "one -True +False fixed"]),
            ("Chapter 1\n::a::Q {T}", ["description", "one +True -False fixed"]),
            ("Q {\u{A0}=a ~b\u{A0}}", ["one +a -b"]),
            ("Q {~%33,333%a ~%33,333%b ~%33,334%c}", ["many 33:a 33:b 33:c"]),
            ("Q {\r\r\n=a\r\r\n~b}\r\r\n\r\r\n\u{FEFF}::R::R {F}", ["one +a -b", "one -True +False fixed"]),
            ("Q {T}\r\n\r\nR {F}\rS\n\nU {}", ["one +True -False fixed", "one -True +False fixed", "essay"]),
        ])
    func soundQuestionsComeIn(text: String, sketches: [String]) throws {
        let bank = try bank(text)
        #expect(bank.omissions == [])
        #expect(bank.families.map { $0.variants[0].item.sketch } == sketches)
    }

    @Test(
        "What is unsound is left out with its line, and its neighbours come in",
        arguments: [
            ("OK {T}\n\nQ {=a ~b\n\nOK {F}", 3, "never closed"),
            ("::a::Q {=a ~b\n::b::OK {F}\n\nOK {T}", 1, "never closed"),
            ("OK {T}\n\nQ =a ~b}\n\nOK {F}", 3, "without a {"),
            ("OK {T}\n\n// x\nI {=am} and you {=are}.\n\nOK {F}", 4, "more than one group"),
            ("OK {T}\n\nWas {=a}\nin {=b}\n\nOK {F}", 3, "more than one group"),
            ("OK {T}\nQ {~a}\n\nOK {F}", 2, "two options"),
            ("OK {T}\n\nQ {~a ~b}\n\nOK {F}", 3, "No option is right"),
            ("OK {T}\n\nQ {~%50%a ~b}\n\nOK {F}", 3, "less than 100 %"),
            ("OK {T}\n\nQ {~%150%a ~b}\n\nOK {F}", 3, "beyond 100 %"),
            ("OK {T}\n\nQ {=%50%a}\n\nOK {F}", 3, "No answer earns 100 %"),
            ("OK {T}\n\nQ {=a -> b =c}\n\nOK {F}", 3, "no ->"),
            ("OK {T}\n\nQ {=a -> b =c ->}\n\nOK {F}", 3, "nothing after its ->"),
            ("OK {T}\n\nQ {#many}\n\nOK {F}", 3, "not a number"),
            ("OK {T}\n\nQ {#1,000}\n\nOK {F}", 3, "not a number"),
            ("OK {T}\n\nQ {#nan}\n\nOK {F}", 3, "not a number"),
            ("OK {T}\n\nQ {#}\n\nOK {F}", 3, "No answer is accepted"),
            ("OK {T}\n\n{=a ~b}\n\nOK {F}", 3, "no text"),
            ("OK {T}\n\nQ {1:MULTICHOICE:=a~b}\n\nOK {F}", 3, "cloze"),
            ("OK {T}\n\nQ {>\none}\n\nOK {F}", 3, "two entries"),
            ("OK {T}\n\n[html]Q {=<img src=\"@@PLUGINFILE@@/a.png\"> ~b}\n\nOK {F}", 3, "picture"),
            ("OK {T}\n\nQ {> one\n two\n}\n\nOK {F}", 3, "not an ordering option"),
            ("OK {T}\n\nint main() {\n  return 0;\n  more();\n}\n\nOK {F}", 3, "without = or ~"),
            ("OK {T}\n\nsets {1,2} and {3}\n\nOK {F}", 3, "No pair of braces"),
        ])
    func whatIsUnsoundIsLeftOutWith(text: String, line: Int, part: String)
        throws
    {
        let bank = try bank(text)
        #expect(bank.omissions.map(\.line) == [line])
        #expect(bank.omissions.first?.reason.contains(part) == true, "\(bank.omissions)")
        #expect(!bank.families.isEmpty && bank.families.allSatisfy { $0.title.hasPrefix("OK") || $0.title == "b" })
        #expect(bank.questionsFound == bank.families.count + 1)
    }

    @Test("Prose is reported block by block, not taken for descriptions") func proseIsReportedBlockByBlockNot() throws {
        let bank = try bank("Dear all,\nthis is a letter.\n\nYours")
        #expect(bank.families.isEmpty)
        #expect(bank.omissions.map(\.line) == [1, 4])
    }

    @Test(
        "What came in otherwise than written is told",
        arguments: [
            ("::What is it?::{=a ~b}", "name was taken"),
            ("Q {~%80%a ~%80%b}", "more than 100 %"),
            ("Q {=%50%a ~b}", "weight after ="),
            ("[html]Q <img src=\"http://example.org/x.png\"> {T}", "picture"),
            ("Q {=a -> b#c =d -> e}", "no feedback"),
            ("Q {>2 RANDOM\na\nb\nc}", "All 3 entries"),
            ("-----\n\nQ {T}", "belongs to no question"),
        ])
    func whatCameInOtherwiseThanWrittenIs(text: String, part: String) throws {
        let bank = try bank(text)
        #expect(bank.families.count == 1)
        #expect(bank.notices.contains { $0.line == 1 && $0.reason.contains(part) }, "\(bank.notices)")
    }

    @Test("Markup of a bank is sanitised everywhere") func markupOfABankIsSanitisedEverywhere() throws {
        let bad = "<script>x</script><b onclick\\=\"y\">t</b>"
        let item = try item("[html]Q\(bad) {=a\(bad)#f\(bad) ~b####g\(bad)}")
        let html = [item.stem.html, item.feedback?.html ?? "", item.sketch].joined()
        #expect(!html.contains("script") && !html.contains("onclick"))
        #expect(html.components(of: "<b>t</b>") == 4)
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
