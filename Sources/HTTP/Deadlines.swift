import Dispatch
import Synchronization

/// The exchanges in suspension. libmicrohttpd neither times out a suspended connection nor notices that it hung up, so each
/// has a deadline here; a sweep once a second answers those that are past it with 503.
final class Deadlines: Sendable {
    private let waiting = Mutex<[ObjectIdentifier: (exchange: Exchange, until: DispatchTime)]>([:])
    private let refusal: @Sendable () -> Response
    private let heartbeat = Mutex<Heartbeat?>(nil)

    init(refusal: @escaping @Sendable () -> Response) {
        self.refusal = refusal
        let heartbeat = Heartbeat(every: 1, label: "gongbox.http-deadlines") { [weak self] in self?.sweep() }
        self.heartbeat.withLock { $0 = heartbeat }
    }

    var count: Int { waiting.withLock { $0.count } }

    func add(_ exchange: Exchange, after delay: Duration) {
        let nanoseconds =
            Int(delay.components.seconds) * 1_000_000_000 + Int(delay.components.attoseconds / 1_000_000_000)
        let until = DispatchTime.now() + .nanoseconds(nanoseconds)
        waiting.withLock { $0[ObjectIdentifier(exchange)] = (exchange, until) }
    }

    func remove(_ exchange: Exchange) {
        waiting.withLock { $0[ObjectIdentifier(exchange)] = nil }
    }

    /// Answers 503 to all, at a stop.
    func expireAll() { expire { _ in true } }

    private func sweep() {
        let now = DispatchTime.now()
        expire { $0 < now }
    }

    private func expire(_ isPast: (DispatchTime) -> Bool) {
        let expired = waiting.withLock { waiting in
            let expired = waiting.filter { isPast($0.value.until) }
            for key in expired.keys { waiting[key] = nil }
            return expired.values.map(\.exchange)
        }
        for exchange in expired { exchange.resume(with: refusal()) }
    }
}
