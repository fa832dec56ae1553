import Archive
import Assessment
import Formats
import Testing

struct PackageTests {
    private static let quiz = """
        <questestinterop><assessment title="Quiz"><section><item ident="q1" title="Sum"><presentation><material>
        <mattext texttype="text/html">2 + 2? &lt;img src="$IMS-CC-FILEBASE$/a%20b/dot.png"&gt;</mattext></material>
        <response_str ident="r"><render_fib/></response_str></presentation><resprocessing><respcondition><conditionvar>
        <varequal respident="r">4</varequal></conditionvar><setvar>1</setvar></respcondition></resprocessing></item></section></assessment></questestinterop>
        """
    private static let dot: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]

    private func package(_ files: [(String, String)], pictures: [String] = []) throws -> BankImport {
        let entries =
            files.map { ZipEntry(name: $0, bytes: Array($1.utf8)) }
            + pictures.map { ZipEntry(name: $0, bytes: Self.dot) }
        return try readBank(ZipArchive.packed(entries), named: "bank.zip")
    }

    @Test(
        "pictures are found where packages keep them",
        arguments: [
            "web_resources/a b/dot.png", "a b/dot.png", "A B/Dot.PNG", "quizzes/a b/dot.png", "elsewhere/dot.png",
        ])
    func pictures(place: String) throws {
        let bank = try package(
            [("quizzes/quiz.xml", Self.quiz), ("imsmanifest.xml", "<manifest/>")], pictures: [place])
        #expect(bank.omissions == [])
        #expect(bank.media.count == 1)
        #expect(bank.families.first?.variants[0].item.stem.html.contains("<img src=\"/media/") == true)
    }

    @Test("a question of a bank and of a quiz comes in once, and banks of other formats come too") func repeats() throws
    {
        let bank = try package([
            ("non_cc_assessments/b.xml.qti", Self.quiz), ("q.xml", Self.quiz), ("more/x.gift", "Is it? {T}"),
            ("more/t.txt", "One?\nA) a\nB) b\nANSWER: A"), ("readme.txt", "Unpack me. {really}"),
            ("q.csv", "NewQuestion,WR\nQuestionText,Why?"), ("__MACOSX/._q.xml", Self.quiz), ("a/.DS_Store", "x"),
            ("page.html", "<html>"),
        ])
        #expect(bank.omissions == [])
        #expect(bank.families.map(\.title) == ["Sum", "One?", "Is it?", "Why?"])
        #expect(bank.notices.contains { $0.reason.hasPrefix("1 questions stand") })
        #expect(bank.format == "QTI 1.2, Aiken, GIFT, Brightspace CSV package")
    }

    @Test("what is left out is named with its file") func omissions() throws {
        let bank = try package([
            ("good.gift", "Is it? {T}"), ("bad.xml", "<quiz><question type='stack'/></quiz>"),
            ("in.zip", "PK\u{3}\u{4}"),
        ])
        #expect(bank.omissions.map(\.file) == ["bad.xml", "in.zip"])
        #expect(bank.omissions.last?.reason.contains("inside a package") == true)
    }

    @Test("Canvas's copy for other systems is not read beside its own") func canvasCopies() throws {
        let bank = try package([
            ("g1/assessment_qti.xml", "<questestinterop><item/></questestinterop>"),
            ("non_cc_assessments/g1.xml.qti", Self.quiz),
        ])
        #expect(bank.families.count == 1)
        #expect(bank.omissions == [])
    }

    @Test("Brightspace: pools draw from the question library") func brightspacePools() throws {
        let library = Self.quiz.replacing(
            "<assessment title=\"Quiz\"><section>", with: "<objectbank><section title=\"Sums\">"
        )
        .replacing("</assessment>", with: "</objectbank>")
        let quiz = """
            <questestinterop><assessment title="Test"><section title="Pool"><selection_ordering><selection><selection_number>2</selection_number></selection></selection_ordering>
            <itemref linkrefid="q1"/><itemref linkrefid="gone"/></section></assessment></questestinterop>
            """
        let bank = try package([("quiz_d2l_1.xml", quiz), ("questiondb.xml", library)])
        #expect(bank.families.map(\.category) == [["Sums"]])
        #expect(bank.notices.contains { $0.reason.contains("draws 2") })
        #expect(
            bank.omissions.map(\.reason) == [
                "The quiz names a question of a bank that is not here. Export the bank too."
            ])
    }

    @Test("a package without questions says what is in it") func nothing() throws {
        do throws(UnreadableFile) {
            let entries = ["imsmanifest.xml", "a.html", "b.html"].map { ZipEntry(name: $0, bytes: Array("<p>".utf8)) }
            let packed = (try? ZipArchive.packed(entries)) ?? []
            _ = try readBank(packed, named: "bank.zip")
            Issue.record("It was read.")
        } catch {
            #expect(error.reason.contains("2 × .html, 1 × .xml"), "\(error.reason)")
        }
    }

    @Test(
        "a package with an empty quiz, or with nothing but its table of contents, says so",
        arguments: [
            (["imsmanifest.xml", "g1/g1.xml", "g1/assessment_meta.xml"], "(g1/g1.xml) is empty"),
            (["imsmanifest.xml"], "only its table of contents"),
        ])
    func emptyPackages(names: [String], reason: String) throws {
        let quiz = "<questestinterop><assessment title=\"A\"><section/></assessment></questestinterop>"
        let packed = try ZipArchive.packed(names.map { ZipEntry(name: $0, bytes: Array(quiz.utf8)) })
        do throws(UnreadableFile) {
            _ = try readBank(packed, named: "bank.zip")
            Issue.record("It was read.")
        } catch {
            #expect(error.reason.contains(reason), "\(error.reason)")
        }
    }

    @Test("Bombs and broken archives are refused with the reason") func bombs() throws {
        let zeros = [UInt8](repeating: 0x20, count: 40 << 20)
        let bomb = try ZipArchive.packed([ZipEntry(name: "a.xml", bytes: zeros)])
        #expect(throws: UnreadableFile.self) { try readBank(bomb, named: "x.zip") }
        #expect(throws: UnreadableFile.self) { try readBank([0x50, 0x4B, 3, 4, 1, 2, 3], named: "x.zip") }
    }

    @Test("A package broken anywhere still ends in questions or a reason") func broken() throws {
        let files = [("q.xml", Self.quiz), ("x.gift", "Is it? {T}")].map { ZipEntry(name: $0, bytes: Array($1.utf8)) }
        let packed = try ZipArchive.packed(files)
        var random = Breaker(state: 3)
        for _ in 0..<500 {
            guard let bank = try? readBank(random.broken(packed, with: [[0xFF], [0x50, 0x4B]]), named: "x.zip") else {
                continue
            }
            #expect(bank.omissions.allSatisfy { $0.line >= 1 && $0.reason.hasSuffix(".") })
        }
    }
}
