/// What SQLite refused: its result code, what was being done, and its own words.
public struct DatabaseError: Error, CustomStringConvertible, Sendable {
    /// An extended result code, https://sqlite.org/rescode.html.
    public let code: Int32
    /// The SQL, or the call, in short.
    public let operation: String
    public let text: String

    public init(code: Int32, operation: String, text: String) {
        self.code = code
        self.operation = operation
        self.text = text
    }

    public var description: String { "SQLite error \(code) (\(text)) in \(operation)" }

    /// The disk is full: SQLITE_FULL, or a write that failed for want of room.
    public var isDiskFull: Bool { code & 0xff == 13 || code == 778 }
    /// A row breaks a UNIQUE, PRIMARY KEY, CHECK, NOT NULL or FOREIGN KEY rule.
    public var isConstraint: Bool { code & 0xff == 19 }
    /// The file or its disk failed: SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_READONLY, SQLITE_CANTOPEN.
    public var isStorageFailure: Bool { [8, 10, 11, 14, 26].contains(code & 0xff) }
}
