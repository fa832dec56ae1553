import Classroom
import HTTP
import TestSupport
import Testing

@testable import Web

/// Blueprint, seats and forecast, as a browser without script uses them.
@Suite struct PlanningPageTests {
    private func desk(_ room: TestRoom) async throws -> PageClient {
        _ = try await room.furnish()
        let desk = PageClient(try TestSite.make(room))
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
        return desk
    }

    @Test("the blueprint says what the bank holds, and keeps what is asked of each objective") func blueprint()
        async throws
    {
        let room = try TestRoom()
        let desk = try await desk(room)
        await desk.get("/teacher/units")
        let address = try #require(desk.addresses.first { $0.hasSuffix("/blueprint") })
        await desk.get(address)
        #expect(desk.page.contains("spread evenly over the objectives"))
        let slots = try room.classroom.blueprint(of: 1).slots
        var fields: Fields = ["threshold": "75"]
        for (slot, count) in zip(slots, ["1", "2"]) {
            fields.append("objective", String(slot.id))
            fields.append("count", count)
        }
        #expect(await desk.post(address, fields) == 200)
        #expect(desk.path == address && !desk.page.contains("spread evenly over the objectives"))
        #expect(try room.classroom.blueprint(of: 1).slots.map(\.count) == [1, 2])
        #expect(try room.classroom.blueprint(of: 1).threshold == 75)
        #expect(await desk.post(address, ["threshold": "75"]) == 422)
        #expect(desk.page.contains("at least one question"))
        #expect(await desk.post("\(address)/even") == 200)
        #expect(try room.classroom.blueprint(of: 1).isEven)
    }

    @Test("a menu for each seat: everybody is seated, and two change places with one choice") func seats() async throws
    {
        let room = try TestRoom()
        let desk = try await desk(room)
        await desk.get("/teacher")
        let address = try #require(desk.addresses.first { $0.hasSuffix("/seats") })
        await desk.get(address)
        #expect(await desk.post(address, ["rows": "1", "columns": "3", "fill": "1"]) == 200)
        #expect(desk.page.contains("Everybody has a seat.") && desk.page.contains("Row 1, seat 3"))
        let group = try #require(try room.classroom.classes.first)
        let ids = try room.classroom.seatPlan(of: group.id).students.map(\.id)
        var fields: Fields = ["rows": "1", "columns": "3"]
        for id in [ids[1], ids[1], ids[2]] { fields.append("seat", id) }
        await desk.post(address, fields)
        let columns = try room.classroom.seatPlan(of: group.id).students.map { $0.seat?.column }
        #expect(columns == [1, 0, 2])
        #expect(await desk.get("/teacher/class/nowhere/seats") == 404)
    }

    @Test("the forecast tells the runway at once, and draws its pictures when asked") func forecast() async throws {
        let room = try TestRoom()
        let desk = try await desk(room)
        await desk.get("/teacher/units")
        let address = try #require(desk.addresses.first { $0.hasSuffix("/forecast") })
        await desk.get(address)
        #expect(desk.page.contains("Ada Ahn") && desk.page.contains("would buy 7A"))
        #expect(!desk.page.contains("<svg"))
        try await room.classroom.runDry(1, forms: 100)
        await desk.get(address)
        #expect(desk.page.contains("<svg") && desk.page.contains("168 forms"))
    }
}
