import SQLite

/// A student in the class list.
public struct Member: Sendable, Hashable, Identifiable {
    public let id: String
    public let givenName: String
    public let familyName: String
    public let hasPIN: Bool
    /// Whether the board celebrates without the name.
    public let isQuiet: Bool
    /// Whether the gong sounds for the student; if not, the board celebrates alone.
    public let wantsGong: Bool
    /// The code on the printed card; empty once the student has a PIN.
    public let cardCode: String
}

public struct ClassMembers: Sendable, Hashable {
    public let id: String
    public let title: String
    public let students: [Member]
}

extension Classroom {
    /// Every class with its students, in the order of a register.
    public var members: [ClassMembers] {
        get throws {
            try readers.read { connection in
                let classes = try connection.rows("SELECT id, title FROM class ORDER BY title, id") {
                    ($0.text(0), $0.text(1))
                }
                return try classes.map { id, title in
                    let students = try connection.rows(
                        """
                        SELECT person.id, given_name, family_name, secret_hash IS NOT NULL, is_quiet,
                            wants_gong, COALESCE(card_code, '')
                        FROM membership JOIN person ON person.id = membership.person_id
                        WHERE class_id = \(id) AND role = 'student' ORDER BY given_name, family_name, person.id
                        """
                    ) { row in
                        Member(
                            id: row.text(0), givenName: row.text(1), familyName: row.text(2), hasPIN: row.bool(3),
                            isQuiet: row.bool(4), wantsGong: row.bool(5), cardCode: row.bool(3) ? "" : row.text(6))
                    }
                    return ClassMembers(id: id, title: title, students: students)
                }
            }
        }
    }

    /// Whether the board celebrates this student without a name.
    public func setQuiet(_ isQuiet: Bool, for student: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            let changed = try connection.run(
                "UPDATE person SET is_quiet = \(isQuiet) WHERE id = \(student) AND role = 'student'")
            guard changed == 1 else { throw Refusal.notFound }
            try Journal.write(isQuiet ? "quiet" : "loud", by: teacher, on: student, at: clock.now(), in: connection)
        }
    }

    /// Whether the gong sounds for this student, or the board celebrates alone.
    public func setWantsGong(_ wantsGong: Bool, for student: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            let changed = try connection.run(
                "UPDATE person SET wants_gong = \(wantsGong) WHERE id = \(student) AND role = 'student'")
            guard changed == 1 else { throw Refusal.notFound }
            try Journal.write(
                wantsGong ? "with_gong" : "without_gong", by: teacher, on: student, at: clock.now(), in: connection)
        }
    }
}
