import Crypto
import SQLite

/// A year of records: thirty decided attempts a student, ten in each unit, each with ten answered items and its journal.
enum Year {
    private static let triesPerUnit = 10
    private static let itemsPerForm = 10

    static func write(in connection: Connection, of students: [String]) throws {
        let units = try connection.rows("SELECT id FROM unit ORDER BY place") { $0.integer(0) }
        let items = try units.map { unit in
            try connection.rows(
                """
                SELECT family.id, variant.id FROM family JOIN objective ON objective.id = objective_id
                JOIN variant ON variant.family_id = family.id WHERE unit_id = \(unit) AND is_scored = 1 LIMIT \(itemsPerForm)
                """
            ) { (family: $0.integer(0), variant: $0.integer(1)) }
        }
        for student in students {
            for (place, unit) in units.enumerated() {
                for number in 1...triesPerUnit {
                    // The last unit is the one that the student still works on.
                    let isMastered = number == triesPerUnit && place < units.count - 1
                    try decided(student, unit, number, isMastered, items[place], in: connection)
                }
            }
        }
    }

    private static func decided(
        _ student: String, _ unit: Int, _ number: Int, _ isMastered: Bool, _ items: [(family: Int, variant: Int)],
        in connection: Connection
    ) throws {
        let id = Identifier.make()
        let state = isMastered ? "mastered" : "not_yet"
        try connection.run(
            """
            INSERT INTO attempt (id, person_id, unit_id, number, state, seed, generator, threshold, started_at, submitted_at,
                joined, conference_boot, conference_started, conference_ended, decided_at, decided_boot, earned, possible)
            VALUES (\(id), \(student), \(unit), \(number), \(state), 1, 1, 80, 0, 1, 1, 'before', 1, 2, 2, 2,
                \(isMastered ? 9 : 6), 10)
            """)
        for (index, item) in items.enumerated() {
            try connection.run(
                """
                INSERT INTO form_item (attempt_id, place, family_id, variant_id, presentation)
                VALUES (\(id), \(index + 1), \(item.family), \(item.variant), '')
                """)
            try connection.run(
                "INSERT INTO response (attempt_id, place, value, sequence) VALUES (\(id), \(index + 1), '1', 3)")
        }
        if isMastered {
            try connection.run(
                """
                INSERT INTO strike (id, attempt_id, name, owed_at, outcome, detail, lateness)
                VALUES (\(Identifier.make()), \(id), 'Student N.', 2, 'sounded', 'sound', 4000000)
                """)
        } else {
            try connection.run("INSERT INTO corrective (attempt_id, text, done_at) VALUES (\(id), 'Draw it again.', 3)")
        }
        for act in ["start", "submit", "call", "arrive", isMastered ? "master" : "not_yet"] {
            try connection.run(
                """
                INSERT INTO journal (at, boot, boot_milliseconds, clock, actor, act, subject, detail)
                VALUES (2, 'before', 2, 'free', \(student), \(act), \(id), '')
                """)
        }
    }
}
