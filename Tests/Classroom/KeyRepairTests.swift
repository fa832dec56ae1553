import Assessment
import Mastery
import SQLite
import TestSupport
import Testing

@testable import Classroom

/// A key that was wrong: who is re-marked, whose decision flips, and what stands.
@Suite struct KeyRepairTests {
    /// One unit of `count` questions, each `{=yes ~no ~perhaps}`; students ada, bo, cy.
    private func room(_ count: Int) async throws -> TestRoom {
        let room = try TestRoom()
        let bank = (1...count).map { "::\($0)::Is \($0) right? {=yes ~no ~perhaps}\n\n" }.joined()
        _ = try await ImportReport.bank(Array(bank.utf8), named: "unit.gift", into: room.classroom)
        try await room.classroom.writer.write { connection in
            for name in ["ada", "bo", "cy"] {
                try connection.run(
                    """
                    INSERT INTO person (id, role, given_name, family_name) VALUES (\(name), 'student', \(name), 'X')
                    """)
            }
        }
        return room
    }

    /// Answers by family with an option's place in the bank, and decides as the score says.
    private func sit(
        _ student: String, _ room: TestRoom, _ answers: [Int: Int], adjust: (family: Int, fraction: Double)? = nil
    ) async throws -> String {
        let classroom = room.classroom
        let attempt = try await classroom.start(1, by: student)
        for item in try classroom.form(attempt, of: student).items {
            let place = try #require(item.presentation[0].firstIndex(of: answers[item.family] ?? 0))
            try await classroom.save(.choices([place]), sequence: 1, at: item.place, of: attempt, by: student)
        }
        try await classroom.submit(attempt, by: student)
        try await classroom.arrive(attempt, by: "teacher")
        if let adjust {
            let entry = try #require(
                try classroom.conference(attempt).entries.first { $0.formItem.family == adjust.family })
            try await classroom.adjust(
                attempt, place: entry.formItem.place, fraction: adjust.fraction, reason: "said so", by: "teacher")
        }
        let conference = try classroom.conference(attempt)
        try await classroom.decide(
            attempt, conference.score.reaches(80) ? .mastered(reason: "") : .notYet(corrective: ""), by: "teacher")
        return attempt
    }

    private func repair(_ variant: Int, _ key: [Double], latest: Int = 0) -> KeyRepair {
        KeyRepair(variant: variant, key: .choice(key), includesAlike: false, reason: "typo", latest: latest)
    }

    private func state(_ attempt: String, _ room: TestRoom) throws -> Attempt {
        try room.classroom.readers.read { connection in try Attempt.find(attempt, in: connection) }
    }

    @Test("both ways: who gains mastery, who loses it, each only where it is confirmed") func flips() async throws {
        let room = try await room(5)
        // Of five, four are needed. Ada: 3 by the wrong key, Bo: 4.
        let ada = try await sit("ada", room, [1: 1, 2: 1])
        let bo = try await sit("bo", room, [3: 1])
        let cy = try await sit("cy", room, [2: 1])
        for _ in 1...2 { _ = await room.gong.next() }
        let outlook = try room.classroom.outlook(of: repair(1, [0, 1, 0]))
        let flips = Dictionary(uniqueKeysWithValues: outlook.changes.map { ($0.id, $0.flip) })
        #expect(flips == [ada: .mastered, bo: .notYet, cy: .notYet])
        // A look changes nothing.
        #expect(try state(ada, room).score == Score(earned: 3, possible: 5))
        try await room.classroom.repair(repair(1, [0, 1, 0]), confirmed: [ada, bo], by: "teacher")
        #expect(try state(ada, room).state == .mastered && state(ada, room).score?.earned == 4)
        #expect(try state(bo, room).state == .notYet && state(bo, room).score?.earned == 3)
        #expect(try state(cy, room).state == .mastered && state(cy, room).score?.earned == 3)
        #expect(await room.gong.next()?.name == "ada X.")
        #expect(room.gong.rung.count == 3)
        let acts = try room.classroom.readers.read { connection in
            try connection.rows("SELECT act FROM journal WHERE subject = \(ada) ORDER BY number DESC LIMIT 2") {
                $0.text(0)
            }
        }
        #expect(acts == ["repair_master", "remark"])
    }

    @Test("a mastery is silent where the teacher unticks it, and a retake under way is set aside") func silent()
        async throws
    {
        let room = try await room(2)
        let ada = try await sit("ada", room, [1: 1])
        let retake = try await room.classroom.start(1, by: "ada")
        try await room.classroom.repair(repair(1, [0, 1, 0]), confirmed: [ada], silent: [ada], by: "teacher")
        #expect(try state(ada, room).state == .mastered && state(retake, room).state == .void)
        #expect(room.gong.rung.isEmpty)
        #expect(try room.classroom.path(of: "ada")[0].standing == .mastered)
        let strikes = try room.classroom.latestStrikes(9)
        #expect(strikes.isEmpty)
    }

    @Test("what people settled stands") func adjusted() async throws {
        let room = try await room(2)
        let ada = try await sit("ada", room, [1: 1, 2: 1], adjust: (1, 0.5))
        #expect(try room.classroom.outlook(of: repair(1, [0, 1, 0])).changes.isEmpty)
        try await room.classroom.repair(repair(1, [0, 1, 0]), confirmed: [ada], by: "teacher")
        #expect(try state(ada, room).score == Score(earned: 0.5, possible: 2))
        #expect(try state(ada, room).state == .notYet)
    }

    @Test("an attempt under way is marked by the new key; the cache does not keep the old one") func underWay()
        async throws
    {
        let room = try await room(1)
        let attempt = try await room.classroom.start(1, by: "ada")
        let item = try #require(try room.classroom.form(attempt, of: "ada").items.first)
        let place = try #require(item.presentation[0].firstIndex(of: 1))
        try await room.classroom.save(.choices([place]), sequence: 1, at: 1, of: attempt, by: "ada")
        try await room.classroom.repair(repair(1, [0, 1, 0]), confirmed: [], by: "teacher")
        #expect(try room.classroom.form(attempt, of: "ada").items[0].item.key == .choice([0, 1, 0]))
        try await room.classroom.submit(attempt, by: "ada")
        #expect(try room.classroom.conference(attempt).score.percent == 100)
        #expect(try room.classroom.reviewVariant(1).repairs.map(\.reason) == ["typo"])
    }

    @Test("an old page, the same key, a key without anything right, and no reason are refused") func refused()
        async throws
    {
        let room = try await room(1)
        let classroom = room.classroom
        let silent = KeyRepair(variant: 1, key: .choice([0, 1, 0]), includesAlike: false, reason: "", latest: 0)
        await #expect(throws: Refusal.reasonMissing) {
            try await classroom.repair(silent, confirmed: [], by: "teacher")
        }
        for key: [Double] in [[1, 0, 0], [0, 0, 0], [1]] {
            await #expect(throws: Refusal.badKey) {
                try await classroom.repair(repair(1, key), confirmed: [], by: "teacher")
            }
        }
        try await classroom.repair(repair(1, [0, 1, 0]), confirmed: [], by: "teacher")
        await #expect(throws: Refusal.notNow) {
            try await classroom.repair(repair(1, [0, 0, 1]), confirmed: [], by: "teacher")
        }
    }

    @Test("variants with the very same key are corrected alike, others are left") func alike() async throws {
        let room = try await room(1)
        try await room.classroom.writer.write { connection in
            try connection.run("INSERT INTO variant (family_id, note, item) SELECT 1, note, item FROM variant")
            let text = try #require(try connection.first("SELECT item FROM variant", { $0.text(0) }))
            let other = try #require(try ItemCache.decode(text).corrected(by: .choice([0, 0, 1])))
            try connection.run(
                "INSERT INTO variant (family_id, note, item) VALUES (1, '', \(try ItemCache.encode(other)))")
        }
        #expect(try room.classroom.reviewVariant(1).alike == 2)
        let repair = KeyRepair(variant: 1, key: .choice([0, 1, 0]), includesAlike: true, reason: "typo", latest: 0)
        try await room.classroom.repair(repair, confirmed: [], by: "teacher")
        #expect(
            try (1...3).map { try room.classroom.reviewVariant($0).item.key }
                == [.choice([0, 1, 0]), .choice([0, 1, 0]), .choice([0, 0, 1])])
    }

    @Test("importing the same bank again does not bring the wrong key back") func imported() async throws {
        let room = try await room(2)
        try await room.classroom.repair(repair(1, [0, 1, 0]), confirmed: [], by: "teacher")
        let bank = (1...2).map { "::\($0)::Is \($0) right? {=yes ~no ~perhaps}\n\n" }.joined()
        let report = try await ImportReport.bank(Array(bank.utf8), named: "unit.gift", into: room.classroom)
        #expect(report.known == 2)
    }

    @Test(
        "after any repairs every stored score and every facility is what marking from scratch gives",
        arguments: 1...12 as ClosedRange<UInt64>)
    func property(_ seed: UInt64) async throws {
        let room = try await room(6)
        var random = SeededGenerator(seed: seed)
        for student in ["ada", "bo", "cy"] {
            let answers = Dictionary(uniqueKeysWithValues: (1...6).map { ($0, Int.random(in: 0..<3, using: &random)) })
            let adjust =
                Bool.random(using: &random) ? (family: Int.random(in: 1...6, using: &random), fraction: 0.5) : nil
            _ = try await sit(student, room, answers, adjust: adjust)
        }
        for _ in 1...8 {
            let variant = Int.random(in: 1...6, using: &random)
            let key = (0..<3).map { _ in Double(Int.random(in: -2...2, using: &random)) / 2 }
            let latest = try room.classroom.reviewVariant(variant).latest
            let repair = repair(variant, key, latest: latest)
            guard let outlook = try? room.classroom.outlook(of: repair) else { continue }
            let confirmed = outlook.changes.map(\.id).filter { _ in Bool.random(using: &random) }
            try await room.classroom.repair(repair, confirmed: Set(confirmed), by: "teacher")
        }
        let (attempts, earned) = try room.classroom.readers.read { connection in
            (
                try connection.rows("SELECT id FROM attempt") { $0.text(0) },
                try connection.rows("SELECT earned FROM family ORDER BY id") { $0.real(0) }
            )
        }
        var marked = Array(repeating: 0.0, count: 6)
        for attempt in attempts {
            // From the stored texts, past the cache and past the classroom's own sums.
            let rows = try room.classroom.readers.read { connection in
                try connection.rows(
                    """
                    SELECT variant.family_id, item, value, fraction FROM form_item
                    JOIN variant ON variant.id = variant_id
                    JOIN response ON response.attempt_id = form_item.attempt_id AND response.place = form_item.place
                    LEFT JOIN adjustment ON adjustment.attempt_id = form_item.attempt_id
                        AND adjustment.place = form_item.place
                    WHERE form_item.attempt_id = \(attempt)
                    """
                ) { ($0.integer(0), $0.text(1), $0.text(2), $0.optionalReal(3)) }
            }
            var sum = 0.0
            for (family, text, value, adjusted) in rows {
                let item = try ItemCache.decode(text)
                let fraction = adjusted ?? item.mark(item.response(value)).fraction
                sum += fraction
                marked[family - 1] += fraction
            }
            #expect(rows.count == 6)
            #expect(try abs((state(attempt, room).score?.earned ?? -1) - sum) < 1e-9)
        }
        #expect(zip(marked, earned).allSatisfy { abs($0 - $1) < 1e-9 }, "\(marked) \(earned)")
    }
}
