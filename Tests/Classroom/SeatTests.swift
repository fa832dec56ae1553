import Assessment
import SQLite
import TestSupport
import Testing

@testable import Classroom

@Suite struct SeatTests {
    /// A class on a row of three seats, in the order of the register.
    private func seated(_ room: TestRoom, _ teacher: Visitor) async throws -> SeatPlan {
        let group = try #require(try room.classroom.classes.first)
        try await room.classroom.seat(group.id, rows: 1, columns: 3, chosen: [], fills: true, by: teacher.id)
        return try room.classroom.seatPlan(of: group.id)
    }

    @Test("a class without a seat map sits nowhere; filling seats everybody in order") func fills() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let group = try #require(try room.classroom.classes.first)
        let before = try room.classroom.seatPlan(of: group.id)
        #expect(before.unseated.count == 3 && before.rows == 1 && before.columns == 7)
        let plan = try await seated(room, teacher)
        #expect(plan.unseated.isEmpty)
        #expect(Seat.grid(rows: 1, columns: 3).map { plan.student(at: $0)?.givenName } == ["Ada", "Bo", "Cy"])
    }

    @Test(
        "who is chosen for a second seat moves there, and whoever had it gets the free one",
        arguments: [
            // What the menus of the three seats say, and who then sits where.
            ([1, 1, 2], [1, 0, 2]), ([0, 0, 2], [1, 0, 2]), ([2, 1, 2], [2, 1, 0]), ([0, nil, 2], [0, nil, 2]),
            ([nil, 0, 2], [nil, 0, 2]), ([1, 2, 0], [1, 2, 0]), ([0, 1, 2], [0, 1, 2]),
        ])
    func moves(_ chosen: [Int?], _ expected: [Int?]) async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let plan = try await seated(room, teacher)
        let ids = plan.students.map(\.id)
        try await room.classroom.seat(
            plan.classID, rows: 1, columns: 3, chosen: chosen.map { $0.map { ids[$0] } ?? "" }, by: teacher.id)
        let after = try room.classroom.seatPlan(of: plan.classID)
        #expect(Seat.grid(rows: 1, columns: 3).map { after.student(at: $0)?.id } == expected.map { $0.map { ids[$0] } })
    }

    @Test("a smaller room leaves without a seat who sat beyond it; strangers are not seated") func smaller()
        async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let plan = try await seated(room, teacher)
        let chosen = plan.students.prefix(2).map(\.id) + ["nobody"]
        try await room.classroom.seat(plan.classID, rows: 1, columns: 3, chosen: chosen, by: teacher.id)
        try await room.classroom.seat(plan.classID, rows: 0, columns: 1, chosen: chosen, by: teacher.id)
        await #expect(throws: Refusal.notNow) {
            try await room.classroom.seat(plan.classID, rows: 1, columns: 3, chosen: chosen, by: teacher.id)
        }
        let after = try room.classroom.seatPlan(of: plan.classID)
        #expect(after.rows == 1 && after.columns == 1)
        #expect(after.unseated.map(\.givenName) == ["Bo", "Cy"])
    }

    @Test("neighbours' forms of the same check share no question while there are others") func apart() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        _ = try await seated(room, teacher)
        let unit = try #require(try room.classroom.units.first)
        try await room.classroom.setBlueprint(
            unit.id,
            Dictionary(uniqueKeysWithValues: try room.classroom.blueprint(of: unit.id).slots.map { ($0.id, 1) }),
            threshold: 80, by: teacher.id)
        var forms: [Set<Int>] = []
        for name in ["Ada", "Bo", "Cy"] {
            let student = try await room.join(name, admittedBy: teacher)
            let attempt = try await room.classroom.start(unit.id, by: student.id)
            forms.append(Set(try room.classroom.form(attempt, of: student.id).items.map(\.family)))
        }
        #expect(forms[0].isDisjoint(with: forms[1]) && forms[1].isDisjoint(with: forms[2]))
        let versions = try room.classroom.readers.read { connection in
            try connection.rows("SELECT DISTINCT assembly FROM attempt") { $0.integer(0) }
        }
        #expect(versions == [FormAssembler.version])
    }
}
