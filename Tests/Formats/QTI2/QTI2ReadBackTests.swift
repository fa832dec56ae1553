import Archive
import Assessment
import Formats
import Testing

/// What reading our own QTI packages back has shown to be wanting in the reader.
struct QTI2ReadBackTests {
    private func item(_ inside: String) throws -> Item {
        let text = """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q" title="T" adaptive="false">
            \(inside)</assessmentItem>
            """
        let bank = try readBank(Array(text.utf8), named: "q.xml")
        #expect(bank.omissions == [])
        return try #require(bank.families.first?.variants.first?.item)
    }

    private func text(_ name: String, key: String) -> String {
        """
        <responseDeclaration identifier="\(name)" cardinality="single" baseType="string"><correctResponse><value>\(key)</value>
        </correctResponse></responseDeclaration>
        """
    }

    /// Adds a point where a pattern is found.
    private func point(_ name: String, _ pattern: String) -> String {
        """
        <responseCondition><responseIf><patternMatch pattern="\(pattern)"><variable identifier="\(name)"/></patternMatch>
        <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">1</baseValue></sum>
        </setOutcomeValue></responseIf></responseCondition>
        """
    }

    private let score = "<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"/>"

    private let solution = (
        outcome: """
        <outcomeDeclaration identifier="S" cardinality="single" baseType="identifier"><defaultValue><value>S</value>
        </defaultValue></outcomeDeclaration>
        """,
        feedback: "<modalFeedback outcomeIdentifier=\"S\" identifier=\"S\" showHide=\"show\">Because.</modalFeedback>"
    )

    @Test("A solution that no rule hides comes in with every kind of question")
    func solutions() throws {
        let body = "<itemBody><p>Read.</p></itemBody>"
        #expect(try item(solution.outcome + body + solution.feedback).feedback?.html == "Because.")
        let essay = """
            <responseDeclaration identifier="R" cardinality="single" baseType="string"/>\(solution.outcome)
            <itemBody><p>Write.</p><extendedTextInteraction responseIdentifier="R"/></itemBody>\(solution.feedback)
            """
        #expect(try item(essay).feedback?.html == "Because.")
        let two = """
            \(text("A", key: "x"))\(text("B", key: "y"))\(score)\(solution.outcome)<itemBody><p>
            <textEntryInteraction responseIdentifier="A"/> <textEntryInteraction responseIdentifier="B"/></p></itemBody>
            <responseProcessing>\(point("A", "x"))\(point("B", "y"))</responseProcessing>\(solution.feedback)
            """
        #expect(try item(two).feedback?.html == "Because.")
    }

    @Test("Letters that may be small or capital are one pattern, and belong to the answer that they score")
    func folded() throws {
        let folded = "photosynthesis".map { "[\($0.uppercased())\($0)]" }.joined()
        let read = try item(
            """
            \(text("A", key: "photosynthesis"))\(text("B", key: "photosynthesis in leaves"))\(score)<itemBody><p>
            <textEntryInteraction responseIdentifier="A"/> <textEntryInteraction responseIdentifier="B"/></p></itemBody>
            <responseProcessing>\(point("A", folded + ".*"))\(point("B", "photosynthesis in .*"))</responseProcessing>
            """)
        let mark = { (one: String, other: String) in read.mark(.parts([.text(one), .text(other)])).fraction }
        #expect(mark("PhotoSynthesis at work", "") == 0.5)
        #expect(mark("", "photosynthesis in algae") == 0.5)
        #expect(mark("", "Photosynthesis in algae") == 0)
        #expect(mark("", "photosynthesis") == 0)
    }

    @Test("A match of thirds stays a match")
    func thirds() throws {
        let names = ["1", "2", "3"]
        let value = names.map { "<value>S\($0) T\($0)</value>" }.joined()
        let entry = names.map { "<mapEntry mapKey=\"S\($0) T\($0)\" mappedValue=\"0.3333333333333333\"/>" }.joined()
        let set = { (letter: String) in
            "<simpleMatchSet>"
                + names.map {
                    "<simpleAssociableChoice identifier=\"\(letter)\($0)\" matchMax=\"1\">\(letter)\($0)</simpleAssociableChoice>"
                }.joined() + "</simpleMatchSet>"
        }
        let read = try item(
            """
            <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse>\(value)
            </correctResponse><mapping defaultValue="0">\(entry)</mapping></responseDeclaration>\(score)<itemBody>
            <matchInteraction responseIdentifier="R" shuffle="false" maxAssociations="3">\(set("S"))\(set("T"))</matchInteraction>
            </itemBody><responseProcessing
            template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>
            """)
        guard case .match(let match) = read.interaction else {
            Issue.record("\(read.interaction)")
            return
        }
        #expect(match.key == [0, 1, 2])
    }

    @Test("A section alone in a package tells where its questions belong, whatever the files are called")
    func sections() throws {
        let question = """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="T"><itemBody><p>Read.</p></itemBody></assessmentItem>
            """
        let section = """
            <assessmentSection xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="s" title="All" visible="false">
            <assessmentSection identifier="t" title="Atoms" visible="true"><assessmentItemRef identifier="a" href="a.xml"/>
            </assessmentSection></assessmentSection>
            """
        let files = [("a.xml", question), ("z.xml", section)].map { ZipEntry(name: $0, bytes: Array($1.utf8)) }
        let bank = try readBank(ZipArchive.packed(files), named: "x.zip")
        #expect(bank.families.map(\.category) == [["Atoms"]])
        #expect(bank.omissions == [] && bank.notices == [])
    }

    @Test("What those who mark are told is not wrapped again each time it comes and goes")
    func guidance() throws {
        let read = try item(
            """
            <responseDeclaration identifier="R" cardinality="single" baseType="string"/><itemBody><p>Write.</p>
            <extendedTextInteraction responseIdentifier="R"/><rubricBlock view="scorer"><p>Look.</p></rubricBlock></itemBody>
            """)
        guard case .extendedText(let essay) = read.interaction else {
            Issue.record("\(read.interaction)")
            return
        }
        #expect(essay.guidance?.html == "<p>Look.</p>")
    }
}
