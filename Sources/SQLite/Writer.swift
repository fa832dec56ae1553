import Dispatch
import Synchronization

/// The one connection that writes. Jobs that have queued while the last commit was under way share the next one, so that
/// thirty students who submit at the bell wait for one flush of the card and not for thirty.
public final class Writer: Sendable {
    /// A piece of work: runs inside the batch's transaction, then hears how the batch ended.
    private struct Job: Sendable {
        let run: @Sendable (Connection) throws -> @Sendable (DatabaseError?) -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isDraining = false
    }

    /// More jobs than this do not share a commit. A school's worth: on a card that takes 10 ms to flush, a smaller batch would
    /// make the rest of a class wait for a second flush.
    private static let largestBatch = 512

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "gongbox.writer")
    private let connection: Confined

    /// Opens `path` with a write-ahead log that is flushed at each commit.
    public init(path: String) throws(DatabaseError) {
        let connection = try Connection(path: path, readOnly: false)
        try connection.run("PRAGMA journal_mode = WAL")
        try connection.run("PRAGMA synchronous = FULL")
        try connection.run("PRAGMA wal_autocheckpoint = 1000")
        self.connection = Confined(value: connection)
    }

    /// Runs `body` in a savepoint of the next batch and returns once the batch is on the disk.
    ///
    /// When `body` throws, only its own changes are undone. When the commit fails, every job of the batch hears of it.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(
                run: { connection in
                    let value = try body(connection)
                    return { failure in
                        if let failure {
                            continuation.resume(throwing: failure)
                        } else {
                            continuation.resume(returning: value)
                        }
                    }
                },
                fail: { continuation.resume(throwing: $0) })
            let mustStart = state.withLock { state in
                state.waiting.append(job)
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if mustStart { queue.async { self.drain() } }
        }
    }

    /// Runs `body` on the writer's own thread, alone and outside any transaction: for migrations, at start.
    public func exclusively<T: Sendable>(_ body: @Sendable (Connection) throws -> T) throws -> T {
        try queue.sync { try body(connection.value) }
    }

    private func drain() {
        while true {
            let batch = state.withLock { state -> [Job] in
                let batch = Array(state.waiting.prefix(Self.largestBatch))
                state.waiting.removeFirst(batch.count)
                if batch.isEmpty { state.isDraining = false }
                return batch
            }
            if batch.isEmpty { return }
            commit(batch)
        }
    }

    private func commit(_ batch: [Job]) {
        let connection = connection.value
        do {
            try connection.run("BEGIN IMMEDIATE")
        } catch {
            for job in batch { job.fail(error) }
            return
        }
        var finishers: [@Sendable (DatabaseError?) -> Void] = []
        finishers.reserveCapacity(batch.count)
        for job in batch {
            do {
                try connection.run("SAVEPOINT act")
                let finish = try job.run(connection)
                try connection.run("RELEASE act")
                finishers.append(finish)
            } catch {
                // A full disk may have rolled the whole transaction back already; the commit below then says so.
                _ = try? connection.run("ROLLBACK TO act")
                _ = try? connection.run("RELEASE act")
                job.fail(error)
            }
        }
        do {
            try connection.run("COMMIT")
            for finish in finishers { finish(nil) }
        } catch {
            _ = try? connection.run("ROLLBACK")
            for finish in finishers { finish(error) }
        }
    }
}
