import Mastery
import SQLite

extension Classroom {
    /// The line: in conference, called, then those who wait in order, then those who were sent to mend something or are parked.
    public var line: [QueueEntry] {
        get throws { try readers.read { connection in try Self.line(in: connection) } }
    }

    static func line(in connection: Connection) throws -> [QueueEntry] {
        let rows = try connection.rows(
            """
            SELECT attempt.id, attempt.person_id, given_name, family_name, unit.title, number, state, misses, was_parked, joined
            FROM attempt JOIN person ON person.id = attempt.person_id JOIN unit ON unit.id = attempt.unit_id
            WHERE state IN ('waiting', 'called', 'conferring', 'held', 'parked')
            AND (SELECT value FROM setting WHERE name = 'open_class') IN
                (SELECT class_id FROM membership WHERE membership.person_id = attempt.person_id)
            """
        ) { row in
            let entry = QueueEntry(
                id: row.text(0), person: row.text(1), givenName: row.text(2), familyName: row.text(3),
                unitTitle: row.text(4),
                number: row.integer(5), state: AttemptState(rawValue: row.text(6)) ?? .void, misses: row.integer(7))
            return (entry, Line.Entry(attempt: entry.id, wasParked: row.bool(8), joined: Int64(row.integer(9))))
        }
        let entries = Dictionary(rows.map { ($0.0.id, $0.0) }, uniquingKeysWith: { first, _ in first })
        let order: [AttemptState] = [.conferring, .called, .waiting, .held, .parked]
        return order.flatMap { state in
            Line.ordered(rows.filter { $0.0.state == state }.map(\.1)).compactMap { entries[$0.attempt] }
        }
    }

    /// What the student's own page shows while the attempt is in line.
    public func waiting(_ attempt: String, of student: String) throws -> LinePlace {
        try readers.read { connection in
            let form = try form(attempt, in: connection)
            guard form.attempt.person == student else { throw Refusal.notFound }
            let line = try Self.line(in: connection)
            let ahead = line.prefix { $0.id != attempt }.count(where: {
                [.conferring, .called, .waiting].contains($0.state)
            })
            let lengths = try connection.rows(
                """
                SELECT conference_ended - conference_started FROM attempt
                WHERE conference_ended IS NOT NULL AND conference_boot = \(clock.now().bootID)
                ORDER BY conference_ended DESC LIMIT 8
                """
            ) { $0.integer(0) / 1000 }
            return LinePlace(
                attempt: form.attempt, unitTitle: form.unitTitle, ahead: ahead,
                estimate: WaitEstimate(ahead: ahead, lastConferences: lengths), items: form.items)
        }
    }

    /// Calls a student to the conference; without a name, whoever is next. Calling again changes nothing.
    public func call(_ attempt: String?, by teacher: String) async throws {
        let person = try await writer.write { [self] connection -> String? in
            let line = try Self.line(in: connection)
            guard
                let entry = attempt.map({ id in line.first { $0.id == id } })
                    ?? line.first(where: { $0.state == .waiting })
            else { throw Refusal.notFound }
            if entry.state == .called { return nil }
            return try move(entry.id, .call, by: .teacher, teacher, in: connection).person
        }
        if let person { changes.tell(.person(person), .room) }
    }

    /// The called student is here: the conference begins. Tapping again opens the same conference.
    public func arrive(_ attempt: String, by teacher: String) async throws {
        let moved = try await writer.write { [self] connection -> Attempt? in
            if try Attempt.find(attempt, in: connection).state == .conferring { return nil }
            return try move(attempt, .arrive, by: .teacher, teacher, in: connection)
        }
        if let moved { changes.tell(.person(moved.person), .room) }
    }

    /// The called student did not come: the next in line goes first; after the second time the attempt is parked.
    public func miss(_ attempt: String, by teacher: String) async throws {
        let person = try await writer.write { [self] connection in
            let line = try Self.line(in: connection)
            let missed = try move(attempt, .miss, by: .teacher, teacher, in: connection)
            if missed.misses + 1 >= Line.mostMisses {
                try move(attempt, .park, by: .teacher, teacher, "missed \(Line.mostMisses) calls", in: connection)
            } else if let next = line.first(where: { $0.state == .waiting }) {
                try swapPlaces(missed, with: try Attempt.find(next.id, in: connection), in: connection)
            }
            try connection.run("UPDATE attempt SET misses = misses + 1 WHERE id = \(attempt)")
            return missed.person
        }
        changes.tell(.person(person), .room)
    }

    private func swapPlaces(_ one: Attempt, with other: Attempt, in connection: Connection) throws {
        for (id, place, wasParked) in [(one.id, other.joined, other.wasParked), (other.id, one.joined, one.wasParked)] {
            try connection.run("UPDATE attempt SET joined = \(place), was_parked = \(wasParked) WHERE id = \(id)")
        }
    }

    /// Any other step in line: hold, park, release, requeue.
    public func step(_ attempt: String, _ act: Act, by role: Role, _ actor: String) async throws {
        guard [.hold, .park, .release, .requeue].contains(act) else { throw Refusal.notNow }
        let moved = try await writer.write { [self] connection in
            let found = try Attempt.find(attempt, in: connection)
            guard role == .teacher || found.person == actor else { throw Refusal.notFound }
            return try move(attempt, act, by: role, actor, in: connection)
        }
        changes.tell(.person(moved.person), .room)
    }
}
