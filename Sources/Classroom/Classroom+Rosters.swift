import Crypto
import Formats
import SQLite

extension Classroom {
    /// Takes in a roster, in one transaction; returns how many students the box had already.
    ///
    /// A student is known by the source's id, or without one by name within the class. Nobody is removed: who is missing from
    /// a newer roster stays until the teacher says otherwise.
    func store(_ roster: Roster, named name: String, by actor: String) async throws -> Int {
        let fallback = Self.title(ofFile: name)
        let known = try await writer.write { [self] connection in
            let classes = try roster.classes.map { try Self.classID($0.name, source: $0.sourceID, in: connection) }
            var known = 0
            for student in roster.students {
                var homes = student.classes.filter(classes.indices.contains).map { classes[$0] }
                if homes.isEmpty { homes = [try Self.classID(fallback, source: nil, in: connection)] }
                let (id, isNew) = try Self.person(student, among: homes, in: connection)
                if !isNew { known += 1 }
                for home in homes {
                    try connection.run(
                        "INSERT INTO membership (class_id, person_id) VALUES (\(home), \(id)) ON CONFLICT DO NOTHING")
                }
            }
            try Journal.write(
                "import_roster", by: actor, on: name, "\(roster.students.count) of \(roster.studentsFound)",
                at: clock.now(),
                in: connection)
            return known
        }
        changes.tell(.room)
        return known
    }

    private static func classID(_ title: String, source: String?, in connection: Connection) throws -> String {
        let known =
            if let source {
                try connection.first("SELECT id FROM class WHERE source_id = \(source)") { $0.text(0) }
            } else {
                try connection.first("SELECT id FROM class WHERE title = \(title)") { $0.text(0) }
            }
        if let known { return known }
        let id = Identifier.make()
        try connection.run("INSERT INTO class (id, title, source_id) VALUES (\(id), \(title), \(source))")
        return id
    }

    private static func person(
        _ student: RosterStudent, among classes: [String], in connection: Connection
    ) throws -> (id: String, isNew: Bool) {
        // A roster that gives one name only has it under `name`.
        let given = student.givenName.isEmpty ? student.name : student.givenName
        let family = student.givenName.isEmpty ? "" : student.familyName
        let source = student.sourceID ?? student.username
        if let source {
            let known = try connection.first("SELECT id FROM person WHERE source_id = \(source)") { $0.text(0) }
            if let known {
                try connection.run(
                    "UPDATE person SET given_name = \(given), family_name = \(family) WHERE id = \(known)")
                return (known, false)
            }
        } else {
            for home in classes {
                let known = try connection.first(
                    """
                    SELECT id FROM person JOIN membership ON person_id = id
                    WHERE class_id = \(home) AND given_name = \(given) AND family_name = \(family) AND source_id IS NULL
                    """
                ) { $0.text(0) }
                if let known { return (known, false) }
            }
        }
        let id = Identifier.make()
        try connection.run(
            """
            INSERT INTO person (id, role, given_name, family_name, source_id, card_code)
            VALUES (\(id), 'student', \(given), \(family), \(source), \(Code.make(8)))
            """)
        return (id, true)
    }
}
