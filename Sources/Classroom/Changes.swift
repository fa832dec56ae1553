import Synchronization

/// Tells open pages that something they show has changed. Nothing is stored: a page that missed a change reads it anew.
public final class Changes: Sendable {
    public enum Change: Sendable, Hashable {
        /// The line, the room or the class: the dashboard, the board, and everybody who waits.
        case room
        /// Something about one student.
        case person(String)
    }

    public typealias Listener = @Sendable (Change) -> Void

    private let listeners = Mutex<[Int: Listener]>([:])
    private let next = Atomic<Int>(0)

    public init() {}

    /// Calls `listener` for each change until the returned number is given to `cancel`.
    public func listen(_ listener: @escaping Listener) -> Int {
        let number = next.add(1, ordering: .relaxed).newValue
        listeners.withLock { $0[number] = listener }
        return number
    }

    public func cancel(_ number: Int) {
        listeners.withLock { $0[number] = nil }
    }

    public func tell(_ changes: Change...) {
        let listeners = listeners.withLock { Array($0.values) }
        for change in changes {
            for listener in listeners { listener(change) }
        }
    }
}
