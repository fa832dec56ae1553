import CMicroHTTPD
import CSQLite
import Dispatch
import Synchronization

/// Each POST is one row, changed durably, and one commit takes all that have queued: `bench raw-commit FILE`.
final class RawCommits: Sendable {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    private struct Post: @unchecked Sendable {
        /// Suspended; resumed by the writer's thread alone.
        let connection: OpaquePointer
        let path: String
    }

    private struct State {
        var waiting: [Post] = []
        var isDraining = false
    }

    /// Used on the writer's queue alone after `init`.
    private struct Database: @unchecked Sendable {
        let handle: OpaquePointer
        let upsert: OpaquePointer
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "raw-commit")
    private let database: Database

    static func serve(path: String) throws {
        let context = Unmanaged.passRetained(try RawCommits(path: path)).toOpaque()
        try RawServer.serve(context, onAccess)
    }

    private init(path: String) throws {
        var handle: OpaquePointer?
        var upsert: OpaquePointer?
        let setUp = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE answer (path TEXT PRIMARY KEY, value TEXT NOT NULL, sequence INTEGER NOT NULL) WITHOUT ROWID;
            """
        let statement = """
            INSERT INTO answer VALUES (?, '1', 1) ON CONFLICT (path) DO UPDATE SET sequence = sequence + 1
            """
        guard sqlite3_open(path, &handle) == SQLITE_OK, let handle,
            sqlite3_exec(handle, setUp, nil, nil, nil) == SQLITE_OK,
            sqlite3_prepare_v2(handle, statement, -1, &upsert, nil) == SQLITE_OK, let upsert
        else { throw Failed(description: "The raw database \(path) cannot be made.") }
        database = Database(handle: handle, upsert: upsert)
    }

    func add(_ connection: OpaquePointer, _ path: String) {
        let mustStart = state.withLock { state in
            state.waiting.append(Post(connection: connection, path: path))
            defer { state.isDraining = true }
            return !state.isDraining
        }
        if mustStart { queue.async { self.drain() } }
    }

    private func drain() {
        while true {
            let batch = state.withLock { state in
                defer { state.waiting = [] }
                if state.waiting.isEmpty { state.isDraining = false }
                return state.waiting
            }
            if batch.isEmpty { return }
            sqlite3_exec(database.handle, "BEGIN IMMEDIATE", nil, nil, nil)
            for post in batch {
                _ = post.path.withCString { gb_bind_text(database.upsert, 1, $0, Int32(post.path.utf8.count)) }
                sqlite3_step(database.upsert)
                sqlite3_reset(database.upsert)
            }
            // A post that was not committed is never answered: the load then reports errors, and no figure comes of it.
            guard sqlite3_exec(database.handle, "COMMIT", nil, nil, nil) == SQLITE_OK else { return }
            for post in batch { MHD_resume_connection(post.connection) }
        }
    }
}

/// What libmicrohttpd's slot of a request says: nothing yet, its body is being read, or its row is on the disk.
private enum Progress: UInt {
    case none, reading, saved

    init(_ slot: UnsafeMutableRawPointer?) { self = Progress(rawValue: UInt(bitPattern: slot)) ?? .none }

    var slot: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: rawValue) }
}

private let onAccess: MHD_AccessHandlerCallback = { context, connection, url, _, _, _, size, slot in
    guard let context, let connection, let url, let size, let slot else { return .NO }
    switch Progress(slot.pointee) {
    case .none:
        slot.pointee = Progress.reading.slot
        return .YES
    case .reading where size.pointee > 0:
        size.pointee = 0
        return .YES
    case .reading:
        slot.pointee = Progress.saved.slot
        MHD_suspend_connection(connection)
        Unmanaged<RawCommits>.fromOpaque(context).takeUnretainedValue().add(connection, String(cString: url))
        return .YES
    case .saved:
        let response = MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
        defer { MHD_destroy_response(response) }
        return MHD_queue_response(connection, 204, response)
    }
}
