import Classroom
import HTTP
import TestSupport
import Testing

@testable import Web

/// Looking through a bank, taking an import back and correcting a key, as a browser without script does it.
@Suite struct GridPageTests {
    private func desk(_ room: TestRoom) async throws -> (PageClient, Visitor) {
        let teacher = try await room.furnish()
        let desk = PageClient(try TestSite.make(room))
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
        return (desk, teacher)
    }

    @Test("one tap retires, one brings back, and the page is the same as before") func retire() async throws {
        let room = try TestRoom()
        let (desk, _) = try await desk(room)
        await desk.get("/teacher/units")
        let address = try #require(desk.addresses.first { $0.hasSuffix("/review") })
        await desk.get(address)
        #expect(desk.page.contains("Is Sounds First 1 right?") && !desk.page.contains("Is Sounds Second 1 right?"))
        let tap = try #require(desk.addresses.first { $0.hasSuffix("/retire") })
        #expect(await desk.post(tap, ["page": "1"]) == 200)
        #expect(desk.path == address && desk.page.contains("3 questions, 1 retired"))
        #expect(try room.classroom.units[0].families == 5)
        await desk.post(try #require(desk.addresses.first { $0.hasSuffix("/restore") }), ["page": "1"])
        #expect(try room.classroom.units[0].families == 6)
        await desk.post(try #require(desk.addresses.first { $0.hasSuffix("/postpone") }))
        #expect(desk.page.contains("It has been taught"))
        #expect(try room.classroom.units[0].families == 3)
        await desk.get("/teacher/units/1/blueprint")
        #expect(desk.page.contains("Not taught yet"))
    }

    @Test("a question with gaps is shown with blanks, never with the marks that stand for them") func gaps()
        async throws
    {
        let room = try TestRoom()
        let (desk, _) = try await desk(room)
        let bank = """
            <quiz><question type="cloze"><name><text>Sum</text></name>
            <questiontext format="html"><text>Two and two is {1:NUMERICAL:=4}.</text></questiontext></question></quiz>
            """
        await desk.get("/teacher/import")
        #expect(await desk.upload("/teacher/import/bank", "sum.xml", Array(bank.utf8)) == 200)
        await desk.get("/teacher/variants/13")
        #expect(desk.page.contains("Two and two is"))
        #expect(!desk.page.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) })
    }

    @Test("the import's history takes a bank back") func undo() async throws {
        let room = try TestRoom()
        let (desk, _) = try await desk(room)
        await desk.get("/teacher/import")
        #expect(desk.page.contains("Questions: 12. Variants: 12. Drawn in forms: 0."))
        #expect(await desk.post("/teacher/import/undo/1") == 200)
        #expect(desk.page.contains("Taken back"))
        #expect(try room.classroom.units.isEmpty)
        #expect(await desk.post("/teacher/import/undo/1") == 404)
    }

    @Test("a corrected key is shown before it is done, and done once it is confirmed") func repair() async throws {
        let room = try TestRoom()
        let (desk, teacher) = try await desk(room)
        // Six questions: one mark less is 83 %.
        try await room.classroom.setBlueprint(1, [1: 3, 2: 3], threshold: 90, by: teacher.id)
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        await desk.get("/teacher/variants/1")
        #expect(desk.page.contains("value=\"100\"") && desk.page.contains("yes"))
        var fields: Fields = ["latest": "0", "reason": "misread"]
        for worth in ["0", "100", "0"] { fields.append("worth0", worth) }
        #expect(await desk.post("/teacher/variants/1/key", fields) == 200)
        #expect(desk.page.contains("becomes not yet") && desk.page.contains("Ada Ahn"))
        #expect(try room.classroom.reviewVariant(1).repairs.isEmpty)
        // What the page would post: its hidden fields and its ticks.
        let inputs = desk.page.matches(of: /<input type="(hidden|checkbox)" name="([a-z0-9]+)" value="([^"]*)"/)
        var confirm = Fields()
        for input in inputs where input.2 != "csrf" { confirm.append(String(input.2), String(input.3)) }
        #expect(await desk.post("/teacher/variants/1/key", confirm) == 200)
        #expect(desk.path == "/teacher/variants/1" && desk.page.contains("misread"))
        #expect(try room.classroom.path(of: ada.id)[0].standing == .ready)
        fields.append("worth0", "0")
        #expect(await desk.post("/teacher/variants/1/key", fields) == 422)
    }
}
