import Assessment
import Formats
import Testing

struct GIFTTests {
    @Test(
        "What the braces hold makes the type",
        arguments: [
            ("::D::Read this.", "description"),
            ("Write on. {}", "essay"),
            ("Q {####only feedback}", "essay"),
            ("Q {=right ~wrong ~also wrong}", "one +right -wrong -also wrong"),
            ("Q {~wrong =right#yes ~%50%half # so so}", "one -wrong +right#yes 50:half#so so"),
            ("Q {~%50%a ~%50%b ~%-100%c}", "many 50:a 50:b -100:c"),
            ("Q {~%33.33333%a ~%33.33333%b ~%33.33333%c ~d}", "many 33:a 33:b 33:c -d"),
            ("Q {=%100%text ~b}", "one +%100%text -b"),
            ("Q {TRUE}", "one +True -False fixed"),
            ("Q {F}", "one -True +False fixed"),
            ("Q {T#when wrong#when right}", "one +True#when right -False#when wrong fixed"),
            ("Q {FALSE # no\n#yes}", "one -True#no +False#yes fixed"),
            ("Q {true}", "text +true"),
            ("Q {=four =4}", "text +four +4"),
            ("Q {four}", "text +four"),
            ("Q {=Nazareth =%75%Nazereth#misspelt =%0%*#no}", "text +Nazareth 75:Nazereth#misspelt -*#no"),
            ("Q {#1822}", "number +1822.0±0.0"),
            ("Q {#-3.25:0.5}", "number +-3.25±0.5"),
            ("Q {#-5..5}", "number +0.0±5.0"),
            ("Q {#=10:0#exact =%50%10:2#near ~#far}", "number +10.0±0.0#exact 50:10.0±2.0#near -*#far"),
            ("Q {#*}", "number +*"),
            ("Q {#3#right}", "number +3.0±0.0#right"),
            ("Q {#1e3:1}", "number +1000.0±1.0"),
            ("Q {#3,5:0,25}", "number +3.5±0.25"),
            ("Q {#−4 // typographic minus and a remark}", "number +-4.0±0.0"),
            ("Q {=cat -> meows =dog->barks = -> moos}", "match cat→meows dog→barks of 3"),
            ("Q {=cat -> pet =dog -> pet =cow -> farm}", "match cat→pet dog→pet cow→farm of 2"),
            ("Q {>2 ALL VERTICAL ALL_OR_NOTHING SHOW 123\nfirst\nsecond\n}", "order first second whole"),
            ("Q {>\nfirst\nsecond\nthird}", "order first second third"),
        ])
    func whatTheBracesHoldMakesTheType(text: String, sketch: String) throws {
        #expect(try item(text).sketch == sketch)
    }

    @Test("Ends of a range are within it") func endsOfARangeAreWithinIt() throws {
        guard case .numericEntry(let entry) = try item("Q {#3.141..3.142}").interaction else {
            Issue.record("not numeric")
            return
        }
        let accepted = entry.accepted[0]
        let value = try #require(accepted.value)
        #expect(abs(3.141 - value) <= accepted.tolerance && abs(3.142 - value) <= accepted.tolerance)
        #expect(accepted.tolerance < 0.000_500_1)
    }

    @Test("Three thirds are a whole") func threeThirdsAreAWhole() throws {
        guard case .choice(let choice) = try item("Q {~%33.333%a ~%33.333%b ~%33.333%c}").interaction else {
            Issue.record("not a choice")
            return
        }
        #expect(choice.options.reduce(0) { $0 + $1.fraction } == 1)
    }

    @Test(
        "The text of a question comes in as Moodle shows it",
        arguments: [
            ("Two plus two is {=4}.", "Two plus two is _____."),
            ("{ =Asia } is the largest.", "_____ is the largest."),
            ("One {~a =b} two", "One _____ two"),
            ("Q\n{\n=a\n}\n", "Q"),
            ("Q {T} // a remark", "Q"),
            ("escaped \\: \\# \\= \\{ \\} \\~ \\\\ \\x{T}", "escaped : # = { } ~ \\ \\x"),
            ("one\\ntwo {T}", "one<br>two"),
            ("one \\\\ne two {T}", "one \\ne two"),
            ("a < b and b > c {T}", "a &lt; b and b &gt; c"),
            ("#include <stdio.h> {T}", "#include &lt;stdio.h&gt;"),
            ("The <head> of a <b>page</b> {T}", "The &lt;head&gt; of a <b>page</b>"),
            ("x<y and <i>z</i> {T}", "x&lt;y and <i>z</i>"),
            ("Wrapped\nline {T}", "Wrapped<br>line"),
            ("<p>One</p>\n<p>two</p> {T}", "<p>One</p>\n<p>two</p>"),
            ("<pre>\na\nb\n</pre>\nc\nd {T}", "<pre>\na\nb\n</pre>\nc<br>d"),
            ("[html]<p>One</p>\ntwo < three {T}", "<p>One</p>\ntwo &lt; three"),
            ("[plain]<b> & \"c\" {T}", "&lt;b&gt; &amp; &quot;c&quot;"),
            ("[moodle]<b>x</b> {T}", "<b>x</b>"),
            ("[latex] x {T}", "[latex] x"),
            (
                "[markdown]a **b** *c* `d<e` __f__ _g_ h_i_j {T}",
                "<p>a <strong>b</strong> <em>c</em> <code>d&lt;e</code> <strong>f</strong> <em>g</em> h_i_j</p>"
            ),
            ("[markdown]x _____ y{=a} z {b}", "<p>x _____ y_____ z {b}</p>"),
            (
                "[markdown]a  \nb\n- c\n    - d\n- e {T}",
                "<p>a<br>b</p><ul><li>c<ul><li>d</li></ul></li><li>e</li></ul>"
            ),
            ("[markdown]a\\n\\n1. b\\n2. c\\n\\nd {T}", "<p>a</p><ol><li>b</li><li>c</li></ol><p>d</p>"),
            (
                "[markdown]```\\nif a < b \\{\\n```\\n2 * 3 * 4 {T}",
                "<pre><code>if a &lt; b {</code></pre><p>2 * 3 * 4</p>"
            ),
            ("$$\\\\frac{a}{b}$$ is {#2}", "$$\\frac{a}{b}$$ is"),
            ("What does {{ variable }} do? {=show ~hide}", "What does {{ variable }} do?"),
            ("Q {=a ~b} {}", "Q"),
            ("What does f() {} do? {=a ~b}", "What does f() {} do?"),
            ("Say what f() {} does. {}", "Say what f() {} does."),
            ("The set {1,2} has {#2} members", "The set {1,2} has _____ members"),
        ])
    func theTextOfAQuestionComesIn(text: String, html: String) throws {
        #expect(try item(text).stem.html == html)
    }

    @Test(
        "A title is the name or the beginning of the text",
        arguments: [
            ("::Name::Text {T}", "Name"),
            ("::A \\: b:: Text {T}", "A : b"),
            ("::<b>Bold</b>::Text {T}", "Bold"),
            ("::Text without an end {T}", "Text without an end"),
            ("Short text {T}", "Short text"),
            ("[html]<p>Text &amp; more</p> {T}", "Text & more"),
            (
                "A text that goes on for longer than the sixty characters that a title may have {T}",
                "A text that goes on for longer than the sixty characters…"
            ),
        ])
    func aTitleIsTheNameOrThe(text: String, title: String) throws {
        #expect(try family(text).title == title)
    }

    @Test("Equal titles in one category are told apart") func equalTitlesInOneCategoryAreTold() throws {
        let bank = try bank("Q {T}\n\nQ {F}\n\n$CATEGORY: other\n\nQ {T}\n\n::Q::x {T}")
        #expect(bank.families.map(\.title) == ["Q", "Q (2)", "Q", "Q (2)"])
    }

    @Test(
        "A category holds for every question after it",
        arguments: [
            ("$CATEGORY: $course$/top/Unit 1/Topic", ["Unit 1", "Topic"]),
            ("$CATEGORY: $system$/Default", ["Default"]),
            ("$CATEGORY: top", []),
            ("$CATEGORY: Red//green/blue", ["Red/green", "blue"]),
            ("$CATEGORY: A \\: b / C", ["A : b", "C"]),
            ("$CATEGORY:", []),
            ("  $category: spaced ", ["spaced"]),
        ])
    func aCategoryHoldsForEveryQuestionAfter(line: String, path: [String]) throws {
        let bank = try bank("\(line)\n\nQ {T}\n\nR {F}")
        #expect(bank.families.map(\.category) == [path, path])
        #expect(try self.bankWithGluedCategory(line) == [path])
    }

    private func bankWithGluedCategory(_ line: String) throws -> [[String]] {
        try bank("\(line)\nQ {T}").families.map(\.category)
    }

    @Test("Comments carry an identifier and tags") func commentsCarryAnIdentifierAndTags() throws {
        let family = try family("// [id:q\\]1] [tag:easy]\n// text [tag:unit 1] [tag:easy]\nQ {T}")
        #expect(family.sourceID == "q]1")
        #expect(family.tags == ["easy", "unit 1"])
    }

    @Test("An identifier names one family only") func anIdentifierNamesOneFamilyOnly() throws {
        let bank = try bank("// [id:1]\nQ {T}\n\n// [id:1]\nR {T}")
        #expect(bank.families.map(\.sourceID) == ["1", nil])
        #expect(bank.notices.map(\.line) == [5])
    }

    @Test("General feedback is what follows the last four hashes") func generalFeedbackIsWhatFollowsTheLast() throws {
        let item = try item("Q {=a#one ~b#two####[html]<i>all</i>}")
        #expect(item.feedback?.html == "<i>all</i>")
        #expect(item.sketch == "one +a#one -b#two")
    }

    @Test("Answers take the format of the question unless they name one") func answersTakeTheFormatOfTheQuestion()
        throws
    {
        let item = try item("[html]<p>Q</p> {=<b>a</b>#[plain]<c> ~[plain]<d> ~[markdown]*e*}")
        #expect(item.sketch == "one +<b>a</b>#&lt;c&gt; -&lt;d&gt; -<p><em>e</em></p>")
    }
}
