import Synchronization

/// The event streams that are open, so that each hears a heartbeat and the end of the server.
final class OpenStreams: Sendable {
    private let open = Mutex<[ObjectIdentifier: EventStream]>([:])
    private let heartbeat = Mutex<Heartbeat?>(nil)

    init() {
        let heartbeat = Heartbeat(every: 15, label: "gongbox.http-streams") { [weak self] in self?.each { $0.beat() } }
        self.heartbeat.withLock { $0 = heartbeat }
    }

    var count: Int { open.withLock { $0.count } }

    func add(_ stream: EventStream) {
        open.withLock { $0[ObjectIdentifier(stream)] = stream }
    }

    func remove(_ stream: EventStream) {
        open.withLock { $0[ObjectIdentifier(stream)] = nil }
    }

    func closeAll() { each { $0.close() } }

    private func each(_ body: (EventStream) -> Void) {
        for stream in open.withLock({ Array($0.values) }) { body(stream) }
    }
}
