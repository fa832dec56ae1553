import Synchronization

/// A value that is given once and that any number of tasks may await.
final class Promise<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var waiting: [CheckedContinuation<Value, Never>] = []
    }

    private let state = Mutex(State())

    static func kept(_ value: Value) -> Promise {
        let promise = Promise()
        promise.keep(value)
        return promise
    }

    var isKept: Bool { state.withLock { $0.value != nil } }

    /// Gives the value. Only the first one counts.
    func keep(_ value: Value) {
        let waiting = state.withLock { state in
            guard state.value == nil else { return [CheckedContinuation<Value, Never>]() }
            state.value = value
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: value) }
    }

    var value: Value {
        get async {
            await withCheckedContinuation { continuation in
                let value = state.withLock { state in
                    if state.value == nil { state.waiting.append(continuation) }
                    return state.value
                }
                if let value { continuation.resume(returning: value) }
            }
        }
    }

    /// Awaits the value, and keeps the promise with `otherwise` when nobody has after `time`.
    func value(within time: Duration, otherwise: Value) async -> Value {
        let deadline = Task {
            try await Task.sleep(for: time)
            keep(otherwise)
        }
        defer { deadline.cancel() }
        return await value
    }
}
