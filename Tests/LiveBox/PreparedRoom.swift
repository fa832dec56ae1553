import Assessment
import Classroom
import Crypto
import SQLite

/// A data folder with the demonstration course and a class that is in the middle of a lesson.
public struct PreparedRoom: Sendable {
    /// Every student's PIN.
    public static let pin = "4711"

    public let data: String
    public var database: String { "\(data)/gongbox.sqlite" }
    /// Signed in, each with a check under way.
    public let pupils: [Pupil]
    /// Students whose attempts are in conference: only the decision is missing.
    public let conferences: [Pupil]
    /// The teacher's session.
    public let teacher: Token

    /// Makes the folder's records with the box's own code; only names, sessions and what `history` adds are written directly.
    ///
    /// - Parameter history: writes what the students did before, in the transaction that makes them.
    public init(
        data: String, program: String, students: Int, conferences: Int,
        history: @escaping @Sendable (Connection, [String]) throws -> Void = { _, _ in }
    ) async throws {
        self.data = data
        let box = try BoxProcess(program, data: data, options: ["--demo", "--card", "none"])
        _ = try Browser(port: box.port).get("/")
        try box.stop()
        let path = "\(data)/gongbox.sqlite"
        let hash = try await PasswordHash().hash(Self.pin, strength: .pin)
        let people = (0..<(students + conferences)).map { _ in (id: Identifier.make(), token: Token()) }
        try await Writer(path: path).write { connection in
            for (number, person) in people.enumerated() {
                try Self.insert(person.id, person.token, number, hash, in: connection)
            }
            try history(connection, people.map(\.id))
        }
        let classroom = try Classroom(path: path, ringer: SilentRinger())
        teacher = try await classroom.setUp(
            code: classroom.setUpCode ?? "", name: "Teacher", password: "a long password", device: "127.0.0.1")
        var pupils: [Pupil] = []
        for person in people { pupils.append(try await Self.start(person.id, person.token, in: classroom)) }
        self.pupils = Array(pupils.prefix(students))
        self.conferences = Array(pupils.dropFirst(students))
        for pupil in self.conferences {
            try await classroom.submit(pupil.attempt, by: pupil.id)
            try await classroom.arrive(pupil.attempt, by: "teacher")
        }
    }

    private static func insert(_ id: String, _ token: Token, _ number: Int, _ hash: String, in connection: Connection)
        throws
    {
        try connection.run(
            """
            INSERT INTO person (id, role, given_name, family_name, secret_hash)
            VALUES (\(id), 'student', \("Student"), \("Number \(number)"), \(hash))
            """)
        try connection.run(
            """
            INSERT INTO membership (class_id, person_id)
            VALUES ((SELECT value FROM setting WHERE name = 'open_class'), \(id))
            """)
        try connection.run(
            "INSERT INTO session (fingerprint, person_id, started_at, device) VALUES (\(token.fingerprint), \(id), 0, 'prepared')"
        )
    }

    private static func start(_ id: String, _ token: Token, in classroom: Classroom) async throws -> Pupil {
        guard let unit = try classroom.path(of: id).first(where: { $0.standing == .ready }) else {
            throw Refusal.notReady
        }
        let attempt = try await classroom.start(unit.id, by: id)
        let items = try classroom.form(attempt, of: id).items.filter(\.item.isScored)
        let choice = items.first { item in
            if case .choice(let choice) = item.item.interaction { return !choice.isMultiple }
            return false
        }
        return Pupil(
            id: id, token: token, attempt: attempt, places: items.map(\.place),
            choicePlace: choice?.place ?? items[0].place)
    }
}
