internal import CMicroHTTPD
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// An HTTP/1.1 server on libmicrohttpd: one thread with epoll that answers pages and suspends acts.
public final class Server: Sendable {
    /// Limits, each with the reason for its default.
    public struct Limits: Sendable {
        /// A class of 30 with a few connections each, ten times over.
        public var connections: UInt32 = 1_000
        /// Long enough that a student's next answer finds the connection open.
        public var idleSeconds: UInt32 = 60
        /// Request line, headers and write buffer of one connection, bytes.
        public var connectionMemory = 16 << 10

        public init() {}
    }

    public struct CannotStart: Error, CustomStringConvertible {
        public let description = "The web server could not start: libmicrohttpd has no memory or no threads left."
    }

    public let port: UInt16
    private let core: ServerCore
    private let daemon: Mutex<Daemon?>

    /// The pointer is used by `stop` alone, once.
    private struct Daemon: @unchecked Sendable { let pointer: OpaquePointer }

    /// Serves the socket from now on.
    public init(socket: consuming ListeningSocket, limits: Limits = Limits(), responder: any Responder)
        throws(CannotStart)
    {
        port = socket.port
        core = ServerCore(responder: responder)
        let descriptor = socket.release()
        let started = gb_start_daemon(
            descriptor, limits.connections, limits.idleSeconds, limits.connectionMemory, onAccess, onCompleted,
            Unmanaged.passUnretained(core).toOpaque())
        guard let started else {
            close(descriptor)
            throw CannotStart()
        }
        daemon = Mutex(Daemon(pointer: started))
    }

    /// Stops gracefully: no new connections, answers to what is under way within the deadline, then the end of every stream.
    /// Blocks; not to be called on the cooperative pool.
    public func stop(within seconds: Int = 5) {
        guard let pointer = daemon.withLock({ $0.take()?.pointer }) else { return }
        let listening = MHD_quiesce_daemon(pointer)
        for _ in 0..<(seconds * 50) where core.deadlines.count > 0 { usleep(20_000) }
        core.deadlines.expireAll()
        core.streams.closeAll()
        // Streams end on the server's thread; libmicrohttpd must not be stopped with suspended connections.
        for _ in 0..<50 where core.streams.count > 0 { usleep(20_000) }
        MHD_stop_daemon(pointer)
        if listening >= 0 { close(listening) }
    }
}

/// What the callbacks need, alive as long as the server.
final class ServerCore: Sendable {
    let responder: any Responder
    let deadlines: Deadlines
    let streams = OpenStreams()

    init(responder: any Responder) {
        self.responder = responder
        deadlines = Deadlines { responder.refusal(503) }
    }
}

private let onAccess: MHD_AccessHandlerCallback = { context, connection, url, method, _, data, size, slot in
    guard let context, let connection, let url, let method, let size, let slot else { return .NO }
    let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    if let known = slot.pointee {
        let exchange = Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
        guard size.pointee > 0, let data else { return exchange.proceed(core) }
        let isAccepted = exchange.receive(data, size.pointee)
        size.pointee = 0
        return isAccepted ? .YES : .NO
    }
    let verb = Method(rawValue: String(cString: method)) ?? .other
    let path = String(cString: url)
    let limit = verb == .post ? core.responder.bodyLimit(path) : 0
    let exchange = Exchange(connection: connection, method: verb, path: path, bodyLimit: limit)
    slot.pointee = Unmanaged.passRetained(exchange).toOpaque()
    // A body that announces itself as too large is refused unread.
    if let length = MHD_lookup_connection_value(connection, .HEADER_KIND, "Content-Length"),
        Int(String(cString: length)) ?? 0 > limit + (1 << 20)
    {
        return exchange.send(core.responder.refusal(413), streams: core.streams)
    }
    return .YES
}

private let onCompleted: MHD_RequestCompletedCallback = { _, _, slot, _ in
    guard let slot, let known = slot.pointee else { return }
    Unmanaged<Exchange>.fromOpaque(known).release()
    slot.pointee = nil
}
