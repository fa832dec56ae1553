import Assessment
import Formats
import Testing

/// A QTI 2.1 item: its declarations, its body and its response processing.
private func qti(_ declarations: String, _ body: String, _ processing: String = "", tail: String = "") -> String {
    """
    <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="Title" adaptive="false">
    \(declarations)<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
    <itemBody>\(body)</itemBody>\(processing)\(tail)</assessmentItem>
    """
}

private func template(_ name: String) -> String {
    "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/\(name)\"/>"
}

private func response(
    _ name: String = "R", _ cardinality: String = "single", _ type: String = "identifier", key: [String] = [],
    mapping: String = ""
) -> String {
    let values = key.map { "<value>\($0)</value>" }.joined()
    let correct = key.isEmpty ? "" : "<correctResponse>\(values)</correctResponse>"
    return
        "<responseDeclaration identifier=\"\(name)\" cardinality=\"\(cardinality)\" baseType=\"\(type)\">\(correct)\(mapping)</responseDeclaration>"
}

private func choices(_ names: [String], _ attributes: String = "maxChoices=\"1\"", _ response: String = "R") -> String {
    let options = names.map { "<simpleChoice identifier=\"\($0)\">\($0.lowercased())</simpleChoice>" }.joined()
    return
        "<choiceInteraction responseIdentifier=\"\(response)\" \(attributes)><prompt>Which?</prompt>\(options)</choiceInteraction>"
}

private func entry(_ response: String = "R") -> String {
    "<p>It is <textEntryInteraction responseIdentifier=\"\(response)\"/>.</p>"
}

/// Sets SCORE to 1 where a test holds.
private func when(_ test: String) -> String {
    """
    <responseProcessing><responseCondition><responseIf>\(test)<setOutcomeValue identifier="SCORE"><baseValue
    baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>
    """
}

private let variable = "<variable identifier=\"R\"/>"
private let integers = "<baseValue baseType=\"integer\">"

struct QTI2ScoringTests {
    @Test(
        "Choices and texts are scored as their rules say",
        arguments: [
            (qti(response(key: ["B"]), choices(["A", "B", "C"]), template("match_correct")), "one -a +b -c fixed"),
            (
                qti(
                    response(key: ["B"]), choices(["A", "B"], "shuffle=\"true\" maxChoices=\"1\""),
                    template("match_correct.xml")),
                "one -a +b"
            ),
            (
                qti(
                    response("R", "multiple", key: ["A", "B"]), choices(["A", "B", "C"], "maxChoices=\"0\""),
                    template("match_correct")),
                "many +a +b -c fixed"
            ),
            (
                qti(
                    response(
                        "R", "multiple",
                        mapping:
                            "<mapping lowerBound=\"0\" defaultValue=\"-1\"><mapEntry mapKey=\"A\" mappedValue=\"3\"/><mapEntry mapKey=\"B\" mappedValue=\"1\"/></mapping>"
                    ), choices(["A", "B", "C"], "maxChoices=\"0\""), template("map_response")),
                "many 75:a 25:b -25:c fixed"
            ),
            (qti(response("R", "single", "string", key: ["York"]), entry(), template("match_correct")), "text +York"),
            (
                qti(
                    response(
                        "R", "single", "string",
                        mapping:
                            "<mapping><mapEntry mapKey=\"York\" mappedValue=\"2\" caseSensitive=\"false\"/><mapEntry mapKey=\"Yorks\" mappedValue=\"1\"/></mapping>"
                    ), entry(), template("map_response")), "text +York 50:Yorks"
            ),
            (
                qti(
                    response("R", "single", "string"), entry(),
                    when("<patternMatch pattern=\"(red|blue)s?\">\(variable)</patternMatch>")),
                "text +red +reds +blue +blues"
            ),
            (
                qti(
                    response("R", "single", "string"), entry(),
                    when(
                        "<substring caseSensitive=\"false\"><baseValue baseType=\"string\">gas</baseValue>\(variable)</substring>"
                    )),
                "text +*gas*"
            ),
            (
                qti(response("R", "single", "integer", key: ["42"]), entry(), template("match_correct")),
                "number +42.0±0.0"
            ),
            (
                qti(
                    response("R", "single", "float", key: ["10"]), entry(),
                    when(
                        "<equal toleranceMode=\"absolute\" tolerance=\"0.5\"><correct identifier=\"R\"/>\(variable)</equal>"
                    )),
                "number +10.0±0.5"
            ),
            (
                qti(
                    response("R", "single", "float", key: ["200"]), entry(),
                    when(
                        "<equal toleranceMode=\"relative\" tolerance=\"5\"><correct identifier=\"R\"/>\(variable)</equal>"
                    )),
                "number +200.0±10.0"
            ),
        ])
    func choicesAndTextsAreScored(text: String, sketch: String) throws {
        #expect(try item(text).sketch == sketch)
    }

    @Test("A strict inequality leaves its bound out") func aStrictInequality() throws {
        let tests =
            "<and><gt>\(variable)\(integers)2</baseValue></gt><lte>\(variable)\(integers)5</baseValue></lte></and>"
        let item = try item(qti(response("R", "single", "float", key: ["4"]), entry(), when(tests)))
        for (text, fraction) in [("2", 0.0), ("2.001", 1), ("5", 1), ("5.001", 0), ("-4", 0)] {
            #expect(item.mark(.text(text)).fraction == fraction, "\(text)")
        }
    }

    @Test("A combination that no sum explains is kept as it is") func aCombinationThatNoSumExplains() throws {
        let both =
            "<match>\(variable)<multiple><baseValue baseType=\"identifier\">A</baseValue><baseValue baseType=\"identifier\">B</baseValue></multiple></match>"
        let either = "<match>\(variable)<multiple><baseValue baseType=\"identifier\">C</baseValue></multiple></match>"
        let item = try item(
            qti(
                response("R", "multiple"), choices(["A", "B", "C"], "maxChoices=\"0\""),
                when("<or>\(both)\(either)</or>")))
        for (chosen, fraction) in [([0, 1], 1.0), ([2], 1), ([0], 0), ([0, 1, 2], 0), ([1, 2], 0)] {
            #expect(item.mark(.choices(chosen)).fraction == fraction, "\(chosen)")
        }
    }

    @Test("Parts that add up have their weights, and stand where they stood") func partsThatAddUp() throws {
        let add = { (name: String, points: Int) in
            """
            <responseCondition><responseIf><match><variable identifier="\(name)"/><correct identifier="\(name)"/></match>
            <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue
            baseType="float">\(points)</baseValue></sum></setOutcomeValue></responseIf></responseCondition>
            """
        }
        let text = qti(
            response("R", key: ["A"]) + response("S", "single", "string", key: ["yes"]),
            choices(["A", "B"]) + entry("S"),
            "<responseProcessing>\(add("R", 3))\(add("S", 1))</responseProcessing>")
        let item = try item(text)
        #expect(item.stem.gaps == [0, 1])
        #expect(item.mark(.parts([.choices([0]), .text("no")])).fraction == 0.75)
        #expect(item.mark(.parts([.choices([1]), .text("yes")])).fraction == 0.25)
    }

    @Test("A match that earns only as a whole is all or nothing, and one that is mapped is not")
    func aMatch() throws {
        let body = """
            <matchInteraction responseIdentifier="R" maxAssociations="2"><prompt>Match</prompt>
            <simpleMatchSet><simpleAssociableChoice identifier="A" matchMax="1">cat</simpleAssociableChoice>
            <simpleAssociableChoice identifier="B" matchMax="1">dog</simpleAssociableChoice></simpleMatchSet>
            <simpleMatchSet><simpleAssociableChoice identifier="X" matchMax="2">meows</simpleAssociableChoice>
            <simpleAssociableChoice identifier="Y" matchMax="2">barks</simpleAssociableChoice></simpleMatchSet></matchInteraction>
            """
        let mapping =
            "<mapping><mapEntry mapKey=\"A X\" mappedValue=\"1\"/><mapEntry mapKey=\"B Y\" mappedValue=\"1\"/></mapping>"
        for (name, half) in [("match_correct", 0.0), ("map_response", 0.5)] {
            let declaration = response("R", "multiple", "directedPair", key: ["A X", "B Y"], mapping: mapping)
            let item = try item(qti(declaration, body, template(name)))
            #expect(item.sketch == "match cat→meows dog→barks of 2")
            #expect(item.mark(.places([0, 0])).fraction == half)
            #expect(item.mark(.places([0, 1])).fraction == 1)
        }
    }

    @Test("Gaps stand in their text") func gaps() throws {
        let body = """
            <gapMatchInteraction responseIdentifier="R"><gapText identifier="W" matchMax="1">winter</gapText>
            <gapText identifier="S" matchMax="1">summer</gapText>
            <p>Now is the <gap identifier="G1"/>, then <gap identifier="G2"/>.</p></gapMatchInteraction>
            """
        let declaration = response("R", "multiple", "directedPair", key: ["W G1", "S G2"])
        let item = try item(qti(declaration, body, template("match_correct")))
        #expect(item.stem.plain == "Now is the ___, then ___.")
        #expect(item.rightResponse == .parts([.choices([0]), .choices([1])]))
        #expect(item.mark(.parts([.choices([0]), .choices([0])])).fraction == 0)
    }

    @Test("Entries are put in the key's order") func order() throws {
        let options = ["A", "B", "C"].map { "<simpleChoice identifier=\"\($0)\">\($0)</simpleChoice>" }.joined()
        let body = "<orderInteraction responseIdentifier=\"R\"><prompt>Sort</prompt>\(options)</orderInteraction>"
        let text = qti(response("R", "ordered", key: ["C", "A", "B"]), body, template("match_correct"))
        #expect(try item(text).sketch == "order C A B whole")
    }

    @Test("Feedback goes to the answers that get it") func feedback() throws {
        let rules = """
            <responseProcessing><setOutcomeValue identifier="FEEDBACK">\(variable)</setOutcomeValue>
            <responseCondition><responseIf><match>\(variable)<correct identifier="R"/></match><setOutcomeValue
            identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition>
            </responseProcessing>
            """
        let tail = ["A", "B"].map { name in
            "<modalFeedback outcomeIdentifier=\"FEEDBACK\" identifier=\"\(name)\" showHide=\"show\">Said of \(name)</modalFeedback>"
        }.joined()
        let outcome = "<outcomeDeclaration identifier=\"FEEDBACK\" cardinality=\"single\" baseType=\"identifier\"/>"
        let text = qti(response(key: ["B"]) + outcome, choices(["A", "B", "C"]), rules, tail: tail)
        #expect(try item(text).sketch == "one -a#Said of A +b#Said of B -c fixed")
    }

    @Test(
        "What cannot be carried over is named with its line",
        arguments: [
            (qti(response(), choices(["A", "B"])), "has no key"),
            (qti("", choices(["A", "B"])), "no response declaration"),
            (qti(response(key: ["Z"]), choices(["A", "B"]), template("match_correct")), "fits none of its options"),
            (qti(response(key: ["A"]), "<customInteraction responseIdentifier=\"R\"/>"), "customInteraction"),
            (qti(response(key: ["A"]), choices(["A", "B"]), when("<customOperator class=\"x\"/>")), "customOperator"),
            (
                qti(response(key: ["A"]), choices(["A", "B"])).replacing(
                    "adaptive=\"false\"", with: "adaptive=\"true\""),
                "is adaptive"
            ),
            (
                "<assessmentTest identifier=\"t\"><testPart><assessmentSection><assessmentItemRef href=\"a.xml\"/></assessmentSection></testPart></assessmentTest>",
                "names 1 question"
            ),
        ])
    func whatCannotBeCarriedOver(text: String, reason: String) throws {
        let bank = try bank(text)
        #expect(bank.families.isEmpty)
        #expect(bank.omissions.count == 1 && bank.omissions[0].reason.contains(reason), "\(bank.omissions)")
        #expect(bank.omissions.allSatisfy { $0.line >= 1 && $0.reason.hasSuffix(".") })
    }
}

struct QTI2TemplateTests {
    private func text(_ rules: String, declared: String = "") -> String {
        let sum = "<sum><variable identifier=\"a\"/><variable identifier=\"b\"/></sum>"
        let declarations = ["a", "b"].map { name in
            "<templateDeclaration identifier=\"\(name)\" cardinality=\"single\" baseType=\"integer\">\(declared)</templateDeclaration>"
        }.joined()
        return qti(
            response("R", "single", "integer") + declarations + """
                <templateProcessing><setTemplateValue identifier="a"><randomInteger min="1" max="3"/></setTemplateValue>
                <setTemplateValue identifier="b"><randomInteger min="2" max="6" step="2"/></setTemplateValue>\(rules)
                <setCorrectResponse identifier="R">\(sum)</setCorrectResponse></templateProcessing>
                """,
            "<p><printedVariable identifier=\"a\"/> + <printedVariable identifier=\"b\"/> = <textEntryInteraction responseIdentifier=\"R\"/></p>",
            template("match_correct"))
    }

    @Test("Every resolution is one variant, with its own key, and a second import draws the same")
    func everyResolution() throws {
        let family = try family(text(""))
        #expect(family.variants.count == 9)
        for variant in family.variants {
            let sum = variant.parameters.compactMap { Int($0.value) }.reduce(0, +)
            #expect(variant.item.mark(.text("\(sum)")).fraction == 1)
            #expect(variant.item.mark(.text("\(sum + 1)")).fraction == 0)
        }
        #expect(try self.family(text("")) == family)
    }

    private func family(_ text: String) throws -> Family {
        try #require(bank(text).families.first)
    }

    @Test("A constraint leaves only what holds, and one that never does is an error with its rate")
    func aConstraint() throws {
        let constraint = { (bound: Int) in
            "<templateConstraint><lt><variable identifier=\"a\"/>\(integers)\(bound)</baseValue></lt></templateConstraint>"
        }
        let values = try family(text(constraint(2))).variants.map { $0.parameters.first?.value }
        #expect(values == ["1", "1", "1"])
        let bank = try bank(text(constraint(0)))
        #expect(bank.omissions.first?.reason.contains("held in 0 of 2000 draws") == true)
    }
}
