import Classroom
import Formats
import TestSupport
import Testing

@testable import Web

/// A unit's questions as files, as a browser without script fetches them.
@Suite struct ExportPageTests {
    private static let bank = """
        <quiz><question type="category"><category><text>Ångström/Units</text></category></question>
        <question type="shortanswer"><name><text>Pixel</text></name><questiontext format="html">
        <text><![CDATA[<p><img src="@@PLUGINFILE@@/dot.gif" alt="A dot"> What is it?</p>]]></text>
        <file name="dot.gif" path="/" encoding="base64">R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7</file>
        </questiontext><answer fraction="100" format="plain_text"><text>a dot</text></answer></question>
        <question type="truefalse"><name><text>Fact</text></name><questiontext format="html"><text>True?</text></questiontext>
        <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>
        """

    private func desk() async throws -> (desk: PageClient, address: String, room: TestRoom) {
        let room = try TestRoom()
        _ = try await room.furnish()
        let report = try await ImportReport.bank(Array(Self.bank.utf8), named: "units.xml", into: room.classroom)
        #expect(report.taken == 2)
        let unit = try #require(try room.classroom.units.first { $0.title == "Ångström" })
        let desk = PageClient(try TestSite.make(room))
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
        return (desk, "/teacher/units/\(unit.id)/export", room)
    }

    @Test("the page tells for every format what it leaves out, before the download") func page() async throws {
        let (desk, address, _) = try await desk()
        await desk.get("/teacher/units")
        #expect(desk.addresses.contains(address))
        #expect(await desk.get(address) == 200)
        for format in BankFormat.allCases {
            #expect(
                desk.page.contains("Download \(format.name)")
                    && desk.addresses.contains("\(address)/\(format.rawValue)"))
        }
        #expect(desk.page.contains("1 of 2 questions") && desk.page.contains("2 of 2 questions"))
        #expect(desk.page.contains("Pixel: It shows a picture or plays a sound, which GIFT cannot carry."))
        #expect(await desk.get("/teacher/units/999/export") == 404)
    }

    @Test("the file has a name, a kind and everything that the format carries", arguments: BankFormat.allCases)
    func file(_ format: BankFormat) async throws {
        let (desk, address, room) = try await desk()
        #expect(await desk.get("\(address)/\(format.rawValue)") == 200)
        #expect(desk.header("Content-Type") == format.type)
        #expect(
            desk.header("Content-Disposition")
                == "attachment; filename=\"-ngstr-m.\(format.ending)\"; filename*=UTF-8''%C3%85ngstr%C3%B6m.\(format.ending)"
        )
        let told = room.classroom.export(try room.classroom.families(ofUnit: "Ångström"), as: format)
        let bank = try readBank(desk.bytes, named: "file.\(format.ending)")
        #expect(bank.omissions == [] && bank.families.count == 2 - told.omissions.count)
        if format == .moodleXML {
            #expect(bank.media.map(\.name) == ["\(try #require(bank.media.first).name)"])
            #expect(try room.classroom.media(bank.media[0].name).bytes == bank.media[0].bytes)
        }
    }

    @Test("many variants that are left out for one reason are one line") func many() async throws {
        let (desk, _, room) = try await desk()
        let text = "// $a: 1..9\n::Sum::<<a>> + 1? {#=a+1}"
        _ = try await ImportReport.bank(Array(text.utf8), named: "Sums.gift", into: room.classroom)
        let unit = try #require(try room.classroom.units.first { $0.title == "Sums" })
        #expect(await desk.get("/teacher/units/\(unit.id)/export") == 200)
        #expect(desk.page.contains("Sum 1: A CSV for Brightspace has no questions with numbers"))
        #expect(desk.page.contains("other variants") && !desk.page.contains("Sum 2: A CSV"))
        #expect(desk.page.contains("0 of 1 questions") && !desk.page.contains("Download Brightspace CSV"))
    }

    @Test("an unknown format is not there") func unknown() async throws {
        let (desk, address, _) = try await desk()
        #expect(await desk.get("\(address)/word") == 404)
    }

    @Test(
        "any title makes a name that any file system takes",
        arguments: [
            ("Atoms", "Atoms"), ("A/B: \"C\"\r\n..", "A-B- -C----"), ("化学", "--"), ("../", "---"), ("", "questions"),
        ])
    func names(_ title: String, _ name: String) {
        let header = ExportRoutes.disposition(title, ending: "gift")
        let isBlank = name.allSatisfy { $0 == "-" }
        #expect(header.hasPrefix("attachment; filename=\"\(isBlank ? "questions" : name).gift\"; "), "\(header)")
        #expect(!header.contains("\n") && !header.contains("/"))
    }
}
