import Foundation
import SQLite
import Testing

@Suite struct WriterTests {
    private let path = FileManager.default.temporaryDirectory.path + "/writer-\(UUID().uuidString).sqlite"

    private func writer() async throws -> Writer {
        let writer = try Writer(path: path)
        try await writer.write {
            try $0.run("CREATE TABLE IF NOT EXISTS mark (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE)")
        }
        return writer
    }

    @Test("a failing act undoes its own changes and nobody else's") func savepoints() async throws {
        let writer = try await writer()
        struct Refused: Error {}
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await writer.write { connection in
                            try connection.run("INSERT INTO mark (value) VALUES (\(String(number)))")
                            if number % 3 == 0 { throw Refused() }
                        }
                        return true
                    } catch {
                        return false
                    }
                }
            }
            let kept = await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            #expect(kept == 133)
        }
        let count = try ReaderPool(path: path).read { try $0.first("SELECT COUNT(*) FROM mark") { $0.integer(0) } }
        #expect(count == 133)
    }

    @Test("a broken rule is an error that says so") func constraint() async throws {
        let writer = try await writer()
        try await writer.write { try $0.run("INSERT INTO mark (value) VALUES (\("same"))") }
        let error = await #expect(throws: DatabaseError.self) {
            try await writer.write { try $0.run("INSERT INTO mark (value) VALUES (\("same"))") }
        }
        #expect(error?.isConstraint == true)
        #expect(error?.isDiskFull == false)
    }

    @Test("a full disk fails the acts of the batch and spares what was there") func fullDisk() async throws {
        let writer = try await writer()
        try await writer.write { try $0.run("INSERT INTO mark (value) VALUES (\("kept"))") }
        // SQLite's own limit on pages stands in for a disk without room: the same SQLITE_FULL.
        try writer.exclusively { connection in
            let pages = try connection.first("PRAGMA page_count") { $0.integer(0) } ?? 0
            _ = try connection.first(SQL(stringLiteral: "PRAGMA max_page_count = \(pages)")) { $0.integer(0) }
        }
        let large = String(repeating: "x", count: 100_000)
        let error = await #expect(throws: DatabaseError.self) {
            try await writer.write { try $0.run("INSERT INTO mark (value) VALUES (\(large))") }
        }
        #expect(error?.isDiskFull == true)
        let values = try ReaderPool(path: path).read { try $0.rows("SELECT value FROM mark") { $0.text(0) } }
        #expect(values == ["kept"])
    }

    @Test(
        "values are bound, whatever they hold",
        arguments: ["", "O'Brien", "\"; DROP TABLE mark; --", "é漢字🥁", "a\u{0}b"])
    func binding(_ value: String) async throws {
        let writer = try await writer()
        try await writer.write { try $0.run("INSERT INTO mark (value) VALUES (\(value))") }
        let read = try ReaderPool(path: path).read {
            try $0.first("SELECT value FROM mark WHERE value = \(value)") { $0.text(0) }
        }
        #expect(read == value)
    }

    @Test("a reader cannot write") func readOnly() async throws {
        _ = try await writer()
        #expect(throws: DatabaseError.self) {
            try ReaderPool(path: path).read { try $0.run("INSERT INTO mark (value) VALUES ('x')") }
        }
    }

    @Test("a database of a newer Gongbox is left alone") func newerSchema() throws {
        let writer = try Writer(path: path)
        try writer.migrate([
            Migration("one", "CREATE TABLE a (id INTEGER);"), Migration("two", "CREATE TABLE b (id INTEGER);"),
        ])
        #expect(throws: Writer.NewerSchema.self) {
            try writer.migrate([Migration("one", "CREATE TABLE a (id INTEGER);")])
        }
    }
}
