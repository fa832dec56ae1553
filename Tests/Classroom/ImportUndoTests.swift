import Assessment
import SQLite
import TestSupport
import Testing

@testable import Classroom
@testable import Formats

/// An import is one transaction, and is taken back as one.
@Suite struct ImportUndoTests {
    private static func bank(_ word: String) -> String {
        """
        $CATEGORY: Course/Unit/Objective

        // [id:q1]
        ::One::Is this \(word) one? {=yes ~no}

        // [id:q2]
        ::Two::Is this two? {=yes ~no}
        """
    }

    private func take(_ text: String, _ file: String, into room: TestRoom) async throws {
        _ = try await ImportReport.bank(Array(text.utf8), named: file, into: room.classroom)
    }

    /// Rows of each table that an import writes.
    private func rows(_ room: TestRoom) throws -> [Int] {
        try room.classroom.readers.read { connection in
            try connection.rows(
                """
                SELECT COUNT(*) FROM unit UNION ALL SELECT COUNT(*) FROM objective UNION ALL SELECT COUNT(*) FROM family
                UNION ALL SELECT COUNT(*) FROM variant UNION ALL SELECT COUNT(*) FROM media
                UNION ALL SELECT COUNT(*) FROM bank_media
                """
            ) { $0.integer(0) }
        }
    }

    @Test("what nobody has drawn from is deleted, with the unit it made") func deleted() async throws {
        let room = try TestRoom()
        try await take(Self.bank("really"), "a.gift", into: room)
        #expect(try rows(room) == [1, 1, 2, 2, 0, 0])
        try await room.classroom.undoImport(1, by: "teacher")
        #expect(try rows(room) == [0, 0, 0, 0, 0, 0])
        #expect(try room.classroom.imports().first?.undone != nil)
        await #expect(throws: Refusal.notFound) { try await room.classroom.undoImport(1, by: "teacher") }
        try await take(Self.bank("really"), "a.gift", into: room)
        #expect(try room.classroom.units.map(\.families) == [2])
    }

    @Test("what was drawn from is retired as one, forms keep it, and what it replaced comes back") func retired()
        async throws
    {
        let room = try TestRoom()
        try await take(Self.bank("really"), "a.gift", into: room)
        try await take(Self.bank("truly"), "b.gift", into: room)
        try await room.classroom.writer.write { connection in
            try connection.run(
                "INSERT INTO person (id, role, given_name, family_name) VALUES ('ada', 'student', '', '')")
        }
        let attempt = try await room.classroom.start(1, by: "ada")
        let families = try room.classroom.form(attempt, of: "ada").items.map(\.family)
        #expect(Set(families) == [2, 3])
        #expect(try room.classroom.imports().map(\.drawn) == [1, 1])
        try await room.classroom.undoImport(2, by: "teacher")
        #expect(try room.classroom.form(attempt, of: "ada").items.map(\.family) == families)
        let live = try room.classroom.readers.read { connection in
            try connection.rows("SELECT id FROM drawable_family ORDER BY id") { $0.integer(0) }
        }
        #expect(live == [1, 2])
        // What was taken back may come in again.
        try await take(Self.bank("truly"), "b.gift", into: room)
        #expect(try room.classroom.reviewFamily(1).isRetired)
        #expect(try room.classroom.units[0].families == 2)
    }

    @Test("of three versions the newest that was not taken back stands, in whatever order they go") func versions()
        async throws
    {
        for (order, draws) in [([2, 3], false), ([3, 2], false), ([2, 3], true), ([3, 2], true)] {
            let room = try TestRoom()
            try await room.classroom.writer.write { connection in
                try connection.run(
                    "INSERT INTO person (id, role, given_name, family_name) VALUES ('ada', 'student', '', '')")
            }
            for (file, word) in [("a.gift", "really"), ("b.gift", "truly"), ("c.gift", "surely")] {
                try await take(Self.bank(word), file, into: room)
                // A form of the second version, so that its questions are kept when it is taken back.
                if draws, file == "b.gift" { _ = try await room.classroom.start(1, by: "ada") }
            }
            let notes = { try room.classroom.review(of: 1, objective: nil, page: 0).families.filter { !$0.isRetired } }
            try await room.classroom.undoImport(order[0], by: "teacher")
            #expect(try notes().count == 2)
            try await room.classroom.undoImport(order[1], by: "teacher")
            #expect(try notes().map { $0.variants[0].note }.contains { $0.contains("really") })
            #expect(try notes().count == 2)
        }
    }

    @Test("media that another bank needs stay") func media() async throws {
        let room = try TestRoom()
        let item = Item(stem: RichText(plain: "?"), interaction: .description)
        let pictures = try (1...2).map { byte in
            try #require(Media([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, UInt8(byte)]))
        }
        for (file, count) in [("a", 2), ("b", 1)] {
            let family = Family(title: file, category: ["U", file], item: item)
            var bank = BankImport(format: "test", families: [family])
            bank.media = Array(pictures.prefix(count))
            _ = try await room.classroom.store(bank, named: file, by: "teacher")
        }
        try await room.classroom.undoImport(1, by: "teacher")
        #expect(throws: Never.self) { try room.classroom.media(pictures[0].name) }
        #expect(throws: Refusal.notFound) { try room.classroom.media(pictures[1].name) }
    }

    @Test("an import that fails half-way leaves nothing") func torn() async throws {
        let room = try TestRoom()
        // The second family's variants cannot be written.
        try await room.classroom.writer.write { connection in
            try connection.run(
                """
                CREATE TRIGGER full BEFORE INSERT ON variant WHEN NEW.note LIKE '%two%'
                BEGIN SELECT RAISE(ABORT, 'disk full'); END
                """)
        }
        await #expect(throws: DatabaseError.self) { try await take(Self.bank("really"), "a.gift", into: room) }
        #expect(try rows(room) == [0, 0, 0, 0, 0, 0])
        #expect(try room.classroom.imports().isEmpty)
    }

    @Test("a file that cannot be read leaves nothing") func unreadable() async throws {
        let room = try TestRoom()
        await #expect(throws: UnreadableFile.self) {
            try await ImportReport.bank([0x50, 0x4b, 3, 4, 20, 0], named: "torn.zip", into: room.classroom)
        }
        #expect(try rows(room) == [0, 0, 0, 0, 0, 0] && room.classroom.imports().isEmpty)
    }
}
