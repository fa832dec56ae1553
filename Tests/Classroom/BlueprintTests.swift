import SQLite
import TestSupport
import Testing

@testable import Classroom

@Suite struct BlueprintTests {
    @Test("a check asks what the blueprint says, of each objective") func asks() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let unit = try #require(try room.classroom.units.first)
        let even = try room.classroom.blueprint(of: unit.id)
        #expect(even.isEven && even.slots.map(\.count) == [3, 3] && even.forms == 1)
        let (first, second) = (even.slots[0].id, even.slots[1].id)
        // More than there are: all there are.
        try await room.classroom.setBlueprint(unit.id, [first: 1, second: 9], threshold: 75, by: teacher.id)
        let set = try room.classroom.blueprint(of: unit.id)
        #expect(
            !set.isEven && set.slots.map(\.count) == [1, 3] && set.slots.map(\.forms) == [3, 1] && set.threshold == 75)
        let ada = try await room.join("Ada", admittedBy: teacher)
        #expect(try room.classroom.path(of: ada.id)[0].length == 4)
        let form = try room.classroom.form(try await room.classroom.start(unit.id, by: ada.id), of: ada.id)
        #expect(form.items.count == 4 && form.attempt.threshold == 75)
        try await room.classroom.spreadEvenly(unit.id, by: teacher.id)
        #expect(try room.classroom.blueprint(of: unit.id).slots.map(\.count) == [2, 2])
    }

    @Test("a check without a question is refused, and editing the unit leaves its blueprint alone") func refused()
        async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let unit = try #require(try room.classroom.units.first)
        await #expect(throws: Refusal.badLength) {
            try await room.classroom.setBlueprint(unit.id, [:], threshold: 80, by: teacher.id)
        }
        await #expect(throws: Refusal.notFound) {
            try await room.classroom.setBlueprint(99, [1: 1], threshold: 80, by: teacher.id)
        }
        let slot = try #require(try room.classroom.blueprint(of: unit.id).slots.first)
        try await room.classroom.setBlueprint(unit.id, [slot.id: 2], threshold: 80, by: teacher.id)
        try await room.classroom.edit(
            unit.id,
            UnitEdit(title: unit.title, prework: "", correctives: "", length: 5, threshold: 80, isHidden: false),
            by: teacher.id)
        #expect(try room.classroom.units.first.map { $0.hasBlueprint && $0.length == 2 } == true)
    }

    @Test("a decision tells how easy its families are; taking it back takes that back") func facility() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        let known = {
            try room.classroom.readers.read { connection in
                try connection.first("SELECT SUM(answers), SUM(earned) FROM family") {
                    [$0.integer(0), Int($0.real(1))]
                }
            }
        }
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        #expect(try known() == [6, 6])
        try await room.classroom.undo(attempt, by: teacher.id)
        #expect(try known() == [0, 0])
        try await room.classroom.decide(attempt, .void(reason: "fire drill"), by: teacher.id)
        #expect(try known() == [0, 0])
    }

    @Test("the runway names the short objective and what more families buy") func runway() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let unit = try #require(try room.classroom.units.first)
        let slots = try room.classroom.blueprint(of: unit.id).slots
        try await room.classroom.setBlueprint(unit.id, [slots[0].id: 1, slots[1].id: 2], threshold: 80, by: teacher.id)
        let ada = try await room.join("Ada", admittedBy: teacher)
        _ = try await room.classroom.start(unit.id, by: ada.id)
        let forecast = try room.classroom.forecast(of: unit.id)
        #expect(forecast.students.map(\.forms) == [0, 1, 1])
        #expect(forecast.students[0].unseen == [2, 1])
        #expect(forecast.students.allSatisfy { $0.short == [slots[1].title] })
        // Ada then has two forms for now, the others three: the other objective ends them.
        #expect(forecast.advice == .init(objectives: [slots[1].title], families: 3, attempts: 2 + 2 + 2))
    }

    @Test("a dry run draws as the check would, and remembers it for the page") func dryRun() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let unit = try #require(try room.classroom.units.first)
        let slots = try room.classroom.blueprint(of: unit.id).slots
        try await room.classroom.setBlueprint(unit.id, [slots[0].id: 1, slots[1].id: 1], threshold: 80, by: teacher.id)
        #expect(room.classroom.dryRun(of: unit.id) == nil)
        let report = try await room.classroom.runDry(unit.id, forms: 200)
        #expect(report.outcome.forms == 252 && report.students == 28)
        #expect(report.outcome.repeats == 0 && report.outcome.neverDrawn.isEmpty && report.outcome.distinct == 9)
        #expect(report.outcome.withNeighbours.share < report.independent.withNeighbours.share)
        #expect(room.classroom.dryRun(of: unit.id)?.titles.count == 6)
    }
}
