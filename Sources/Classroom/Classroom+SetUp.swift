import Crypto
import SQLite

extension Classroom {
    /// Whether a teacher has set the box up.
    public var isSetUp: Bool {
        get throws {
            try readers.read { connection in try connection.exists("SELECT 1 FROM person WHERE role = 'teacher'") }
        }
    }

    /// The code that proves, at first start, that somebody has the box in hand. nil once the box is set up.
    public var setUpCode: String? {
        get throws {
            try isSetUp ? nil : readers.read { connection in try Settings.value(.setUpCode, in: connection) }
        }
    }

    /// Makes the teacher's account and signs the teacher in.
    public func setUp(code: String, name: String, password: String, device: String) async throws -> Token {
        try admitTry("set-up", from: device)
        guard let expected = try setUpCode else { throw Refusal.notNow }
        let isRight = Code.matches(code, expected)
        countTry("set-up", from: device, isRight: isRight)
        guard isRight else { throw Refusal.wrongSecret }
        guard password.count >= 8 else { throw Refusal.shortPassword }
        let hash = try await passwords.hash(password, strength: .password)
        return try await writer.write { [self] connection in
            guard try !connection.exists("SELECT 1 FROM person WHERE role = 'teacher'") else { throw Refusal.notNow }
            let id = Identifier.make()
            let name = name.isEmpty ? "Teacher" : String(name.prefix(80))
            try connection.run(
                """
                INSERT INTO person (id, role, given_name, family_name, secret_hash)
                VALUES (\(id), 'teacher', \(name), '', \(hash))
                """)
            try Settings.remove(.setUpCode, in: connection)
            try Journal.write("set_up", by: id, on: id, at: clock.now(), in: connection)
            return try startSession(for: id, proposing: nil, device: device, in: connection)
        }
    }

    public func signInTeacher(password: String, device: String) async throws -> Token {
        try admitTry("teacher", from: device)
        let teachers = try readers.read { connection in
            try connection.rows("SELECT id, secret_hash FROM person WHERE role = 'teacher'") {
                ($0.text(0), $0.text(1))
            }
        }
        for (id, hash) in teachers where try await passwords.verify(password, against: hash) {
            countTry("teacher", from: device, isRight: true)
            return try await writer.write { [self] connection in
                try Journal.write("sign_in", by: id, on: id, device, at: clock.now(), in: connection)
                return try startSession(for: id, proposing: nil, device: device, in: connection)
            }
        }
        countTry("teacher", from: device, isRight: false)
        throw Refusal.wrongSecret
    }
}
