import Assessment
import Testing
import XML

@testable import Formats

/// Items that need other files: pictures, shared texts, and the tests that name them.
struct QTI2FilesTests {
    private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]

    private func read(_ text: String, files: [String: [UInt8]]) throws -> BankImport {
        let source = BankSource(Array(text.utf8)) { files[$0] }
        var draft = BankDraft(format: "QTI")
        let root = try #require(source.xml(telling: &draft))
        QTI2Reader.read(root, from: source, into: &draft)
        return draft.bank
    }

    private func graphic(_ name: String, _ cardinality: String, _ type: String, key: [String], _ inside: String)
        -> String
    {
        let values = key.map { "<value>\($0)</value>" }.joined()
        return """
            <assessmentItem identifier="q"><responseDeclaration identifier="R" cardinality="\(cardinality)"
            baseType="\(type)"><correctResponse>\(values)</correctResponse></responseDeclaration><itemBody>
            <\(name) responseIdentifier="R" maxChoices="1"><prompt>Where?</prompt><object data="map.png" type="image/png"
            width="200" height="100">A map</object>\(inside)</\(name)></itemBody><responseProcessing
            template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>
            """
    }

    private func spots(_ name: String) -> String {
        "<\(name) identifier=\"A\" shape=\"circle\" coords=\"10,20,5\" hotspotLabel=\"North\"/>"
            + "<\(name) identifier=\"B\" shape=\"rect\" coords=\"0,0,9,9\"/>"
    }

    @Test("A hot spot has its picture, its regions, and names for those who do not see them") func aHotSpot() throws {
        let text = graphic("hotspotInteraction", "single", "identifier", key: ["B"], spots("hotspotChoice"))
        let bank = try read(text, files: ["map.png": Self.picture])
        guard case .choice(let choice)? = bank.families.first?.variants.first?.item.interaction else {
            Issue.record("\(bank)")
            return
        }
        #expect(choice.options.map(\.text.html) == ["North", "B"])
        #expect(choice.options.map(\.fraction) == [0, 1])
        #expect(choice.image?.regions == [.circle(10, 20, 5), .rectangle(0, 0, 9, 9)])
        #expect(choice.image?.source == bank.media.first?.address)
        #expect(choice.image?.text == "A map")
        #expect(choice.image?.width == 200)
    }

    @Test("Entries on a picture stand in the key's order, each with its region") func entriesOnAPicture() throws {
        let text = graphic("graphicOrderInteraction", "ordered", "identifier", key: ["B", "A"], spots("hotspotChoice"))
        let bank = try read(text, files: ["map.png": Self.picture])
        guard case .order(let order)? = bank.families.first?.variants.first?.item.interaction else {
            Issue.record("\(bank)")
            return
        }
        #expect(order.entries.map(\.html) == ["B", "North"])
        #expect(order.image?.regions == [.rectangle(0, 0, 9, 9), .circle(10, 20, 5)])
    }

    @Test("Labels belong to the regions of a picture") func labels() throws {
        let labels =
            "<gapText identifier=\"X\" matchMax=\"1\">Oslo</gapText><gapText identifier=\"Y\" matchMax=\"1\">Rome</gapText>"
        let text = graphic(
            "graphicGapMatchInteraction", "multiple", "directedPair", key: ["X A", "Y B"],
            labels + spots("associableHotspot"))
        let bank = try read(text, files: ["map.png": Self.picture])
        let item = try #require(bank.families.first?.variants.first?.item)
        guard case .match(let match) = item.interaction else {
            Issue.record("\(item)")
            return
        }
        #expect(match.sources.map(\.html) == ["North", "B"])
        #expect(match.targets == ["Oslo", "Rome"])
        #expect(match.key == [0, 1])
        #expect(match.isAllOrNothing)
        #expect(match.image?.regions.count == 2)
    }

    @Test("Without its picture a place that has no label is left out, and the file is named") func withoutItsPicture()
        throws
    {
        let text = graphic("hotspotInteraction", "single", "identifier", key: ["B"], spots("hotspotChoice"))
        let bank = try read(text, files: [:])
        #expect(bank.omissions.first?.reason.contains("map.png is not here") == true)
    }

    private let item3 = """
        <qti-assessment-item identifier="i" title="I"><qti-response-declaration identifier="R" cardinality="single"
        base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response>
        </qti-response-declaration><qti-assessment-stimulus-ref identifier="s" href="../texts/s.xml"/><qti-item-body>
        <qti-choice-interaction response-identifier="R" max-choices="1"><qti-prompt>Who?</qti-prompt>
        <qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B">b</qti-simple-choice>
        </qti-choice-interaction></qti-item-body><qti-response-processing template="x/match_correct"/></qti-assessment-item>
        """

    @Test("A test brings its questions with its titles as category, and a shared text stands before them")
    func aTest() throws {
        let test = """
            <qti-assessment-test identifier="t" title="Unit 3"><qti-test-part><qti-assessment-section title="Poems">
            <qti-assessment-item-ref identifier="i" href="items/i.xml"/><qti-assessment-item-ref identifier="j" href="no.xml"/>
            </qti-assessment-section></qti-test-part></qti-assessment-test>
            """
        let stimulus =
            "<qti-assessment-stimulus><qti-stimulus-body><p>A poem.</p><img src=\"p.png\" alt=\"P\"/></qti-stimulus-body></qti-assessment-stimulus>"
        let bank = try read(
            test,
            files: [
                "items/i.xml": Array(item3.utf8), "items/../texts/s.xml": Array(stimulus.utf8),
                "items/../texts/p.png": Self.picture,
            ])
        let family = try #require(bank.families.first)
        #expect(family.category == ["Unit 3", "Poems"])
        #expect(family.variants[0].item.stem.plain == "A poem. Who?")
        #expect(family.variants[0].item.stem.html.contains("/media/"))
        #expect(bank.media.count == 1)
        #expect(bank.omissions.map(\.reason).first?.contains("names 1 question in other files") == true)
    }
}
