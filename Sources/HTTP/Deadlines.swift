import Dispatch
import Synchronization

/// The exchanges in suspension. libmicrohttpd neither times out a suspended connection nor notices that it hung up, so each
/// has a deadline here; a sweep once a second answers those that are past it with 503.
final class Deadlines: Sendable {
    private struct State {
        var waiting: [ObjectIdentifier: (exchange: Exchange, until: DispatchTime)] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let refusal: @Sendable () -> Response
    private let heartbeat = Mutex<Heartbeat?>(nil)

    init(refusal: @escaping @Sendable () -> Response) {
        self.refusal = refusal
        let heartbeat = Heartbeat(every: 1, label: "gongbox.http-deadlines") { [weak self] in self?.sweep() }
        self.heartbeat.withLock { $0 = heartbeat }
    }

    var count: Int { state.withLock { $0.waiting.count } }

    /// Suspends an exchange and watches it, in one step as seen by `closeAndExpireAll`; false once that has been called.
    func add(_ exchange: Exchange, after delay: Duration, suspend: () -> Void) -> Bool {
        let nanoseconds =
            Int(delay.components.seconds) * 1_000_000_000 + Int(delay.components.attoseconds / 1_000_000_000)
        let until = DispatchTime.now() + .nanoseconds(nanoseconds)
        return state.withLock { state in
            if state.isClosed { return false }
            suspend()
            state.waiting[ObjectIdentifier(exchange)] = (exchange, until)
            return true
        }
    }

    func remove(_ exchange: Exchange) {
        state.withLock { $0.waiting[ObjectIdentifier(exchange)] = nil }
    }

    /// Answers 503 to all, and lets none be suspended after them: libmicrohttpd aborts the program when it is stopped with a
    /// suspended connection.
    func closeAndExpireAll() {
        state.withLock { $0.isClosed = true }
        expire { _ in true }
    }

    private func sweep() {
        let now = DispatchTime.now()
        expire { $0 < now }
    }

    /// Those that are answered stay counted until their connections run again: a stop waits for the count to be 0.
    private func expire(_ isPast: (DispatchTime) -> Bool) {
        let expired = state.withLock { state in
            state.waiting.values.filter { isPast($0.until) }.map(\.exchange)
        }
        for exchange in expired {
            exchange.resume(with: refusal())
            remove(exchange)
        }
    }
}
