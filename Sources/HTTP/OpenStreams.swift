import Synchronization

/// The event streams that are open, so that each hears a heartbeat and the end of the server.
final class OpenStreams: Sendable {
    private struct State {
        var open: [ObjectIdentifier: EventStream] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let heartbeat = Mutex<Heartbeat?>(nil)

    init() {
        let heartbeat = Heartbeat(every: 15, label: "gongbox.http-streams") { [weak self] in self?.each { $0.beat() } }
        self.heartbeat.withLock { $0 = heartbeat }
    }

    var count: Int { state.withLock { $0.open.count } }

    func add(_ stream: EventStream) {
        let isClosed = state.withLock { state in
            state.open[ObjectIdentifier(stream)] = stream
            return state.isClosed
        }
        if isClosed { stream.close() }
    }

    func remove(_ stream: EventStream) {
        state.withLock { $0.open[ObjectIdentifier(stream)] = nil }
    }

    /// Ends every stream, and those that come after.
    func closeAll() {
        state.withLock { $0.isClosed = true }
        each { $0.close() }
    }

    private func each(_ body: (EventStream) -> Void) {
        for stream in state.withLock({ Array($0.open.values) }) { body(stream) }
    }
}
