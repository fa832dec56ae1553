import Gong
import SQLite
import TestSupport
import Testing

@testable import Classroom

/// The teacher's rules, where a strike is owed.
@Suite struct GongRulesTests {
    let room: TestRoom
    let teacher: Visitor

    init() async throws {
        room = try TestRoom()
        teacher = try await room.furnish()
    }

    private func master(_ name: String) async throws -> Visitor {
        let student = try await room.join(name, admittedBy: teacher)
        let attempt = try await room.handIn(student, right: true)
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        return student
    }

    /// What the journal says of strikes.
    private func journal() throws -> [String] {
        try room.classroom.readers.read { connection in
            try connection.rows("SELECT act || ': ' || detail FROM journal WHERE act LIKE 'strike%' ORDER BY number") {
                $0.text(0)
            }
        }
    }

    /// Hours that hold at this moment, whatever the machine's time zone.
    private func hours() throws -> Hours {
        let now = room.clock.now().timeOfDay.minute
        let minute = { (other: Int) in TimeOfDay(minute: (now + other) % TimeOfDay.minutesADay) }
        return Hours(from: try #require(minute(0)), to: try #require(minute(60)))
    }

    @Test("during an examination nothing sounds; what was mastered is kept, told, and rung once for all afterwards")
    func examination() async throws {
        try await room.classroom.setExamination(true, by: teacher.id)
        _ = try await master("Ada")
        _ = try await master("Bo")
        var dashboard = try room.classroom.dashboard
        #expect(dashboard.isExamination)
        #expect(Set(dashboard.kept.map(\.name)) == ["Ada A.", "Bo B."])
        #expect(dashboard.kept.allSatisfy { $0.fate == .kept(.examination) })
        #expect(dashboard.unsounded.isEmpty)
        #expect(try journal() == ["strike_kept: examination", "strike_kept: examination"])
        await #expect(throws: Refusal.examination) { try await room.classroom.ringKept(by: teacher.id) }
        await #expect(throws: Refusal.examination) { try await room.classroom.testGong(by: teacher.id) }
        #expect(room.gong.rung.isEmpty)

        try await room.classroom.setExamination(false, by: teacher.id)
        try await room.classroom.ringKept(by: teacher.id)
        let rung = [await room.gong.next()?.name, await room.gong.next()?.name]
        #expect(Set(rung) == ["Ada A.", "Bo B."])
        try await room.classroom.ringKept(by: teacher.id)
        dashboard = try room.classroom.dashboard
        #expect(dashboard.kept.isEmpty && room.gong.rung.count == 2)
    }

    @Test("a kept strike whose decision was undone is not rung") func undone() async throws {
        try await room.classroom.setExamination(true, by: teacher.id)
        let student = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(student, right: true)
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        try await room.classroom.undo(attempt, by: teacher.id)
        try await room.classroom.setExamination(false, by: teacher.id)
        #expect(try room.classroom.kept.isEmpty)
        try await room.classroom.ringKept(by: teacher.id)
        // One that is rung is claimed in the same commit.
        #expect(try room.classroom.latestStrikes(1).map(\.fate) == [.kept(.examination)])
    }

    @Test("what the teacher leaves is not offered again") func dismissed() async throws {
        try await room.classroom.setExamination(true, by: teacher.id)
        _ = try await master("Ada")
        try await room.classroom.setExamination(false, by: teacher.id)
        try await room.classroom.dismissKept(by: teacher.id)
        #expect(try room.classroom.kept.isEmpty)
        #expect(try room.classroom.latestStrikes(5).map(\.fate) == [.dismissed])
        try await room.classroom.ringKept(by: teacher.id)
        #expect(try room.classroom.latestStrikes(5).map(\.fate) == [.dismissed])
    }

    @Test("a student who is celebrated without the gong has the board alone, and the teacher is not asked")
    func without()
        async throws
    {
        let ada = try #require(try room.classroom.register?.names.first { $0.givenName == "Ada" })
        try await room.classroom.setWantsGong(false, for: ada.id, by: teacher.id)
        _ = try await master("Ada")
        #expect(room.gong.rung.isEmpty)
        #expect(try room.classroom.board.celebrated == ["Ada A."])
        #expect(try room.classroom.board.silence.isEmpty)
        #expect(try room.classroom.kept.isEmpty && room.classroom.unsounded.isEmpty)
        #expect(try room.classroom.latestStrikes(1).map(\.fate) == [.kept(.student)])
    }

    @Test("a strike is as loud as the time of day permits; in quiet hours it is kept and rung softly by hand")
    func volume()
        async throws
    {
        var rules = RingRules()
        rules.periods = [.init(try hours(), .medium)]
        try await room.classroom.setHours(rules, by: teacher.id)
        _ = try await master("Ada")
        #expect(await room.gong.next()?.loudness == .medium)

        rules.periods.append(.init(try hours(), nil))
        try await room.classroom.setHours(rules, by: teacher.id)
        _ = try await master("Bo")
        #expect(try room.classroom.kept.map(\.fate) == [.kept(.quietHours)])
        try await room.classroom.ringKept(by: teacher.id)
        let rung = await room.gong.next()
        #expect(rung?.name == "Bo B." && rung?.loudness == .soft)
    }

    @Test("rules outlive the program, and hours and examination mode do not overwrite each other") func stored()
        async throws
    {
        var rules = RingRules()
        rules.usual = .soft
        rules.night = try hours()
        try await room.classroom.setExamination(true, by: teacher.id)
        try await room.classroom.setHours(rules, by: teacher.id)
        rules.isExamination = true
        let again = try Classroom(
            path: room.folder.path + "/gongbox.sqlite", ringer: RecordingRinger(), clock: room.clock)
        #expect(try again.ringRules == rules)
    }
}
