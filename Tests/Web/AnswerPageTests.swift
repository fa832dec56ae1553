import HTTP
import SQLite
import TestSupport
import Testing

@testable import Classroom
@testable import Web

/// What the script hears when it saves an answer.
@Suite struct AnswerPageTests {
    private struct Desk {
        let room: TestRoom
        let client: PageClient
        let attempt: String
    }

    private func desk() async throws -> Desk {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let client = PageClient(try TestSite.make(room))
        let student = try #require(try room.classroom.register?.names.first)
        await client.get("/join/\(student.id)")
        await client.post("/join/\(student.id)", ["pin": "1234"])
        try await room.classroom.admit(student.id, by: teacher.id)
        await client.get("/path")
        await client.post("/path/1/start")
        return Desk(room: room, client: client, attempt: String(client.path.split(separator: "/")[1]))
    }

    @Test("a saved answer is acknowledged; the same message again too") func acknowledged() async throws {
        let desk = try await desk()
        for _ in 0..<2 {
            #expect(await desk.client.post("/check/\(desk.attempt)/1", ["r": "1", "sequence": "1"]) == 204)
        }
    }

    @Test("an answer that another device has overtaken is not called saved; the newer number is told") func overtaken()
        async throws
    {
        let desk = try await desk()
        #expect(await desk.client.post("/check/\(desk.attempt)/1", ["r": "1", "sequence": "7"]) == 204)
        #expect(await desk.client.post("/check/\(desk.attempt)/1", ["r": "2", "sequence": "3"]) == 412)
        #expect(desk.client.header("Gongbox-Sequence") == "7")
        #expect(await desk.client.post("/check/\(desk.attempt)/1", ["r": "2", "sequence": "8"]) == 204)
    }

    @Test("after handing in an answer is refused") func handedIn() async throws {
        let desk = try await desk()
        await desk.client.post("/check/\(desk.attempt)/submit")
        #expect(await desk.client.post("/check/\(desk.attempt)/1", ["r": "1", "sequence": "1"]) == 409)
    }

    @Test("a full disk is said to the student: not saved") func fullDisk() async throws {
        let desk = try await desk()
        // SQLite's own limit on pages stands in for a disk without room: the same SQLITE_FULL.
        try desk.room.classroom.writer.exclusively { connection in
            let pages = try connection.first("PRAGMA page_count") { $0.integer(0) } ?? 0
            _ = try connection.first(SQL(stringLiteral: "PRAGMA max_page_count = \(pages)")) { $0.integer(0) }
        }
        let essay = String(repeating: "x", count: 19_000)
        var status = 204
        for place in 1...6 where status == 204 {
            status = await desk.client.post("/check/\(desk.attempt)/\(place)", ["t": essay, "sequence": "1"])
        }
        #expect(status == 507)
        #expect(desk.client.page.contains("Not saved"))
    }
}
