import Crypto
import SQLite

/// A name on the join page.
public struct RosterName: Sendable, Hashable {
    public let id: String
    public let givenName: String
    public let familyName: String
    /// Whether the student has joined before and so has a PIN.
    public let hasPIN: Bool
}

/// How a join ended.
public enum Joined: Sendable {
    case signedIn(Token)
    /// The first join: the session works once the teacher has admitted it.
    case awaitsTeacher(Token)
}

extension Classroom {
    /// The open class and its names, in the order of a register; nil while the room is closed.
    public var register: (title: String, names: [RosterName])? {
        get throws {
            try readers.read { connection in
                guard let id = try Settings.value(.openClass, in: connection),
                    let title = try connection.first("SELECT title FROM class WHERE id = \(id)", { $0.text(0) })
                else { return nil }
                return (title, try Self.names(ofClass: id, in: connection))
            }
        }
    }

    static func names(ofClass id: String, in connection: Connection) throws -> [RosterName] {
        try connection.rows(
            """
            SELECT person.id, given_name, family_name, secret_hash IS NOT NULL
            FROM membership JOIN person ON person.id = membership.person_id
            WHERE class_id = \(id) AND role = 'student' ORDER BY given_name, family_name, person.id
            """
        ) { RosterName(id: $0.text(0), givenName: $0.text(1), familyName: $0.text(2), hasPIN: $0.bool(3)) }
    }

    /// Signs a student in with the PIN, or at the first join sets it. A first join that the printed card's code proves needs
    /// no admission; any other waits for the teacher's tap.
    public func join(_ student: String, pin: String, card: String, device: String) async throws -> Joined {
        guard (4...8).contains(pin.count), pin.allSatisfy({ $0.isASCII && $0.isNumber }) else { throw Refusal.badPIN }
        try admitTry(student, from: device)
        let known = try readers.read { connection in
            guard try Settings.value(.openClass, in: connection) != nil else { throw Refusal.roomClosed }
            return try connection.first(
                "SELECT secret_hash, card_code FROM person WHERE id = \(student) AND role = 'student'"
            ) { ($0.optionalText(0), $0.optionalText(1)) }
        }
        guard let (hash, code) = known else { throw Refusal.notFound }
        if let hash {
            let isRight = try await passwords.verify(pin, against: hash)
            countTry(student, from: device, isRight: isRight)
            guard isRight else { throw Refusal.wrongSecret }
            return .signedIn(
                try await writer.write { [self] connection in
                    try Journal.write("sign_in", by: student, on: student, device, at: clock.now(), in: connection)
                    return try startSession(for: student, proposing: nil, device: device, in: connection)
                })
        }
        let isProven = !card.isEmpty && code.map { Code.matches(card, $0) } == true
        if !card.isEmpty {
            countTry(student, from: device, isRight: isProven)
            guard isProven else { throw Refusal.wrongSecret }
        }
        let proposed = try await passwords.hash(pin, strength: .pin)
        let token = try await writer.write { [self] connection in
            guard try !connection.exists("SELECT 1 FROM person WHERE id = \(student) AND secret_hash IS NOT NULL")
            else {
                throw Refusal.notNow
            }
            if isProven {
                try connection.run("UPDATE person SET secret_hash = \(proposed) WHERE id = \(student)")
            }
            try Journal.write(
                isProven ? "join_with_card" : "ask_to_join", by: student, on: student, device, at: clock.now(),
                in: connection)
            return try startSession(for: student, proposing: isProven ? nil : proposed, device: device, in: connection)
        }
        changes.tell(.room)
        return isProven ? .signedIn(token) : .awaitsTeacher(token)
    }

    /// Admits a student who waits at the door: the PIN chosen on that device becomes the student's, other devices that asked
    /// for the same name are turned away.
    public func admit(_ student: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            guard
                let (rowFingerprint, hash) = try connection.first(
                    """
                    SELECT fingerprint, proposed_hash FROM session
                    WHERE person_id = \(student) AND proposed_hash IS NOT NULL ORDER BY started_at DESC LIMIT 1
                    """, { ($0.blob(0), $0.text(1)) })
            else { throw Refusal.notFound }
            try connection.run("UPDATE person SET secret_hash = \(hash) WHERE id = \(student)")
            try connection.run("UPDATE session SET proposed_hash = NULL WHERE fingerprint = \(rowFingerprint)")
            try connection.run("DELETE FROM session WHERE person_id = \(student) AND proposed_hash IS NOT NULL")
            try Journal.write("admit", by: teacher, on: student, at: clock.now(), in: connection)
        }
        changes.tell(.person(student), .room)
    }

    /// Everybody who waits at the door, with one tap.
    public func admitAll(by teacher: String) async throws {
        for student in try doorQueue.map(\.id) { try await admit(student, by: teacher) }
    }

    /// Turns away those who ask to be this student.
    public func turnAway(_ student: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            try connection.run("DELETE FROM session WHERE person_id = \(student) AND proposed_hash IS NOT NULL")
            try Journal.write("turn_away", by: teacher, on: student, at: clock.now(), in: connection)
        }
        changes.tell(.person(student), .room)
    }

    /// Who waits at the door, longest first.
    public var doorQueue: [RosterName] {
        get throws {
            try readers.read { connection in
                try connection.rows(
                    """
                    SELECT person.id, given_name, family_name, 0, MIN(started_at) FROM session
                    JOIN person ON person.id = session.person_id
                    WHERE proposed_hash IS NOT NULL GROUP BY person.id, given_name, family_name ORDER BY MIN(started_at)
                    """
                ) { RosterName(id: $0.text(0), givenName: $0.text(1), familyName: $0.text(2), hasPIN: false) }
            }
        }
    }

    /// Forgets the PIN and signs the student out everywhere; the next join sets a new one.
    public func resetPIN(of student: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            let changed = try connection.run(
                "UPDATE person SET secret_hash = NULL WHERE id = \(student) AND role = 'student'")
            guard changed == 1 else { throw Refusal.notFound }
            try connection.run("DELETE FROM session WHERE person_id = \(student)")
            try Journal.write("reset_pin", by: teacher, on: student, at: clock.now(), in: connection)
        }
        changes.tell(.person(student), .room)
    }
}
