import Crypto
import Mastery
import SQLite

extension Classroom {
    /// Whom a session's token stands for, or nil.
    public func visitor(_ token: Token) throws -> Visitor? {
        try readers.read { connection in
            try connection.first(
                """
                SELECT person.id, person.role, person.given_name, person.family_name, session.proposed_hash IS NOT NULL
                FROM session JOIN person ON person.id = session.person_id
                WHERE session.fingerprint = \(token.fingerprint)
                """
            ) { row in
                Visitor(
                    id: row.text(0), kind: row.bool(4) ? .pending : row.text(1) == "teacher" ? .teacher : .student,
                    givenName: row.text(2), familyName: row.text(3))
            }
        }
    }

    public func signOut(_ token: Token) async throws {
        try await writer.write { connection in
            try connection.run("DELETE FROM session WHERE fingerprint = \(token.fingerprint)")
        }
    }

    /// Opens a session for a person whose secret was right.
    func startSession(for person: String, proposing hash: String?, device: String, in connection: Connection) throws
        -> Token
    {
        let token = Token()
        try connection.run(
            """
            INSERT INTO session (fingerprint, person_id, proposed_hash, started_at, device)
            VALUES (\(token.fingerprint), \(person), \(hash), \(clock.now().wall), \(device))
            """)
        return token
    }

    /// Refuses while the device, or the device with this name, is being slowed down.
    func admitTry(_ name: String, from device: String) throws {
        let now = clock.now().boot
        let seconds = backOff.withLock { max($0.wait("\(device) \(name)", now: now), $0.wait(device, now: now)) }
        if seconds > 0 { throw Refusal.backOff(seconds: seconds) }
    }

    /// A wrong secret counts for its name on this device and, more leniently, for the device.
    func countTry(_ name: String, from device: String, isRight: Bool) {
        let now = clock.now().boot
        backOff.withLock { backOff in
            if isRight {
                backOff.succeeded("\(device) \(name)")
            } else {
                backOff.failed("\(device) \(name)", now: now)
                backOff.failed(device, .device, now: now)
            }
        }
    }
}
