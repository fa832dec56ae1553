import Assessment
import Formats
import Testing

/// Items broken at random: nothing may trap or hang, and what comes in can be answered.
struct QTI2BreakageTests {
    private static let parts: [[UInt8]] = [
        "<", ">", "\"", "/", "=", "<p>", "</p>", "identifier", "-1", "1e400", "nan", "9223372036854775807", " ", "A",
        "<variable identifier=\"a\"/>", "<null/>", "<randomInteger min=\"1\" max=\"9\"/>", "<gap identifier=\"G\"/>",
        "<exitTemplate/>", "&#0;", "&amp;",
    ].map { Array($0.utf8) }

    private static let item = """
        <assessmentItem identifier="q"><responseDeclaration identifier="R" cardinality="multiple" baseType="identifier">
        <correctResponse><value>A</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="A" mappedValue="1"/>
        </mapping></responseDeclaration><responseDeclaration identifier="N" cardinality="single" baseType="float"/>
        <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
        <templateDeclaration identifier="a" cardinality="single" baseType="integer"/>
        <templateProcessing><setTemplateValue identifier="a"><randomInteger min="1" max="3" step="1"/></setTemplateValue>
        <templateConstraint><lt><variable identifier="a"/><baseValue baseType="integer">3</baseValue></lt>
        </templateConstraint><setCorrectResponse identifier="N"><product><variable identifier="a"/><baseValue
        baseType="integer">2</baseValue></product></setCorrectResponse></templateProcessing><itemBody>
        <choiceInteraction responseIdentifier="R" maxChoices="2"><prompt>?</prompt><simpleChoice identifier="A">a
        </simpleChoice><simpleChoice identifier="B">b</simpleChoice></choiceInteraction><p><printedVariable identifier="a"
        format="%5.2f"/><textEntryInteraction responseIdentifier="N"/></p></itemBody><responseProcessing>
        <responseCondition><responseIf><equal toleranceMode="absolute" tolerance="1 2"><variable identifier="N"/><correct
        identifier="N"/></equal><setOutcomeValue identifier="SCORE"><sum><mapResponse identifier="R"/><baseValue
        baseType="float">1</baseValue></sum></setOutcomeValue></responseIf><responseElse><setOutcomeValue
        identifier="SCORE"><mapResponse identifier="R"/></setOutcomeValue></responseElse></responseCondition>
        </responseProcessing></assessmentItem>
        """

    @Test("An interaction within a prompt is no part: its stem was written without end") func interactionInAPrompt()
        throws
    {
        let item = """
            <assessmentItem identifier="q"><responseDeclaration identifier="R" cardinality="single" baseType="string"/>
            <itemBody><extendedTextInteraction responseIdentifier="R"><prompt>Why?<extendedTextInteraction
            responseIdentifier="R"/></prompt></extendedTextInteraction></itemBody></assessmentItem>
            """
        let bank = try readBank(Array(item.utf8), named: "x")
        #expect(bank.families.map(\.variants[0].item.stem.html) == ["<div>Why?</div>"])
    }

    @Test("An item broken anywhere still reads") func anItemBrokenAnywhereStillReads() throws {
        let whole = try readBank(Array(Self.item.utf8), named: "x")
        #expect(whole.families.count == 1 && whole.omissions.isEmpty, "\(whole.omissions)")
        var random = Breaker(state: 3)
        for _ in 0..<600 {
            guard let bank = try? readBank(random.broken(Array(Self.item.utf8), with: Self.parts), named: "x") else {
                continue
            }
            #expect(bank.omissions.allSatisfy { $0.line >= 1 && $0.reason.hasSuffix(".") }, "\(bank.omissions)")
            for item in bank.families.flatMap({ $0.variants.map(\.item) }) {
                if let right = item.rightResponse { #expect(item.mark(right).fraction == 1) }
            }
        }
    }
}
