import Crypto
import Gong
import Mastery
import SQLite

extension Classroom {
    /// Decides. Mastery owes one strike, written and claimed in the same transaction; the gong is told after the commit.
    ///
    /// The same decision tapped twice is made once. A decision that was undone and made again does not ring again: the gong
    /// has sounded for this attempt.
    public func decide(_ attempt: String, _ verdict: Verdict, by teacher: String) async throws {
        let strike = try await writer.write { [self] connection -> Strike? in
            let conference = try conference(attempt, in: connection)
            let state = conference.attempt.state
            switch verdict {
            case .mastered(let reason):
                if state == .mastered { return nil }
                guard state == .conferring else { throw Refusal.notNow }
                if !conference.unmarked.isEmpty { throw Refusal.unmarked }
                if !conference.score.reaches(conference.attempt.threshold), reason.isEmpty {
                    throw Refusal.reasonMissing
                }
                try move(attempt, .master, by: .teacher, teacher, reason, in: connection)
                try keep(conference, in: connection)
                return try oweStrike(for: conference, in: connection)
            case .notYet(let corrective):
                if state == .notYet { return nil }
                try move(attempt, .notYet, by: .teacher, teacher, corrective, in: connection)
                try keep(conference, in: connection)
                if !corrective.isEmpty {
                    try connection.run(
                        "INSERT INTO corrective (attempt_id, text) VALUES (\(attempt), \(String(corrective.prefix(2_000))))"
                    )
                }
            case .void(let reason):
                if state == .void { return nil }
                try move(attempt, .void, by: .teacher, teacher, reason, in: connection)
            }
            return nil
        }
        let person = try readers.read { connection in try Attempt.find(attempt, in: connection).person }
        changes.tell(.person(person), .room)
        if let strike { ring(strike) }
    }

    /// Takes a decision back within ten seconds. The gong is not un-rung.
    public func undo(_ attempt: String, by teacher: String) async throws {
        let person = try await writer.write { [self] connection in
            let found = try Attempt.find(attempt, in: connection)
            let now = clock.now()
            guard let decided = found.decidedBoot, found.conferenceBootID == now.bootID,
                Decision.canUndo(decided: decided, now: now.boot)
            else { throw Refusal.notNow }
            // A check that has begun since would leave the student with two attempts at once.
            let isBusy = try connection.exists(
                """
                SELECT 1 FROM attempt WHERE person_id = \(found.person)
                AND state NOT IN ('mastered', 'not_yet', 'void')
                """)
            if isBusy { throw Refusal.notNow }
            if found.score != nil { try count(conference(attempt, in: connection), times: -1, in: connection) }
            return try move(attempt, .undo, by: .teacher, teacher, in: connection).person
        }
        changes.tell(.person(person), .room)
    }

    /// The last decision, while it can still be taken back.
    public var undoable: Undoable? {
        get throws {
            let now = clock.now()
            let last = try readers.read { connection in
                try connection.first(
                    """
                    SELECT attempt.id, given_name, family_name, state, decided_boot FROM attempt
                    JOIN person ON person.id = attempt.person_id
                    WHERE decided_boot IS NOT NULL AND conference_boot = \(now.bootID)
                    ORDER BY decided_at DESC, decided_boot DESC LIMIT 1
                    """
                ) {
                    (
                        $0.text(0), Visitor.shortName($0.text(1), $0.text(2)), AttemptState(rawValue: $0.text(3)),
                        Int64($0.integer(4))
                    )
                }
            }
            guard let (attempt, name, state, decided) = last, let state,
                Decision.canUndo(decided: decided, now: now.boot)
            else { return nil }
            return Undoable(
                attempt: attempt, name: name, state: state,
                seconds: Decision.undoSeconds - Int((now.boot - decided) / 1000))
        }
    }

    private func keep(_ conference: Conference, in connection: Connection) throws {
        let score = conference.score
        try connection.run(
            "UPDATE attempt SET earned = \(score.earned), possible = \(score.possible) WHERE id = \(conference.attempt.id)"
        )
        try count(conference, times: 1, in: connection)
    }

    /// Adds the marks of an attempt to what is known of its families, or with -1 takes them away again.
    private func count(_ conference: Conference, times: Int, in connection: Connection) throws {
        for entry in conference.entries where entry.formItem.item.isScored {
            guard let fraction = entry.fraction else { continue }
            try connection.run(
                """
                UPDATE family SET answers = answers + \(times), earned = earned + \(Double(times) * fraction)
                WHERE id = \(entry.formItem.family)
                """)
        }
    }

    /// Writes the strike down. Nil where it has been owed before, or where the teacher's rules keep it silent.
    func oweStrike(for conference: Conference, in connection: Connection) throws -> Strike? {
        let person = try connection.first(
            """
            SELECT is_quiet, wants_gong, EXISTS (SELECT 1 FROM strike WHERE attempt_id = \(conference.attempt.id))
            FROM person WHERE id = \(conference.attempt.person)
            """
        ) { (isQuiet: $0.bool(0), wantsGong: $0.bool(1), isKnown: $0.bool(2)) }
        guard let person, !person.isKnown else { return nil }
        let now = clock.now()
        let id = Identifier.make()
        let name = person.isQuiet ? "" : Visitor.shortName(conference.givenName, conference.familyName)
        try connection.run(
            """
            INSERT INTO strike (id, attempt_id, name, owed_at)
            VALUES (\(id), \(conference.attempt.id), \(name), \(now.wall))
            """)
        switch try Self.ringRules(in: connection).ruling(at: now.timeOfDay, wantsGong: person.wantsGong) {
        case .ring(let loudness):
            return Strike(id: id, name: name, loudness: loudness)
        case .silent(let hush):
            try connection.run(
                "UPDATE strike SET outcome = 'kept', detail = \(hush.rawValue) WHERE id = \(id)")
            try Journal.write("strike_kept", by: "box", on: id, hush.rawValue, at: now, in: connection)
            return nil
        }
    }

    /// The student's word that the corrective is done: opens the retake.
    public func finishCorrective(_ attempt: String, report: String, by student: String) async throws {
        try await writer.write { [self] connection in
            let found = try Attempt.find(attempt, in: connection)
            guard found.person == student, found.state == .notYet else { throw Refusal.notFound }
            let now = clock.now()
            let changed = try connection.run(
                """
                UPDATE corrective SET report = \(String(report.prefix(2_000))), done_at = \(now.wall)
                WHERE attempt_id = \(attempt) AND done_at IS NULL
                """)
            if changed == 0 { return }
            try Journal.write("corrective_done", by: student, on: attempt, report, at: now, in: connection)
        }
        changes.tell(.person(student), .room)
    }
}
