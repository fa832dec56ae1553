import Assessment
import Formats
import Testing

/// A bank with one question of that type.
private func read(_ type: String, _ content: String) throws -> BankImport {
    let text =
        "<?xml version=\"1.0\"?>\n<quiz><question type=\"\(type)\"><name><text>N</text></name>"
        + "\(content)</question></quiz>"
    return try readBank(Array(text.utf8), named: "bank.xml")
}

private func stem(_ text: String) -> String {
    "<questiontext format=\"html\"><text><![CDATA[\(text)]]></text></questiontext>"
}

private func answer(_ fraction: String, _ text: String, _ more: String = "") -> String {
    "<answer fraction=\"\(fraction)\"><text>\(text)</text>\(more)</answer>"
}

private func item(_ type: String, _ content: String) throws -> Item {
    let bank = try read(type, content)
    #expect(bank.omissions == [])
    return try #require(bank.families.first?.variants.first?.item)
}

@Suite struct MoodleXMLTests {
    @Test(
        "each type becomes the interaction that it is",
        arguments: [
            (
                "multichoice",
                "<single>true</single>" + answer("100", "a") + answer("0", "b"), "one +a -b"
            ),
            (
                "multichoice", "<single>0</single>" + answer("50", "a") + answer("50", "b") + answer("-100", "c"),
                "many 50:a 50:b -100:c"
            ),
            ("truefalse", answer("0", "true") + answer("100", "false"), "one -True +False fixed"),
            ("truefalse", answer("100", "Vrai") + answer("0", "Faux"), "one +True -False fixed"),
            (
                "shortanswer", "<usecase>0</usecase>" + answer("100", "Paris") + answer("50", "Pari*"),
                "text +Paris 50:Pari*"
            ),
            ("numerical", answer("100", "3.14", "<tolerance>0.01</tolerance>"), "number +3.14±0.01"),
            (
                "matching",
                "<subquestion><text>cat</text><answer><text>meows</text></answer></subquestion>"
                    + "<subquestion><text></text><answer><text>sings</text></answer></subquestion>",
                "match cat→meows of 2"
            ),
            (
                "ordering", "<gradingtype>ALL_OR_NOTHING</gradingtype>" + answer("1", "first") + answer("2", "second"),
                "order first second whole"
            ),
            ("essay", "<responsefieldlines>5</responsefieldlines>", "essay"),
            ("description", "", "description"),
        ])
    func types(_ type: String, _ content: String, _ sketch: String) throws {
        #expect(try item(type, stem("Q") + content).sketch == sketch)
    }

    @Test(
        "an answer that is worth less than full marks, though none is worth more, counts as full, and the teacher is told"
    )
    func scaling() throws {
        let bank = try read("shortanswer", stem("Q") + answer("70", "a"))
        let item = try #require(bank.families.first?.variants.first?.item)
        #expect(item.mark(.text("a")).fraction == 1)
        #expect(bank.notices.count == 1)
        #expect(try read("shortanswer", stem("Q") + answer("0", "a")).omissions.count == 1)
    }

    @Test(
        "the Open University's multiple response marks as its plug-in does",
        arguments: [
            ([0, 2], 1.0), ([0], 0.5), ([2], 0.5), ([0, 1], 0.5), ([0, 1, 2], 0.5), ([0, 1, 2, 3], 0), ([1], 0),
            ([1, 3], 0),
        ] as [([Int], Double)])
    func multipleResponse(chosen: [Int], fraction: Double) throws {
        let item = try item(
            "oumultiresponse",
            stem("Q") + answer("100", "a") + answer("0", "b") + answer("100", "c") + answer("0", "d"))
        #expect(item.sketch == "many 50:a -b 50:c -d")
        #expect(item.mark(.choices(chosen)).fraction == fraction)
    }

    @Test("a multiple response without a right option, or with too many options, is left out")
    func badMultipleResponse() throws {
        for fractions in [["0", "0"], Array(repeating: "100", count: 9)] {
            let answers = fractions.enumerated().map { answer($0.element, "o\($0.offset)") }.joined()
            #expect(try read("oumultiresponse", stem("Q") + answers).omissions.count == 1)
        }
    }

    @Test("a number may be written in each unit that the question knows")
    func units() throws {
        let units =
            "<units><unit><multiplier>1</multiplier><unit_name>W</unit_name></unit>"
            + "<unit><multiplier>0.001</multiplier><unit_name>kW</unit_name></unit></units>"
            + "<unitgradingtype>1</unitgradingtype><unitpenalty>0.25</unitpenalty>"
        let power = try item("numerical", stem("Power?") + answer("100", "5500", "<tolerance>1</tolerance>") + units)
        for (written, fraction) in [("5500 W", 1), ("5.5 kW", 1), ("5500", 0.75), ("5500 kW", 0), ("5.5 W", 0)] {
            #expect(power.mark(.text(written)).fraction == fraction, "\(written)")
        }
    }

    @Test("a cloze has each gap where it stands, with its weight, key and feedback")
    func cloze() throws {
        let item = try item(
            "cloze",
            stem(
                "<p>Ada was born in {2:NUMERICAL:=1815:0#Right} in {1:MC:Paris~=London~Rome#No} and liked "
                    + "{1:MR:=numbers~=poems~%-50%crowds}; {:SA:=flying \\} wings~%50%wings}. {not a gap}</p>"))
        guard case .composite(let composite) = item.interaction else { throw Missing("a composite") }
        #expect(composite.parts.map(\.weight) == [2, 1, 1, 1])
        #expect(
            composite.parts.map { Item(stem: item.stem, interaction: $0.interaction).sketch } == [
                "number +1815.0±0.0#Right", "one -Paris +London -Rome#No fixed",
                "many 50:numbers 50:poems -50:crowds fixed", "text +flying } wings 50:wings",
            ])
        #expect(item.stem.gaps == [0, 1, 2, 3])
        #expect(item.stem.plain.hasSuffix("{not a gap}"))
        #expect(item.rightResponse.map { item.mark($0).fraction } == 1)
    }

    @Test("missing words and words to be dragged are menus of their group", arguments: ["gapselect", "ddwtos"])
    func gaps(_ type: String) throws {
        let name = type == "gapselect" ? "selectoption" : "dragbox"
        let choices = [("the", "1"), ("a", "1"), ("cat", "2"), ("dog", "2")].map {
            "<\(name)><text>\($0.0)</text><group>\($0.1)</group></\(name)>"
        }.joined()
        let item = try item(type, stem("[[1]] [[4]] barks [[x]]") + choices)
        #expect(item.keyText == "the | dog")
        #expect(item.mark(.parts([.choices([0]), .choices([0])])).fraction == 0.5)
        #expect(try read(type, stem("[[9]]") + choices).omissions.count == 1)
    }

    @Test("files inside the question are kept by their content, and named by it")
    func files() throws {
        let pixel = "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
        let bank = try read(
            "essay",
            "<questiontext format=\"html\"><text><![CDATA[<img src=\"@@PLUGINFILE@@/a%20b.gif\"> Say more.]]></text>"
                + "<file name=\"a b.gif\" path=\"/\" encoding=\"base64\">\(pixel)</file></questiontext>")
        let media = try #require(bank.media.first)
        #expect(media.type == "image/gif")
        #expect(bank.families.first?.variants.first?.item.stem.html.contains(media.address) == true)
        #expect(bank.notices == [])
    }

    @Test("places on a picture are lettered and labelled from menus")
    func image() throws {
        let pixel = "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
        let item = try item(
            "ddmarker",
            stem("Where?") + "<file name=\"m.gif\" encoding=\"base64\">\(pixel)</file>"
                + "<drag><no>1</no><text>north</text></drag><drag><no>2</no><text>south</text></drag>"
                + "<drop><shape>circle</shape><coords>3,4;5</coords><choice>2</choice></drop>"
                + "<drop><shape>rectangle</shape><coords>1,2;10,20</coords><choice>1</choice></drop>")
        guard case .match(let match) = item.interaction else { throw Missing("a match") }
        #expect(match.key == [1, 0])
        #expect(match.sources.map(\.plain) == ["A", "B"])
        #expect(match.image?.regions == [.circle(3, 4, 5), .rectangle(1, 2, 11, 22)])
    }

    @Test(
        "an order is graded as Moodle grades it",
        arguments: [
            ("ABSOLUTE_POSITION", [0, 1, 3, 2], 0.5), ("RELATIVE_NEXT_EXCLUDE_LAST", [1, 2, 3, 0], 0.6666666667),
            ("RELATIVE_NEXT_INCLUDE_LAST", [1, 2, 3, 0], 0.5),
            ("RELATIVE_ONE_PREVIOUS_AND_NEXT", [1, 2, 3, 0], 0.6666666667),
            ("RELATIVE_ALL_PREVIOUS_AND_NEXT", [1, 2, 3, 0], 0.5), ("LONGEST_ORDERED_SUBSET", [0, 2, 1, 3], 0.75),
            ("LONGEST_CONTIGUOUS_SUBSET", [3, 0, 1, 2], 0.75), ("RELATIVE_TO_CORRECT", [1, 0, 2, 3], 0.8333333333),
            ("ALL_OR_NOTHING", [1, 0, 2, 3], 0), ("LONGEST_ORDERED_SUBSET", [3, 2, 1, 0], 0),
        ] as [(String, [Int?], Double)])
    func gradings(_ name: String, _ order: [Int?], _ fraction: Double) throws {
        let entries = (0..<4).map { answer("\($0)", "e\($0)") }.joined()
        let item = try item("ordering", stem("Q") + "<gradingtype>\(name)</gradingtype>" + entries)
        #expect(abs(item.mark(.places(order)).fraction - fraction) < 1e-9)
        #expect(item.mark(.places([0, 1, 2, 3])).fraction == 1)
        #expect(item.mark(.places([0, 0, 0, 0])).fraction == 0)
    }

    @Test(
        "what is not a core type, draws at random, or has no text is left out by name",
        arguments: ["stack", "random", ""])
    func others(_ type: String) throws {
        let bank = try read(type, stem("Q"))
        #expect(bank.families.isEmpty)
        #expect(bank.omissions.map(\.line) == [2])
    }

    @Test("categories apply to what follows, and the identifier and the tags come along")
    func categories() throws {
        let text =
            "<quiz><question type=\"category\"><category><text>$course$/top/Chemistry/Acids // bases</text></category></question>"
            + "<question type=\"description\"><name><text>N</text></name>\(stem("Q"))<idnumber>c-1</idnumber>"
            + "<tags><tag><text>hard</text></tag></tags></question></quiz>"
        let family = try #require(try readBank(Array(text.utf8), named: "b.xml").families.first)
        #expect(family.category == ["Chemistry", "Acids / bases"])
        #expect(family.sourceID == "c-1")
        #expect(family.tags == ["hard"])
    }
}

struct Missing: Error {
    let what: String
    init(_ what: String) { self.what = what }
}
