internal import CSQLite

/// The current row of a running query. It lives only inside the closure that it is handed to.
public struct Row: ~Copyable {
    let statement: OpaquePointer

    /// Column `index` from 0; NULL reads as the empty string.
    public func text(_ index: Int32) -> String {
        guard let bytes = sqlite3_column_text(statement, index) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, index))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    public func optionalText(_ index: Int32) -> String? { isNull(index) ? nil : text(index) }
    public func integer(_ index: Int32) -> Int { Int(sqlite3_column_int64(statement, index)) }
    public func optionalInteger(_ index: Int32) -> Int? { isNull(index) ? nil : integer(index) }
    public func real(_ index: Int32) -> Double { sqlite3_column_double(statement, index) }
    public func optionalReal(_ index: Int32) -> Double? { isNull(index) ? nil : real(index) }
    public func bool(_ index: Int32) -> Bool { sqlite3_column_int64(statement, index) != 0 }
    public func isNull(_ index: Int32) -> Bool { sqlite3_column_type(statement, index) == SQLITE_NULL }

    public func blob(_ index: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(statement, index) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, index))))
    }
}
