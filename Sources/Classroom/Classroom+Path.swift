import Mastery
import SQLite

extension Classroom {
    /// The student's path: every unit that is shown, in order, with its standing.
    public func path(of student: String) throws -> [PathUnit] {
        try readers.read { connection in try Self.path(of: student, in: connection) }
    }

    static func path(of student: String, in connection: Connection) throws -> [PathUnit] {
        struct Known {
            var latest: (id: String, state: AttemptState)?
            var hasMastered = false
            var tries = 0
            var corrective: String?
        }
        var known: [Int: Known] = [:]
        let attempts = try connection.rows(
            """
            SELECT attempt.id, unit_id, state, corrective.text FROM attempt
            LEFT JOIN corrective ON corrective.attempt_id = attempt.id AND corrective.done_at IS NULL
            WHERE person_id = \(student) AND state <> 'void' ORDER BY unit_id, number
            """
        ) { ($0.text(0), $0.integer(1), AttemptState(rawValue: $0.text(2)), $0.optionalText(3)) }
        for (id, unit, state, corrective) in attempts {
            guard let state else { continue }
            var record = known[unit] ?? Known()
            record.latest = (id, state)
            record.hasMastered = record.hasMastered || state == .mastered
            record.tries += state == .notYet ? 1 : 0
            record.corrective = corrective
            known[unit] = record
        }
        let units = try connection.rows(
            """
            SELECT id, title, prework, COALESCE(questions, length) FROM unit LEFT JOIN planned_unit ON unit_id = unit.id
            WHERE is_hidden = 0 ORDER BY place, id
            """
        ) { (id: $0.integer(0), title: $0.text(1), prework: $0.text(2), length: $0.integer(3)) }
        let standings = Path.standings(
            units.map { unit in
                let record = known[unit.id]
                return Path.Unit(
                    latest: record?.latest?.state, hasMastered: record?.hasMastered ?? false,
                    owesCorrective: record?.corrective != nil)
            })
        return zip(units, standings).map { unit, standing in
            let record = known[unit.id]
            return PathUnit(
                id: unit.id, title: unit.title, prework: unit.prework, standing: standing, attempt: record?.latest?.id,
                state: record?.latest?.state, tries: record?.tries ?? 0, corrective: record?.corrective,
                length: unit.length)
        }
    }
}
