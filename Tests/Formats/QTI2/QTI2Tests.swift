import Assessment
import Formats
import Testing

/// A QTI 2.1 item with these parts.
private func read(
    _ declarations: String, _ body: String, processing: String = standard("match_correct"), attributes: String = ""
) throws -> BankImport {
    let text = """
        <?xml version="1.0"?>
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="T" \(attributes)>
        \(declarations)
        <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
        <itemBody>\(body)</itemBody>
        \(processing)
        </assessmentItem>
        """
    return try readBank(Array(text.utf8), named: "item.xml")
}

private func standard(_ name: String) -> String {
    "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/\(name)\"/>"
}

private func response(
    _ cardinality: String, _ type: String, _ key: [String], mapping: String = "", name: String = "RESPONSE"
) -> String {
    "<responseDeclaration identifier=\"\(name)\" cardinality=\"\(cardinality)\" baseType=\"\(type)\"><correctResponse>"
        + key.map { "<value>\($0)</value>" }.joined() + "</correctResponse>\(mapping)</responseDeclaration>"
}

private func choices(_ names: [String], most: Int) -> String {
    "<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"\(most)\"><prompt>Which?</prompt>"
        + names.map { "<simpleChoice identifier=\"\($0)\">\($0)</simpleChoice>" }.joined() + "</choiceInteraction>"
}

private func item(_ bank: BankImport) throws -> Item {
    #expect(bank.omissions == [])
    return try #require(bank.families.first?.variants.first?.item)
}

@Suite struct QTI2Tests {
    @Test("a choice that is right or wrong as a whole is one, however many options are right")
    func matchCorrect() throws {
        let one = try item(read(response("single", "identifier", ["B"]), choices(["A", "B", "C"], most: 1)))
        #expect(one.sketch == "one -A +B -C")
        #expect(one.stem.plain == "Which?")
        let many = try item(read(response("multiple", "identifier", ["A", "C"]), choices(["A", "B", "C"], most: 0)))
        for (chosen, fraction) in [([0, 2], 1.0), ([0], 0), ([0, 1, 2], 0)] {
            #expect(many.mark(.choices(chosen)).fraction == fraction)
        }
    }

    @Test("a mapping gives each option its points, as the rules add them up")
    func mapping() throws {
        let mapping =
            "<mapping lowerBound=\"0\" defaultValue=\"-2\"><mapEntry mapKey=\"A\" mappedValue=\"1\"/>"
            + "<mapEntry mapKey=\"C\" mappedValue=\"3\"/></mapping>"
        let many = try item(
            read(
                response("multiple", "identifier", ["A", "C"], mapping: mapping), choices(["A", "B", "C"], most: 0),
                processing: standard("map_response")))
        for (chosen, fraction) in [([0, 2], 1.0), ([2], 0.75), ([0], 0.25), ([1, 2], 0.25), ([1], 0)] {
            #expect(many.mark(.choices(chosen)).fraction == fraction, "\(chosen)")
        }
    }

    @Test("a number is compared as the rule says")
    func number() throws {
        let processing = """
            <responseProcessing><responseCondition><responseIf>
            <equal toleranceMode="absolute" tolerance="0.5 1"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>
            <setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue>
            </responseIf></responseCondition></responseProcessing>
            """
        let number = try item(
            read(
                response("single", "float", ["10"]),
                "<p>How much? <textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>",
                processing: processing))
        for (written, fraction) in [("10", 1.0), ("9", 1), ("10.5", 1), ("8.9", 0), ("10.6", 0), ("ten", 0)] {
            #expect(number.mark(number.response(written)).fraction == fraction, "\(written)")
        }
    }

    @Test("blanks and menus stand in the text, each with its share")
    func inline() throws {
        let processing = """
            <responseProcessing>
            <responseCondition><responseIf><match><variable identifier="A"/><correct identifier="A"/></match>
            <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">1</baseValue></sum></setOutcomeValue></responseIf></responseCondition>
            <responseCondition><responseIf><match><variable identifier="B"/><correct identifier="B"/></match>
            <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">3</baseValue></sum></setOutcomeValue></responseIf></responseCondition>
            </responseProcessing>
            """
        let text = try item(
            read(
                response("single", "string", ["Paris"], name: "A") + response("single", "identifier", ["x"], name: "B"),
                "<p>In <textEntryInteraction responseIdentifier=\"A\"/> there is "
                    + "<inlineChoiceInteraction responseIdentifier=\"B\"><inlineChoice identifier=\"x\">a tower</inlineChoice>"
                    + "<inlineChoice identifier=\"y\">a pyramid</inlineChoice></inlineChoiceInteraction>.</p>",
                processing: processing))
        #expect(text.stem.gaps == [0, 1])
        #expect(text.mark(.parts([.text("Paris"), .choices([1])])).fraction == 0.25)
        #expect(text.mark(.parts([.text("Rome"), .choices([0])])).fraction == 0.75)
    }

    @Test("entries, pairs and hot texts become what they are")
    func others() throws {
        let order = try item(
            read(
                response("ordered", "identifier", ["b", "a"]),
                "<orderInteraction responseIdentifier=\"RESPONSE\"><simpleChoice identifier=\"a\">a</simpleChoice>"
                    + "<simpleChoice identifier=\"b\">b</simpleChoice></orderInteraction>"))
        #expect(order.sketch == "order b a whole")
        let match = try item(
            read(
                response("multiple", "directedPair", ["C M", "D L"]),
                "<matchInteraction responseIdentifier=\"RESPONSE\"><simpleMatchSet>"
                    + ["C", "D"].map {
                        "<simpleAssociableChoice identifier=\"\($0)\" matchMax=\"1\">\($0)</simpleAssociableChoice>"
                    }.joined()
                    + "</simpleMatchSet><simpleMatchSet>"
                    + ["L", "M"].map {
                        "<simpleAssociableChoice identifier=\"\($0)\" matchMax=\"1\">\($0)</simpleAssociableChoice>"
                    }.joined()
                    + "</simpleMatchSet></matchInteraction>"))
        #expect(match.sketch == "match C→M D→L of 2")
        let hot = try item(
            read(
                response("single", "identifier", ["b"]),
                "<hottextInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"1\"><p>He <hottext identifier=\"a\">go</hottext> "
                    + "and <hottext identifier=\"b\">goed</hottext>.</p></hottextInteraction>"))
        guard case .choice(let choice) = hot.interaction else { throw Missing("a choice") }
        #expect(choice.display == .text)
        #expect(hot.stem.gaps == [0, 1])
        #expect(hot.keyText == "goed")
    }

    @Test("pairs have the points of the mapping, and a wrong one takes away only what the rules say")
    func pairs() throws {
        let mapping =
            "<mapping defaultValue=\"0\"><mapEntry mapKey=\"A P\" mappedValue=\"2\"/><mapEntry mapKey=\"C M\" mappedValue=\"1\"/></mapping>"
        let pairs = try item(
            read(
                response("multiple", "pair", ["A P", "C M"], mapping: mapping),
                "<associateInteraction responseIdentifier=\"RESPONSE\" maxAssociations=\"2\">"
                    + ["A", "C", "M", "P"].map {
                        "<simpleAssociableChoice identifier=\"\($0)\" matchMax=\"1\">\($0)</simpleAssociableChoice>"
                    }.joined()
                    + "</associateInteraction>", processing: standard("map_response")))
        #expect(abs(pairs.mark(.places([3, 0, 1, 0])).fraction - 2.0 / 3) < 1e-9)
        #expect(pairs.mark(.places([1, 2, 0, 3])).isFull)
    }

    @Test("template rules are run for each variant, and a constraint holds in all of them")
    func templates() throws {
        let declarations = """
            <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="integer"/>
            <templateDeclaration identifier="a" cardinality="single" baseType="integer"><defaultValue><value>1</value></defaultValue></templateDeclaration>
            <templateDeclaration identifier="b" cardinality="single" baseType="integer"><defaultValue><value>2</value></defaultValue></templateDeclaration>
            <templateProcessing>
            <setTemplateValue identifier="a"><randomInteger min="1" max="9"/></setTemplateValue>
            <setTemplateValue identifier="b"><randomInteger min="1" max="9"/></setTemplateValue>
            <templateConstraint><lt><variable identifier="a"/><variable identifier="b"/></lt></templateConstraint>
            <setCorrectResponse identifier="RESPONSE"><sum><variable identifier="a"/><variable identifier="b"/></sum></setCorrectResponse>
            </templateProcessing>
            """
        let bank = try read(
            declarations,
            "<p><printedVariable identifier=\"a\"/> + <printedVariable identifier=\"b\"/> = "
                + "<textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>")
        let family = try #require(bank.families.first)
        // The pairs of different digits from 1 to 9, the smaller first.
        #expect(family.variants.count == 36)
        for variant in family.variants {
            let values = Dictionary(uniqueKeysWithValues: variant.parameters.map { ($0.name, Int($0.value) ?? 0) })
            let (a, b) = (values["a"] ?? 0, values["b"] ?? 0)
            #expect(a < b)
            #expect(variant.item.stem.plain.hasPrefix("\(a) + \(b) ="))
            #expect(variant.item.mark(variant.item.response("\(a + b)")).isFull)
        }
        #expect(
            try read(declarations, "<p>x<textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>").families.count
                == 1)
    }

    @Test("QTI 3 is the same vocabulary under other names")
    func three() throws {
        let text = """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="T">
            <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
            <qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
            <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
            <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
            <qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B" fixed="true">b</qti-simple-choice>
            </qti-choice-interaction></qti-item-body>
            <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
            </qti-assessment-item>
            """
        let bank = try readBank(Array(text.utf8), named: "item.xml")
        #expect(bank.families.first?.variants.first?.item.keyText == "b")
    }

    @Test(
        "what cannot be asked here is left out by name",
        arguments: [
            ("adaptive=\"true\"", choices(["A", "B"], most: 1), "adaptive"),
            ("", "<selectPointInteraction responseIdentifier=\"RESPONSE\"/>", "selectPointInteraction"),
            ("", "<p>Only text.</p>", ""),
        ])
    func others(_ attributes: String, _ body: String, _ word: String) throws {
        let bank = try read(response("single", "identifier", ["A"]), body, attributes: attributes)
        if word.isEmpty {
            #expect(bank.omissions.count + bank.families.count == 1)
        } else {
            #expect(bank.families.isEmpty)
            #expect(bank.omissions.first?.reason.contains(word) == true)
        }
    }

    @Test("a question in which any answer is right is left out")
    func anything() throws {
        let bank = try read(
            "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"single\" baseType=\"string\"><mapping defaultValue=\"7\">"
                + "<mapEntry mapKey=\"a\" mappedValue=\"2\"/></mapping></responseDeclaration>",
            "<p>Say <textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>", processing: standard("map_response"))
        #expect(bank.families.isEmpty)
    }
}
