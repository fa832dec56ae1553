import Classroom
import TestSupport
import Testing

@testable import Web

/// The loop through pages and forms, as a browser without script posts them.
@Suite struct PageLoopTests {
    @Test("set up, import, open, join, answer, hand in, confer, master") func loop() async throws {
        let room = try TestRoom()
        let site = try TestSite.make(room)
        let desk = PageClient(site, client: "10.0.0.1")
        await desk.get("/teacher")
        #expect(desk.path == "/teacher/set-up")
        await desk.post("/teacher/set-up", ["code": "wrong", "name": "", "password": "long enough"])
        #expect(desk.status == 403 && desk.page.contains("does not match"))
        await desk.post(
            "/teacher/set-up",
            ["code": try #require(try room.classroom.setUpCode), "name": "T", "password": "long enough"])
        #expect(desk.path == "/teacher")

        await desk.get("/teacher/import")
        let bank =
            "$CATEGORY: C/Unit/Objective\\n\\n".replacing("\\n", with: "\n")
            + "Right? {T}\n\nLeft? {=a ~b\n\nUp? {=u -> x =v -> y}\n"
        #expect(await desk.upload("/teacher/import/bank", "bank.gift", Array(bank.utf8)) == 200)
        #expect(desk.page.contains("2 of 3 came in"))
        #expect(await desk.upload("/teacher/import/roster", "7A.csv", Array("Name\nAda Ahn\nBo Berg\n".utf8)) == 200)
        #expect(await desk.upload("/teacher/import/bank", "scan.png", [0x89, 0x50, 0x4e, 0x47, 13, 10]) == 422)
        await desk.get("/teacher")
        let group = try #require(try room.classroom.classes.first)
        await desk.post("/teacher/room/open", ["class": group.id])

        let ada = PageClient(site, client: "10.0.0.2")
        await ada.get("/")
        let door = try #require(ada.addresses.first { $0.hasPrefix("/join/") })
        await ada.get(door)
        await ada.post(door, ["pin": "12"])
        #expect(ada.page.contains("four to eight digits"))
        await ada.post(door, ["pin": "2468"])
        #expect(ada.path == "/door")
        await desk.get("/teacher")
        await desk.post(try #require(desk.addresses.first { $0.hasPrefix("/teacher/admit/") }))
        await ada.get("/door")
        #expect(ada.path == "/path")
        await ada.post(try #require(ada.addresses.first { $0.hasSuffix("/start") }))
        let attempt = String(try #require(ada.path.split(separator: "/").dropFirst().first))
        await ada.get("/check/\(attempt)/1")
        #expect(await ada.post("/check/\(attempt)/1", ["r": "0", "p": "0", "go": "2"]) == 200)
        #expect(ada.path == "/check/\(attempt)/2")
        await ada.get("/check/\(attempt)/review")
        #expect(ada.page.contains("no answer yet"))
        await ada.post("/check/\(attempt)/submit")
        #expect(ada.page.contains("You are next"))

        await desk.get("/teacher")
        await desk.post("/teacher/call-next")
        await ada.get("/waiting/\(attempt)")
        #expect(ada.page.contains("Your turn"))
        let board = PageClient(site)
        await board.get("/board")
        #expect(board.page.contains("Ada A."))
        await desk.post("/teacher/line/\(attempt)/arrive")
        #expect(desk.path == "/teacher/conference/\(attempt)")
        await desk.post("/teacher/conference/\(attempt)/decide", ["verdict": "mastered", "reason": ""])
        #expect(desk.status == 422)
        for place in 1...2 {
            await desk.post(
                "/teacher/conference/\(attempt)/mark/\(place)", ["fraction": "1", "reason": "said it aloud"])
        }
        await desk.post("/teacher/conference/\(attempt)/decide", ["verdict": "mastered", "comment": "Well explained"])
        #expect(desk.path == "/teacher" && desk.page.contains("Undo"))
        #expect(await room.gong.next()?.name == "Ada A.")
        await board.get("/board")
        #expect(board.page.contains("Mastered!"))
        await ada.get("/waiting/\(attempt)")
        #expect(ada.path == "/corrections/\(attempt)")
        #expect(ada.page.contains("Well explained") && ada.page.contains("said it aloud"))
    }
}
