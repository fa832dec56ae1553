import Classroom
import Gong
import Mastery
import SQLite
import TestSupport
import Testing

/// The whole loop as the classroom sees it, without pages.
@Suite struct LoopTests {
    @Test("from the first join to mastery: one strike, and the next unit opens") func mastery() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        #expect(try room.classroom.path(of: ada.id).map(\.standing) == [.ready, .later])
        let attempt = try await room.handIn(ada, right: true)
        #expect(try room.classroom.waiting(attempt, of: ada.id).ahead == 0)
        try await room.classroom.call(nil, by: teacher.id)
        try await room.classroom.arrive(attempt, by: teacher.id)
        #expect(try room.classroom.conference(attempt).score.percent == 100)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        #expect(await room.gong.next()?.name == "Ada A.")
        // The same tap again is the same decision.
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        #expect(room.gong.rung.count == 1)
        #expect(try room.classroom.path(of: ada.id).map(\.standing) == [.mastered, .ready])
    }

    @Test("not yet: a corrective, its report, and a fresh form without a question of the first") func retake()
        async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let unit = try #require(try room.classroom.units.first)
        try await room.classroom.edit(
            unit.id,
            UnitEdit(
                title: unit.title, prework: "", correctives: "Read\n\nTalk", length: 2, threshold: 80, isHidden: false),
            by: teacher.id)
        let first = try await room.handIn(ada, right: false)
        try await room.classroom.arrive(first, by: teacher.id)
        #expect(try room.classroom.conference(first).correctives == ["Read", "Talk"])
        try await room.classroom.decide(first, .notYet(corrective: "Talk"), by: teacher.id)
        #expect(room.gong.rung.isEmpty)
        #expect(try room.classroom.path(of: ada.id)[0].standing == .corrective)
        await #expect(throws: Refusal.notReady) { try await room.classroom.start(unit.id, by: ada.id) }
        try await room.classroom.finishCorrective(first, report: "I see", by: ada.id)
        let second = try await room.classroom.start(unit.id, by: ada.id)
        let families = try [first, second].map { try Set(room.classroom.form($0, of: ada.id).items.map(\.family)) }
        #expect(families[0].isDisjoint(with: families[1]))
    }

    @Test("below the threshold mastery needs a reason") func reason() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: false)
        try await room.classroom.arrive(attempt, by: teacher.id)
        await #expect(throws: Refusal.reasonMissing) {
            try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        }
        try await room.classroom.decide(attempt, .mastered(reason: "explained it all"), by: teacher.id)
        #expect(await room.gong.next() != nil)
    }

    @Test("a decision is taken back within ten seconds; deciding again rings no second gong") func undo() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        room.clock.advance(seconds: 9)
        #expect(try room.classroom.undoable?.attempt == attempt)
        try await room.classroom.undo(attempt, by: teacher.id)
        #expect(try room.classroom.path(of: ada.id)[0].standing == .conference)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        _ = await room.gong.next()
        room.clock.advance(seconds: 11)
        #expect(try room.classroom.undoable == nil)
        await #expect(throws: Refusal.notNow) { try await room.classroom.undo(attempt, by: teacher.id) }
        #expect(room.gong.rung.count == 1)
    }

    @Test("an undo that would leave a student with two attempts at once is refused") func undoAfterRetake() async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        let next = try #require(try room.classroom.path(of: ada.id).last)
        _ = try await room.classroom.start(next.id, by: ada.id)
        await #expect(throws: Refusal.notNow) { try await room.classroom.undo(attempt, by: teacher.id) }
        #expect(try room.classroom.path(of: ada.id)[0].standing == .mastered)
    }

    @Test("a call that nobody answers lets the next one first; the second time it is put off") func misses()
        async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        var attempts: [String] = []
        for name in ["Ada", "Bo", "Cy"] {
            attempts.append(try await room.handIn(try await room.join(name, admittedBy: teacher), right: true))
        }
        let order = { try room.classroom.line.filter { $0.state == .waiting }.map(\.givenName) }
        #expect(try order() == ["Ada", "Bo", "Cy"])
        try await room.classroom.call(nil, by: teacher.id)
        try await room.classroom.miss(attempts[0], by: teacher.id)
        #expect(try order() == ["Bo", "Ada", "Cy"])
        try await room.classroom.call(attempts[0], by: teacher.id)
        try await room.classroom.miss(attempts[0], by: teacher.id)
        #expect(try order() == ["Bo", "Cy"])
        #expect(try room.classroom.line.last?.state == .parked)
    }

    @Test("the bell parks who is left; the next opening puts them first") func parked() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let bo = try await room.join("Bo", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        try await room.classroom.closeRoom(by: teacher.id)
        room.clock.reboot()
        try await room.classroom.openRoom(for: try #require(room.classroom.classes.first).id, by: teacher.id)
        _ = try await room.handIn(bo, right: true)
        #expect(try room.classroom.line.map(\.person) == [ada.id, bo.id])
        #expect(try room.classroom.waiting(attempt, of: ada.id).ahead == 0)
    }

    @Test("a strike of which nothing is known after a power cut is offered, not rung") func powerCut() async throws {
        let gong = RecordingRinger(outcome: .silent(reason: "No card is plugged in."))
        let room = try TestRoom(gong: gong)
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        let strike = try #require(await gong.next())
        room.clock.advance(seconds: 6)
        #expect(try room.classroom.unsounded.map(\.id) == [strike.id])
        gong.set(.sounded(voice: "sound"))
        try await room.classroom.ringAgain(strike.id, by: teacher.id)
        #expect(await gong.next()?.id == strike.id)
        try await room.classroom.ringAgain(strike.id, by: teacher.id)
        #expect(gong.rung.count == 2)
    }

    @Test("which voice sounded, how late and which was missed is in the journal and on the dashboard")
    func account() async throws {
        let gong = RecordingRinger(outcome: .sounded(voice: "striker"), missed: "The sound card was unplugged.")
        let room = try TestRoom(gong: gong)
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        try await room.classroom.arrive(attempt, by: teacher.id)
        let (told, tell) = AsyncStream<Void>.makeStream()
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        // The decision itself is told before the strike is asked for.
        let listener = room.classroom.changes.listen { if $0 == .room { tell.yield() } }
        defer { room.classroom.changes.cancel(listener) }
        while try room.classroom.latestStrikes(1).first?.fate == .unknown { for await _ in told { break } }
        let shown = try room.classroom.dashboard.lastStrike
        #expect(shown?.name == "Ada A.")
        #expect(shown?.fate == .sounded(voice: "striker", milliseconds: 1))
        #expect(shown?.missed == "The sound card was unplugged.")
        let journal = try ReaderPool(path: room.folder.path + "/gongbox.sqlite").read { connection in
            try connection.rows("SELECT detail FROM journal WHERE act = 'strike_sounded'") { $0.text(0) }
        }
        #expect(journal == ["striker, 1 ms late; The sound card was unplugged."])
    }
}
