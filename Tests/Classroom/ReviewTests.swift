import Assessment
import SQLite
import TestSupport
import Testing

@testable import Classroom

/// Retiring, bringing back, and what is not taught yet.
@Suite struct ReviewTests {
    private let bank = """
        $CATEGORY: Course/Unit/Objective

        ::One::Is this one? {=yes ~no}

        ::Two::Is this two? {=yes ~no}

        $CATEGORY: Course/Unit/Other

        ::Three::Is this three? {=yes ~no}
        """

    private func room() async throws -> (TestRoom, student: String) {
        let room = try TestRoom()
        _ = try await ImportReport.bank(Array(bank.utf8), named: "bank.gift", into: room.classroom)
        _ = try await ImportReport.roster(
            [("roster.csv", Array("Given name,Family name,Class\nAda,Ahn,7A\n".utf8))], into: room.classroom)
        let group = try #require(try room.classroom.classes.first)
        try await room.classroom.openRoom(for: group.id, by: "teacher")
        return (room, try #require(try room.classroom.register?.names.first).id)
    }

    @Test("what is retired is neither counted nor drawn; what was drawn keeps it") func retire() async throws {
        let (room, ada) = try await room()
        let classroom = room.classroom
        let attempt = try await classroom.start(1, by: ada)
        let before = try classroom.form(attempt, of: ada).items.map(\.variant)
        #expect(before.count == 3)
        try await classroom.setRetired(family: 1, true, by: "teacher")
        #expect(try classroom.form(attempt, of: ada).items.map(\.variant) == before)
        #expect(try classroom.blueprint(of: 1).slots.map(\.families) == [1, 1])
        #expect(try classroom.units[0].families == 2)
        #expect(try classroom.forecast(of: 1).students.map(\.unseen) == [[0, 0]])
        let run = try await classroom.runDry(1, forms: 30)
        #expect(Set(run.titles.keys) == [2, 3])
        try await classroom.setRetired(family: 1, false, by: "teacher")
        #expect(try classroom.units[0].families == 3)
        await #expect(throws: Refusal.notFound) { try await classroom.setRetired(family: 99, true, by: "teacher") }
    }

    @Test("a family goes with its last variant and comes back with its first") func lastVariant() async throws {
        let (room, _) = try await room()
        let classroom = room.classroom
        let variant = try #require(try classroom.reviewFamily(2).variants.first)
        #expect(try await classroom.setRetired(variant: variant.id, true, by: "teacher") == 2)
        #expect(try classroom.reviewFamily(2).isRetired)
        #expect(try classroom.units[0].families == 2)
        try await classroom.setRetired(family: 2, false, by: "teacher")
        #expect(try !classroom.reviewFamily(2).isRetired)
        #expect(try classroom.reviewFamily(2).variants.map(\.isRetired) == [false])
    }

    @Test("what is not taught yet is asked of nobody, and the blueprint remembers what it asks") func postponed()
        async throws
    {
        let (room, ada) = try await room()
        let classroom = room.classroom
        try await classroom.setBlueprint(1, [1: 1, 2: 1], threshold: 80, by: "teacher")
        #expect(try await classroom.setPostponed(objective: 2, true, by: "teacher") == 1)
        #expect(try classroom.blueprint(of: 1).slots.map(\.count) == [1, 0])
        #expect(try classroom.units[0].length == 1)
        #expect(try classroom.path(of: ada)[0].length == 1)
        try await classroom.setBlueprint(1, [1: 2], threshold: 80, by: "teacher")
        let attempt = try await classroom.start(1, by: ada)
        #expect(try Set(classroom.form(attempt, of: ada).items.map(\.family)) == [1, 2])
        try await classroom.setPostponed(objective: 2, false, by: "teacher")
        #expect(try classroom.blueprint(of: 1).slots.map(\.count) == [2, 1])
    }

    @Test("a unit of which nothing is taught yet cannot be started") func nothing() async throws {
        let (room, ada) = try await room()
        for objective in 1...2 { try await room.classroom.setPostponed(objective: objective, true, by: "teacher") }
        await #expect(throws: Refusal.notReady) { try await room.classroom.start(1, by: ada) }
    }

    @Test("an import does not bring back what the teacher retired") func again() async throws {
        let (room, _) = try await room()
        try await room.classroom.setRetired(family: 1, true, by: "teacher")
        let report = try await ImportReport.bank(Array(bank.utf8), named: "bank.gift", into: room.classroom)
        #expect(report.known == 3)
        #expect(try room.classroom.units[0].families == 2)
    }

    @Test("a family of many variants is told page by page") func pages() async throws {
        let (room, _) = try await room()
        try await room.classroom.writer.write { connection in
            for number in 1...120 {
                try connection.run("INSERT INTO variant (family_id, note, item) VALUES (1, \("n\(number)"), '{}')")
            }
        }
        let last = try room.classroom.reviewFamily(1, page: 99)
        #expect(last.count == 121 && last.pages == 3 && last.page == 2 && last.variants.count == 21)
        let unit = try room.classroom.review(of: 1, objective: nil, page: 0)
        #expect(unit.families.map(\.variants.count) == [8, 1] && unit.objectives.map(\.families) == [2, 1])
    }
}
