import Assessment
import Mastery
import SQLite

extension Classroom {
    /// The conference packet of an attempt that was submitted.
    public func conference(_ attempt: String) throws -> Conference {
        try readers.read { connection in try conference(attempt, in: connection) }
    }

    /// The student's own corrections, once the teacher has decided; before that, or when the decision was taken back, `notNow`.
    public func corrections(_ attempt: String, of student: String) throws -> Conference {
        try readers.read { connection in
            let found = try Attempt.find(attempt, in: connection)
            guard found.person == student else { throw Refusal.notFound }
            guard found.state.isDecided else { throw Refusal.notNow }
            return try conference(attempt, in: connection)
        }
    }

    /// - Parameter corrected: items that stand in for those of their variants, by variant.
    func conference(_ id: String, corrected: [Int: Item] = [:], in connection: Connection) throws -> Conference {
        let form = try form(id, corrected: corrected, in: connection)
        guard form.attempt.state != .open else { throw Refusal.notNow }
        let (given, family) =
            try connection.first(
                "SELECT given_name, family_name FROM person WHERE id = \(form.attempt.person)",
                { ($0.text(0), $0.text(1)) }) ?? ("", "")
        let details = Dictionary(
            try connection.rows(
                """
                SELECT form_item.place, note, objective.title, fraction, reason FROM form_item
                JOIN variant ON variant.id = variant_id JOIN family ON family.id = form_item.family_id
                JOIN objective ON objective.id = objective_id
                LEFT JOIN adjustment ON adjustment.attempt_id = form_item.attempt_id AND adjustment.place = form_item.place
                WHERE form_item.attempt_id = \(id)
                """
            ) { ($0.integer(0), ($0.text(1), $0.text(2), $0.optionalReal(3), $0.text(4))) },
            uniquingKeysWith: { first, _ in first })
        let entries = form.items.map { item in
            let (note, objective, fraction, reason) = details[item.place] ?? ("", "", nil, "")
            return Conference.Entry(
                formItem: item, note: note, objective: objective, mark: item.item.mark(item.response),
                adjustment: fraction.map { ($0, reason) })
        }
        let correctives =
            try connection.first("SELECT correctives FROM unit WHERE id = \(form.attempt.unit)", { $0.text(0) }) ?? ""
        let corrective = try connection.first(
            "SELECT text, done_at IS NOT NULL FROM corrective WHERE attempt_id = \(id)", { ($0.text(0), $0.bool(1)) })
        return Conference(
            attempt: form.attempt, givenName: given, familyName: family, unitTitle: form.unitTitle, entries: entries,
            correctives: correctives.split(separator: "\n").map(String.init),
            corrective: corrective?.0, isCorrectiveDone: corrective?.1 ?? false,
            earlier: try connection.rows(
                """
                SELECT number, state, earned, possible FROM attempt WHERE person_id = \(form.attempt.person)
                AND unit_id = \(form.attempt.unit) AND number < \(form.attempt.number) ORDER BY number
                """
            ) { row in
                let score = row.isNull(3) ? nil : Score(earned: row.real(2), possible: row.real(3))
                return (row.integer(0), AttemptState(rawValue: row.text(1)) ?? .void, score?.percent)
            })
    }

    /// Settles the mark of one item, from 0 to 1. A reason is needed where it differs from the key's mark.
    public func adjust(_ attempt: String, place: Int, fraction: Double, reason: String, by teacher: String) async throws
    {
        guard (0...1).contains(fraction) else { throw Refusal.notFound }
        try await writer.write { [self] connection in
            let conference = try conference(attempt, in: connection)
            guard conference.attempt.state == .conferring else { throw Refusal.notNow }
            guard let entry = conference.entries.first(where: { $0.formItem.place == place }),
                entry.formItem.item.isScored
            else { throw Refusal.notFound }
            if !entry.mark.awaitsTeacher, abs(fraction - entry.mark.fraction) < 1e-9 {
                try connection.run("DELETE FROM adjustment WHERE attempt_id = \(attempt) AND place = \(place)")
            } else {
                if reason.isEmpty, !entry.mark.awaitsTeacher { throw Refusal.reasonMissing }
                try connection.run(
                    """
                    INSERT INTO adjustment (attempt_id, place, fraction, reason)
                    VALUES (\(attempt), \(place), \(fraction), \(String(reason.prefix(500))))
                    ON CONFLICT (attempt_id, place) DO UPDATE SET fraction = excluded.fraction, reason = excluded.reason
                    """)
            }
            try Journal.write(
                "adjust", by: teacher, on: attempt, "item \(place): \(fraction) \(reason)", at: clock.now(),
                in: connection)
        }
    }

    public func comment(_ text: String, on attempt: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            let changed = try connection.run(
                "UPDATE attempt SET comment = \(String(text.prefix(2_000))) WHERE id = \(attempt) AND state = 'conferring'"
            )
            guard changed == 1 else { throw Refusal.notNow }
            try Journal.write("comment", by: teacher, on: attempt, text, at: clock.now(), in: connection)
        }
    }
}
