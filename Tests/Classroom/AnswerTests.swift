import Assessment
import Classroom
import TestSupport
import Testing

@Suite struct AnswerTests {
    @Test("a late or repeated message changes nothing") func sequence() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let unit = try #require(try room.classroom.path(of: ada.id).first)
        let attempt = try await room.classroom.start(unit.id, by: ada.id)
        let save = { (shown: Int, sequence: Int?) in
            _ = try await room.classroom.save(.choices([shown]), sequence: sequence, at: 1, of: attempt, by: ada.id)
        }
        let answer = {
            let item = try room.classroom.form(attempt, of: ada.id).items[0]
            guard case .choices(let chosen) = item.response else { return -1 }
            return item.presentation[0].firstIndex(of: chosen[0]) ?? -1
        }
        try await save(0, 5)
        try await save(1, 5)
        try await save(2, 4)
        #expect(try answer() == 0)
        try await save(1, 6)
        #expect(try answer() == 1)
        // A whole form without a number is the newest.
        try await save(2, nil)
        #expect(try answer() == 2)
    }

    @Test("starting twice gives the same attempt, and a second unit waits for the first") func startTwice() async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let units = try room.classroom.path(of: ada.id)
        let attempt = try await room.classroom.start(units[0].id, by: ada.id)
        #expect(try await room.classroom.start(units[0].id, by: ada.id) == attempt)
        await #expect(throws: Refusal.notNow) { try await room.classroom.start(units[1].id, by: ada.id) }
    }

    @Test("an answer of another student, to no question, or after handing in is refused") func refusals() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let bo = try await room.join("Bo", admittedBy: teacher)
        let unit = try #require(try room.classroom.path(of: ada.id).first)
        let attempt = try await room.classroom.start(unit.id, by: ada.id)
        let save = { (place: Int, student: String) in
            try await room.classroom.save(.text("x"), sequence: 1, at: place, of: attempt, by: student)
        }
        await #expect(throws: Refusal.notFound) { try await save(1, bo.id) }
        await #expect(throws: Refusal.notFound) { try await save(99, ada.id) }
        #expect(throws: Refusal.notFound) { try room.classroom.form(attempt, of: bo.id) }
        try await room.classroom.submit(attempt, by: ada.id)
        await #expect(throws: Refusal.notNow) { try await save(1, ada.id) }
    }

    @Test("before the decision a student sees no corrections") func corrections() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let bo = try await room.join("Bo", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        #expect(throws: Refusal.notNow) { try room.classroom.corrections(attempt, of: ada.id) }
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        #expect(try room.classroom.corrections(attempt, of: ada.id).score.percent == 100)
        #expect(throws: Refusal.notFound) { try room.classroom.corrections(attempt, of: bo.id) }
    }

    @Test("what is shown at a place is turned back into the bank's own order")
    func presentation() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let attempt = try await room.handIn(ada, right: true)
        for item in try room.classroom.waiting(attempt, of: ada.id).items {
            #expect(item.item.mark(item.response).fraction == 1)
            #expect(item.presentation[0].sorted() == [0, 1, 2])
        }
    }
}
