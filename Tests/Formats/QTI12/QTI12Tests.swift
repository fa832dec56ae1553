import Assessment
import Formats
import Testing

/// An item of QTI 1.2 in a file of its own.
func qti12(type: String = "", presentation: String, rules: String, rest: String = "") -> String {
    """
    <?xml version="1.0"?>
    <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment title="Quiz"><section ident="root_section">
    <item ident="i1" title="Item"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
    <fieldentry>\(type)</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
    <presentation><material><mattext texttype="text/html">&lt;p&gt;Q [a] [b]&lt;/p&gt;</mattext></material>\(presentation)</presentation>
    <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>\(rules)</resprocessing>
    \(rest)</item></section></assessment></questestinterop>
    """
}

/// A `response_lid` whose options are called as they read.
private func choice(_ ident: String, _ options: [String], _ cardinality: String = "Single", _ material: String = "")
    -> String
{
    let labels = options.map {
        "<response_label ident=\"\($0)\"><material><mattext>\($0)</mattext></material></response_label>"
    }
    return
        "<response_lid ident=\"\(ident)\" rcardinality=\"\(cardinality)\"><material><mattext>\(material)</mattext></material>"
        + "<render_choice>\(labels.joined())</render_choice></response_lid>"
}

private func rule(_ condition: String, _ action: String, _ value: String, _ rest: String = "") -> String {
    "<respcondition><conditionvar>\(condition)</conditionvar><setvar varname=\"SCORE\" action=\"\(action)\">\(value)</setvar>\(rest)</respcondition>"
}

private func equal(_ ident: String, _ value: String, _ attributes: String = "") -> String {
    "<varequal respident=\"\(ident)\" \(attributes)>\(value)</varequal>"
}

private let text = "<response_str ident=\"r\"><render_fib><response_label ident=\"x\"/></render_fib></response_str>"
private let number =
    "<response_str ident=\"r\"><render_fib fibtype=\"Decimal\"><response_label ident=\"x\"/></render_fib></response_str>"

struct QTI12Tests {
    @Test("a choice is worth what its rules give, whatever the scale") func singleChoice() throws {
        let rules =
            rule(equal("r", "a"), "Set", "40") + rule(equal("r", "b"), "Add", "10")
            + rule(equal("r", "c"), "Add", "-10")
        let family = try family(qti12(presentation: choice("r", ["a", "b", "c"]), rules: rules))
        #expect(family.variants[0].item.sketch == "one +a 25:b -25:c")
        #expect(family.category == ["Quiz"])
        #expect(family.sourceID == "i1")
    }

    private static let severalChoices: [(rules: String, scoring: String, marks: [Double])] = [
        // Canvas: exactly these.
        (
            rule("<and>\(equal("r", "a"))<not>\(equal("r", "b"))</not>\(equal("r", "c"))</and>", "Set", "100"),
            "allOrNothing", [1.0, 0, 0, 0]
        ),
        // Each adds or takes away.
        (
            rule(equal("r", "a"), "Add", "50") + rule(equal("r", "c"), "Add", "50")
                + rule(equal("r", "b"), "Subtract", "50"), "sum", [1, 0.5, 0, 0.5]
        ),
        // Each rightly chosen or rightly left.
        (
            rule(equal("r", "a"), "Add", "1") + rule("<not>\(equal("r", "b"))</not>", "Add", "1")
                + rule(equal("r", "c"), "Add", "1"),
            "rightAnswers", [1, 2.0 / 3, 1.0 / 3, 2.0 / 3]
        ),
    ]

    @Test("several choices make a mark as their rules do", arguments: severalChoices)
    func multipleChoice(rules: String, scoring: String, marks: [Double]) throws {
        let item = try item(qti12(presentation: choice("r", ["a", "b", "c"], "Multiple"), rules: rules))
        guard case .choice(let choice) = item.interaction else { throw Unexpected() }
        #expect(choice.scoring.rawValue == scoring)
        for (set, mark) in zip([[0, 2], [0], [0, 1], [2]], marks) {
            #expect(abs(item.mark(.choices(set)).fraction - mark) < 0.001, "\(set)")
        }
    }

    @Test(
        "texts and numbers",
        arguments: [
            (
                text, "short_answer_question", rule(equal("r", "Red") + equal("r", "scarlet"), "Set", "100"),
                "text +Red +scarlet"
            ),
            (text, "", rule(equal("r", "a*b"), "Set", "100") + rule(equal("r", "c"), "Set", "50"), "text +a\\*b 50:c"),
            (text, "", rule("<varsubstring respident=\"r\">ell</varsubstring>", "Set", "1"), "text +*ell*"),
            (number, "", rule(equal("r", "4"), "Set", "100"), "number +4.0±0.0"),
            (
                number, "",
                rule(
                    "<or>\(equal("r", "200", "margintype=\"percent\" margin=\"20\""))<and><vargte respident=\"r\">160</vargte><varlte respident=\"r\">240</varlte></and></or>",
                    "Set", "100"),
                "number +200.0±40.0 +*"
            ),
            (
                number, "", rule(equal("r", "1.25", "precisiontype=\"decimals\" precision=\"1\""), "Set", "100"),
                "number +1.25±0.05"
            ),
            (text, "essay_question", "", "essay"),
            ("", "file_upload_question", "", "essay"),
            ("", "text_only_question", "", "description"),
        ])
    func entries(presentation: String, type: String, rules: String, sketch: String) throws {
        let item = try item(qti12(type: type, presentation: presentation, rules: rules))
        #expect(item.sketch == sketch)
    }

    @Test("a range takes its ends only where it says so") func ranges() throws {
        let rules = rule("<vargt respident=\"r\">1</vargt><varlte respident=\"r\">2</varlte>", "Set", "100")
        let item = try item(qti12(presentation: number, rules: rules))
        #expect(["1", "1.001", "2", "2.001"].map { item.mark(.text($0)).fraction } == [0, 1, 1, 0])
    }

    @Test("blanks stand at their names; menus are menus, and texts are texts") func blanks() throws {
        let parts = choice("response_a", ["red", "Red"]) + choice("response_b", ["blue", "green"])
        let rules = rule(equal("response_a", "red"), "Add", "50") + rule(equal("response_b", "blue"), "Add", "50")
        let filled = try item(qti12(type: "fill_in_multiple_blanks_question", presentation: parts, rules: rules))
        #expect(filled.stem.gaps == [0, 1])
        #expect(filled.mark(.parts([.text("RED"), .text("green")])).fraction == 1)
        let menus = try item(qti12(type: "multiple_dropdowns_question", presentation: parts, rules: rules))
        #expect(menus.stem.gaps == [0, 1])
        #expect(menus.mark(.parts([.choices([0]), .choices([1])])).fraction == 0.5)
    }

    @Test("pairs are matched, with their distractors") func matching() throws {
        let parts = choice("l1", ["x", "y", "z"], "Single", "one") + choice("l2", ["x", "y", "z"], "Single", "two")
        let rules = rule(equal("l1", "y"), "Add", "50") + rule(equal("l2", "x"), "Add", "50")
        #expect(
            try item(qti12(type: "matching_question", presentation: parts, rules: rules)).sketch
                == "match one→y two→x of 3")
    }

    @Test("categories are turned round") func categories() throws {
        let parts =
            choice("A", ["p", "q", "r"], "Multiple", "First") + choice("B", ["p", "q", "r"], "Multiple", "Second")
        let rules = rule(equal("A", "q"), "Add", "50") + rule(equal("B", "p"), "Add", "50")
        let item = try item(qti12(type: "categorization_question", presentation: parts, rules: rules))
        #expect(item.sketch == "match p→Second q→First r→– of 3")
    }

    @Test("an order is that of its rule") func ordering() throws {
        let rules = rule(equal("r", "c") + equal("r", "a") + equal("r", "b"), "Add", "5")
        #expect(
            try item(qti12(presentation: choice("r", ["a", "b", "c"], "Ordered"), rules: rules)).sketch
                == "order c a b whole")
    }

    @Test("a formula's sets of values become variants, each once") func calculated() throws {
        let sets = [("2", "4.0"), ("3", "6.0"), ("2", "4.0"), ("4", "8*10^0")].map {
            "<var_set><var name=\"a\">\($0)</var><answer>\($1)</answer></var_set>"
        }
        let rest =
            "<itemproc_extension><calculated><answer_tolerance>10%</answer_tolerance><var_sets>\(sets.joined())</var_sets></calculated></itemproc_extension>"
        let family = try family(qti12(type: "calculated_question", presentation: number, rules: "", rest: rest))
        #expect(family.variants.map { $0.parameters.map(\.value) } == [["2"], ["3"], ["4"]])
        #expect(family.variants.map(\.item.sketch) == ["number +4.0±0.4", "number +6.0±0.6", "number +8.0±0.8"])
        #expect(family.variants[1].item.stem.html == "<p>Q 3 [b]</p>")
    }

    @Test("feedback goes to its option, general feedback to the item") func feedback() throws {
        let rules =
            "<respcondition continue=\"Yes\"><conditionvar><other/></conditionvar><displayfeedback linkrefid=\"general_fb\"/></respcondition>"
            + rule(equal("r", "a"), "Set", "100", "<displayfeedback linkrefid=\"a_fb\"/>")
            + "<respcondition><conditionvar><other/></conditionvar><displayfeedback linkrefid=\"general_incorrect_fb\"/></respcondition>"
        let texts = ["general_fb", "a_fb", "general_incorrect_fb"].map {
            "<itemfeedback ident=\"\($0)\"><flow_mat><material><mattext>\($0.prefix(9))</mattext></material></flow_mat></itemfeedback>"
        }
        let item = try item(qti12(presentation: choice("r", ["a", "b"]), rules: rules, rest: texts.joined()))
        #expect(item.sketch == "one +a#a_fb -b#general_i")
        #expect(item.feedback?.html == "general_f")
    }

    @Test("Blackboard: SCORE.max, formatted text, options without words of their own") func blackboard() throws {
        let blackboard = """
            <questestinterop><assessment title="Pool"><section><item maxattempts="0"><itemmetadata><bbmd_questiontype>True/False</bbmd_questiontype></itemmetadata>
            <presentation><flow class="Block"><flow class="QUESTION_BLOCK"><flow class="FORMATTED_TEXT_BLOCK"><material><mat_extension>
            <mat_formattedtext type="HTML">&lt;p&gt;Is it?&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow></flow>
            <flow class="RESPONSE_BLOCK"><response_lid ident="response" rcardinality="Single"><render_choice>
            <flow_label><response_label ident="true"><flow_mat><material><mattext>true</mattext></material></flow_mat></response_label>
            <response_label ident="false"/></flow_label></render_choice></response_lid></flow></flow></presentation>
            <resprocessing><outcomes><decvar varname="SCORE" maxvalue="10.0"/></outcomes>
            <respcondition title="correct"><conditionvar><varequal respident="response" case="No">false</varequal></conditionvar><setvar variablename="SCORE" action="Set">SCORE.max</setvar></respcondition>
            <respcondition title="incorrect"><conditionvar><other/></conditionvar><setvar variablename="SCORE" action="Set">0.0</setvar></respcondition>
            </resprocessing></item></section></assessment></questestinterop>
            """
        let item = try item(blackboard)
        #expect(item.sketch == "one -true +False fixed")
        #expect(item.stem.html == "<p>Is it?</p>")
    }

    @Test(
        "what cannot be asked is named",
        arguments: [
            ("hot_spot_question", choice("r", ["a", "b"]), rule(equal("r", "a"), "Set", "100"), "place on a picture"),
            ("Arithmetic", number, "", "arithmetic"),
            ("", choice("r", ["a", "b"]), rule(equal("r", "a"), "Set", "0"), "No answer is right"),
            ("", choice("r", ["a"]), rule(equal("r", "a"), "Set", "100"), "two options"),
            ("calculated_question", number, "", "no values"),
        ])
    func refusals(type: String, presentation: String, rules: String, reason: String) throws {
        let bank = try bank(qti12(type: type, presentation: presentation, rules: rules))
        #expect(bank.families == [])
        #expect(bank.omissions.first?.reason.contains(reason) == true, "\(bank.omissions)")
    }

    @Test("many options and many rules cost no more than a moment", .timeLimit(.minutes(1))) func manyOptions() throws {
        let options = (0..<200).map { "o\($0)" }
        let rules = options.map { rule(equal("r", $0), "Add", $0.hasSuffix("7") ? "5" : "-5") }.joined()
        let item = try item(qti12(presentation: choice("r", options, "Multiple"), rules: rules))
        let right = try #require(item.rightResponse)
        #expect(item.mark(right).fraction == 1)
    }

    private struct Unexpected: Error {}

    @Test("a bound of another response says nothing about this one: it was followed without end")
    func boundOfAnother() throws {
        let text = """
            <questestinterop><item ident="i"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
            <fieldentry>numerical_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
            <presentation><material><mattext>Q</mattext></material><response_str ident="mine"><render_fib/></response_str></presentation>
            <resprocessing><outcomes><decvar varname="SCORE" maxvalue="100"/></outcomes>
            <respcondition><conditionvar><vargte respident="other">3</vargte></conditionvar>
            <setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing></item></questestinterop>
            """
        let bank = try readBank(Array(text.utf8), named: "quiz.xml")
        #expect(bank.questionsFound == 1)
        #expect(bank.families.isEmpty)
    }
}
