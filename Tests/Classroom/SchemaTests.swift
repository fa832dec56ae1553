import Crypto
import SQLite
import TestSupport
import Testing

@testable import Classroom

@Suite struct SchemaTests {
    /// Steps that have been released: a database out there has taken them, so they must never change again.
    private static let released = ["the first classroom": "d903a72ff321735f"]

    @Test("a step that was released is never changed, and none is taken out") func frozen() {
        let steps = Schema.migrations.map { ($0.name, Fingerprint.short(Array($0.script.utf8))) }
        #expect(Dictionary(uniqueKeysWithValues: steps).filter { Self.released.keys.contains($0.key) } == Self.released)
    }

    @Test("a fresh database is sound, and opening it again changes nothing") func sound() async throws {
        let room = try TestRoom()
        _ = try await room.furnish()
        let path = room.folder.path + "/gongbox.sqlite"
        let schema = { (connection: Connection) in
            try connection.rows("SELECT name, COALESCE(sql, '') FROM sqlite_master ORDER BY name") {
                "\($0.text(0)) \($0.text(1))"
            }
        }
        let first = try ReaderPool(path: path).read(schema)
        _ = try Classroom(path: path, ringer: RecordingRinger(), clock: room.clock)
        try ReaderPool(path: path).read { connection in
            let again = try schema(connection)
            #expect(again == first)
            for (pragma, expected) in [
                ("user_version", "\(Schema.migrations.count)"), ("integrity_check", "ok"), ("journal_mode", "wal"),
            ] {
                let found = try connection.first(SQL(stringLiteral: "PRAGMA \(pragma)")) { $0.text(0) }
                #expect(found == expected, "\(pragma)")
            }
            let broken = try connection.rows("PRAGMA foreign_key_check") { $0.text(0) }
            #expect(broken.isEmpty)
        }
    }

    @Test("one student cannot have two attempts under way, whatever the program does") func oneAttempt() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        let units = try room.classroom.units
        _ = try await room.classroom.start(units[0].id, by: ada.id)
        let error = await #expect(throws: DatabaseError.self) {
            try await room.classroom.writer.write { connection in
                try connection.run(
                    """
                    INSERT INTO attempt (id, person_id, unit_id, number, state, seed, generator, threshold, started_at)
                    VALUES ('second', \(ada.id), \(units[1].id), 1, 'waiting', 1, 1, 80, 0)
                    """)
            }
        }
        #expect(error?.isConstraint == true)
    }

    @Test("every act is in the journal, in its order") func journal() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let attempt = try await room.handIn(try await room.join("Ada", admittedBy: teacher), right: true)
        try await room.classroom.call(nil, by: teacher.id)
        try await room.classroom.arrive(attempt, by: teacher.id)
        try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher.id)
        try await room.classroom.undo(attempt, by: teacher.id)
        let acts = try room.classroom.readers.read { connection in
            try connection.rows("SELECT act FROM journal WHERE subject = \(attempt) ORDER BY number") { $0.text(0) }
        }
        #expect(acts == ["start", "submit", "call", "arrive", "master", "undo"])
    }
}
