internal import CSQLite

/// One open database file. A connection is used by one thread at a time; `Writer` and `ReaderPool` see to that.
public final class Connection {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// Opens `path`, creating it unless `readOnly`. Foreign keys are enforced; a lock is waited for at most two seconds.
    public init(path: String, readOnly: Bool) throws(DatabaseError) {
        var opened: OpaquePointer?
        let flags =
            readOnly
            ? SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
            : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened, code == SQLITE_OK else {
            let text = opened.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
            sqlite3_close_v2(opened)
            throw DatabaseError(code: code, operation: "open \(path)", text: text)
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 2_000)
        _ = gb_set_defensive(handle)
        try run("PRAGMA foreign_keys = ON")
        try run("PRAGMA cache_size = -2048")
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Runs a statement that returns no rows of interest; answers how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL) throws(DatabaseError) -> Int {
        try each(sql) { (_: borrowing Row) in }
        return Int(sqlite3_changes(handle))
    }

    /// The rows, each made into a value.
    public func rows<T>(_ sql: SQL, _ make: (borrowing Row) -> T) throws(DatabaseError) -> [T] {
        var result: [T] = []
        try each(sql) { row in result.append(make(row)) }
        return result
    }

    /// The first row made into a value, or nil when there is none.
    public func first<T>(_ sql: SQL, _ make: (borrowing Row) -> T) throws(DatabaseError) -> T? {
        let statement = try bound(sql)
        defer { sqlite3_reset(statement) }
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return make(Row(statement: statement)) }
        if code == SQLITE_DONE { return nil }
        throw failure(code, sql.text)
    }

    public func exists(_ sql: SQL) throws(DatabaseError) -> Bool { try first(sql) { _ in true } ?? false }

    /// Runs several statements separated by semicolons, none with values: a migration.
    public func script(_ text: String) throws(DatabaseError) {
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        if code != SQLITE_OK { throw failure(code, text) }
    }

    private func each(_ sql: SQL, _ body: (borrowing Row) -> Void) throws(DatabaseError) {
        let statement = try bound(sql)
        defer { sqlite3_reset(statement) }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            if code != SQLITE_ROW { throw failure(code, sql.text) }
            body(Row(statement: statement))
        }
    }

    /// The cached statement for this text, with the values bound.
    private func bound(_ sql: SQL) throws(DatabaseError) -> OpaquePointer {
        let statement = try prepared(sql.text)
        for (place, value) in sql.values.enumerated() {
            let index = Int32(place + 1)
            let code: Int32
            switch value {
            case .null: code = sqlite3_bind_null(statement, index)
            case .integer(let value): code = sqlite3_bind_int64(statement, index, value)
            case .real(let value): code = sqlite3_bind_double(statement, index, value)
            case .text(var value):
                code = value.withUTF8 { utf8 in
                    utf8.withMemoryRebound(to: CChar.self) { bytes in
                        // An empty Swift buffer may have no address; SQLite reads that as NULL.
                        bytes.baseAddress.map { gb_bind_text(statement, index, $0, Int32(bytes.count)) }
                            ?? gb_bind_text(statement, index, "", 0)
                    }
                }
            case .blob(let value):
                code = value.withUnsafeBytes { bytes in
                    bytes.baseAddress.map { gb_bind_blob(statement, index, $0, Int32(bytes.count)) }
                        ?? sqlite3_bind_zeroblob(statement, index, 0)
                }
            }
            if code != SQLITE_OK { throw failure(code, sql.text) }
        }
        return statement
    }

    private func prepared(_ text: String) throws(DatabaseError) -> OpaquePointer {
        if let statement = statements[text] { return statement }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard let statement, code == SQLITE_OK else { throw failure(code, text) }
        statements[text] = statement
        return statement
    }

    private func failure(_ code: Int32, _ operation: String) -> DatabaseError {
        DatabaseError(
            code: sqlite3_extended_errcode(handle) == SQLITE_OK ? code : sqlite3_extended_errcode(handle),
            operation: String(operation.prefix(200)), text: String(cString: sqlite3_errmsg(handle)))
    }
}
