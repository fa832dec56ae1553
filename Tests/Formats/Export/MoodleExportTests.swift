import Assessment
import Formats
import Testing

struct MoodleExportTests {
    private static let gif: [UInt8] =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x3B, 250]

    private func item(_ interaction: Interaction, stem: String = "Q") -> Item {
        Item(stem: RichText(sanitised: stem), interaction: interaction)
    }

    private func export(_ item: Item, media: (String) -> [UInt8]? = { _ in nil }) -> ExportedBank {
        exportBank([Family(title: "T", category: [], item: item)], as: .moodleXML, media: media)
    }

    @Test("What is exported comes in again as it was, and goes out the same", arguments: 0..<400)
    func roundTrip(seed: UInt64) throws {
        var random = RandomItems(seed: seed)
        var family = Family(
            sourceID: "i\(seed)", title: random.plain(), category: ["A/", "B & C"], tags: ["t"], item: random.item())
        family.tags.append(random.plain())
        let exported = exportBank([family], as: .moodleXML)
        if case .numericEntry(let entry) = family.variants[0].item.interaction, entry.figures != nil {
            #expect(exported.omissions.map(\.line) == [1])
            return
        }
        let bank = try readBank(exported.bytes, named: "x.xml")
        for came in bank.families where came != family { Issue.record("\(came) came for \(family)") }
        #expect(bank.families.count == 1 && bank.omissions == [] && exported.omissions == [])
        #expect(exportBank(bank.families, as: .moodleXML).bytes == exported.bytes)
    }

    @Test("So do questions of several parts", arguments: 0..<300)
    func composites(seed: UInt64) throws {
        var random = RandomItems(seed: seed)
        let item = random.composite()
        let exported = export(item)
        let bank = try readBank(exported.bytes, named: "x.xml")
        #expect(exported.omissions == [] && bank.omissions == [])
        let came = try #require(bank.families.first?.variants[0].item)
        if came != item {
            Issue.record("\(came) came for \(item)\n\(String(decoding: exported.bytes, as: UTF8.self))")
        }
    }

    @Test("Menus of the same words go out as select missing words, others as cloze")
    func menus() {
        func menu(_ words: [String], right: Int) -> CompositeInteraction.Part {
            let options = words.enumerated().map { place, word in
                ChoiceInteraction.Option(text: RichText(plain: word), fraction: place == right ? 1 : 0)
            }
            return .init(.choice(.init(options: options, isMultiple: false, display: .menu)))
        }
        let stem = "\(RichText.gap(0)) is, \(RichText.gap(1)) are [[1]]"
        let same = CompositeInteraction(parts: [menu(["one", "two"], right: 0), menu(["two", "one"], right: 0)])
        let text = String(decoding: export(item(.composite(same), stem: stem)).bytes, as: UTF8.self)
        #expect(text.contains("type=\"gapselect\"") && text.contains("<text>[[1]] is, [[2]] are [&amp;#91;1]]</text>"))
        #expect(text.components(separatedBy: "<selectoption>").count == 3)
        let others = CompositeInteraction(parts: [menu(["one", "two"], right: 0), menu(["red", "blue"], right: 1)])
        let cloze = String(decoding: export(item(.composite(others), stem: stem)).bytes, as: UTF8.self)
        #expect(cloze.contains("{1:MULTICHOICE_S:=one~%0%two} is, {1:MULTICHOICE_S:%0%red~=blue} are [[1]]"))
    }

    @Test("Parts without a place stand below; weights become whole numbers; words that look like gaps stay words")
    func cloze() throws {
        let blank = TextEntryInteraction(accepted: [.init(pattern: "a#b}~", fraction: 1)])
        let number = NumericEntryInteraction(accepted: [.init(value: 2, tolerance: 0.5, fraction: 1)])
        let composite = CompositeInteraction(parts: [
            .init(.textEntry(blank), weight: 0.25), .init(.numericEntry(number), weight: 0.75),
        ])
        let item = item(.composite(composite), stem: "Set {1:SA:=x} \\frac{1}{2}")
        let exported = export(item)
        let text = String(decoding: exported.bytes, as: UTF8.self)
        #expect(
            text.contains(
                "Set &amp;#123;1:SA:=x} \\frac{1}{2}\n&lt;p&gt;{1:SHORTANSWER:=a&amp;#35;b&amp;#125;&amp;#126;}&lt;/p&gt;\n"
                    + "&lt;p&gt;{3:NUMERICAL:=2.0:0.5}&lt;/p&gt;"), "\(text)")
        let came = try #require(try readBank(exported.bytes, named: "x.xml").families.first?.variants[0].item)
        #expect(came.mark(.parts([.text("a#b}~"), .text("2.5")])).isFull)
        #expect(came.mark(.parts([.text("a#b}~"), .text("3")])).fraction == 0.25)
    }

    @Test(
        "What cloze cannot say is left out with the reason",
        arguments: [
            (CompositeInteraction(parts: [.init(.extendedText(.init()))]), "Part 1: Moodle's cloze has no essays."),
            (
                CompositeInteraction(
                    parts: [.init(.textEntry(.init(accepted: [.init(pattern: "a", fraction: 1)])))],
                    isAllOrNothing: true),
                "In Moodle each part counts by itself; here only certain parts together earn something."
            ),
            (
                CompositeInteraction(parts: [
                    .init(.textEntry(.init(accepted: [.init(pattern: "a", fraction: 1)])), weight: 0)
                ]), "The weights of its parts are not whole numbers or small ratios of them, as Moodle wants."
            ),
        ])
    func refusals(_ composite: CompositeInteraction, _ reason: String) {
        #expect(export(item(.composite(composite))).omissions.map(\.reason) == ["T: \(reason)"])
    }

    @Test("Shares that Moodle does not know become the next one that it knows, and the teacher is told")
    func shares() throws {
        func exported(_ fractions: [Double], isMultiple: Bool) throws -> (fractions: [Double], notices: [String]) {
            let options = fractions.enumerated().map {
                ChoiceInteraction.Option(text: RichText(plain: "o\($0)"), fraction: $1)
            }
            let bank = export(item(.choice(.init(options: options, isMultiple: isMultiple))))
            let text = String(decoding: bank.bytes, as: UTF8.self)
            let written = text.matches(of: /<answer fraction="([-0-9.]+)"/).compactMap { Double($0.output.1) }
            return (written, bank.notices.map(\.reason))
        }
        let single = try exported([1, 0.45, 1.0 / 3, -0.33333], isMultiple: false)
        #expect(single.fractions[0] == 100 && [40, 50].contains(single.fractions[1]))
        #expect(single.fractions[2...] == [33.33333, -33.33333])
        #expect(single.notices.count == 1 && single.notices[0].hasPrefix("T: Moodle does not know a share of 45 %"))
        #expect(try exported([0.331, 0.334, 0.335, -1], isMultiple: true).notices.isEmpty)
        // The nearest would make 99.99999 and less; the right ones together must make a whole.
        let multiple = try exported([0.22, 0.22, 0.56, 0], isMultiple: true)
        #expect(multiple.fractions.filter { $0 > 0 }.reduce(0, +) >= 100)
        #expect(multiple.notices.count >= 1)
    }

    @Test("Several variants are in a category of their own, and the next family is back in its own")
    func variants() throws {
        let items = (1...3).map {
            Item(
                stem: RichText(plain: "Q \($0)"),
                interaction: .numericEntry(.init(accepted: [.init(value: Double($0), fraction: 1)])))
        }
        let exported = exportBank(
            [
                Family(title: "Sum", category: ["Unit", "Objective"], variants: items.map { Variant($0) }),
                Family(title: "Last", category: ["Unit", "Objective"], item: items[0]),
            ], as: .moodleXML)
        let bank = try readBank(exported.bytes, named: "x.xml")
        #expect(bank.families.map(\.title) == ["Sum 1", "Sum 2", "Sum 3", "Last"])
        #expect(bank.families.map(\.category.count) == [3, 3, 3, 2])
        #expect(bank.families[0].category == ["Unit", "Objective", "Sum"])
        #expect(exported.notices.map(\.line) == [1])
        #expect(exported.notices[0].reason.contains("Its variants are questions in a category of this name"))
    }

    @Test("Pictures go along in every text, and come in again under the same name", arguments: 0..<6)
    func media(length: Int) throws {
        let bytes = Self.gif + Array(repeating: 7, count: length)
        let text =
            "<quiz><question type=\"multichoice\"><questiontext><text>&lt;img src=\"data:image/gif;base64,\(encoded(bytes))\"&gt; What?"
            + "</text></questiontext><answer fraction=\"100\"><text>&lt;img src=\"data:image/gif;base64,\(encoded(bytes))\"&gt;</text>"
            + "</answer><answer fraction=\"0\"><text>no</text></answer></question></quiz>"
        let first = try readBank(Array(text.utf8), named: "x.xml")
        #expect(first.media.map(\.bytes) == [bytes])
        let exported = exportBank(first.families, as: .moodleXML) { name in
            first.media.first { $0.name == name }?.bytes
        }
        #expect(exported.omissions == [])
        let again = try readBank(exported.bytes, named: "x.xml")
        #expect(again.media == first.media && again.families == first.families)
        #expect(!String(decoding: exported.bytes, as: UTF8.self).contains("/media/"))
        #expect(
            exportBank(first.families, as: .moodleXML).omissions.first?.reason.contains("no longer in the box") == true)
    }

    @Test(
        "Labels on a picture keep their places",
        arguments: [
            ("ddimageortext", ["<xleft>5</xleft><ytop>7</ytop>", "<text>East</text><xleft>90</xleft><ytop>0</ytop>"]),
            (
                "ddmarker",
                [
                    "<shape>circle</shape><coords>5,6;7</coords>", "<shape>rectangle</shape><coords>1,2;30,40</coords>",
                    "<shape>polygon</shape><coords>1,1;9,1;5,8</coords>",
                ]
            ),
        ])
    func labels(_ type: String, _ places: [String]) throws {
        let drops = places.enumerated().map { "<drop><no>\($0 + 1)</no><choice>\($0 % 2 + 1)</choice>\($1)</drop>" }
        let text =
            "<quiz><question type=\"\(type)\"><questiontext><text>Where?</text></questiontext><file name=\"a.gif\" encoding=\"base64\">"
            + "\(encoded(Self.gif))</file><drag><no>1</no><text>one</text></drag><drag><no>2</no><text>two</text></drag>"
            + "<drag><no>3</no><text>none</text></drag>\(drops.joined())</question></quiz>"
        let first = try readBank(Array(text.utf8), named: "x.xml")
        let item = try #require(first.families.first?.variants[0].item)
        let exported = export(item) { name in first.media.first { $0.name == name }?.bytes }
        #expect(exported.omissions == [] && exported.notices.count == (type == "ddmarker" ? 1 : 0))
        #expect(String(decoding: exported.bytes, as: UTF8.self).contains("<question type=\"\(type)\">"))
        var came = try #require(try readBank(exported.bytes, named: "x.xml").families.first?.variants[0].item)
        guard case .match(var match) = came.interaction, case .match(let before) = item.interaction else {
            Issue.record("\(came)")
            return
        }
        // The picture's words are the name of its file.
        match.image?.text = "a.gif"
        came.interaction = .match(match)
        #expect(came == item && match.key == before.key)
    }

    /// Base 64, by the definition rather than by the writer's.
    private func encoded(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bits = bytes.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0) & 1) } }
        var text = ""
        for start in stride(from: 0, to: bits.count, by: 6) {
            let six = (0..<6).map { start + $0 < bits.count ? bits[start + $0] : 0 }
            text.append(digits[six.reduce(0) { $0 * 2 + $1 }])
        }
        return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}
