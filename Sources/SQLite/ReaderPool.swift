import Synchronization

/// Read-only connections, lent to one caller at a time. A page reads from one while the writer commits.
public final class ReaderPool: Sendable {
    private let path: String
    private let idle = Mutex<[Confined]>([])

    public init(path: String) {
        self.path = path
    }

    /// Lends a connection for the length of `body`. One in whose hands `body` failed is closed and not lent again.
    public func read<T>(_ body: (Connection) throws -> T) throws -> T {
        let lent = try idle.withLock({ $0.popLast() }) ?? Confined(value: Connection(path: path, readOnly: true))
        let value = try body(lent.value)
        idle.withLock { $0.append(lent) }
        return value
    }
}
