internal import CMicroHTTPD
import Synchronization

/// One request and its response, from the first line to "request completed".
final class Exchange: Sendable {
    private enum Phase {
        case reading
        /// Suspended; whoever answers first resumes.
        case suspended
        case ready(Response)
        case sent
    }

    private let phase = Mutex(Phase.reading)
    private let connection: Connection
    private let method: Method
    private let path: String
    private let body: Body

    /// libmicrohttpd's pointer: resumed from any thread, which its API allows, and otherwise used on its own thread only.
    private struct Connection: @unchecked Sendable { let pointer: OpaquePointer }
    /// Touched on libmicrohttpd's thread only.
    private struct Body: @unchecked Sendable { let reader: BodyReader? }

    init(connection: OpaquePointer, method: Method, path: String, bodyLimit: Int) {
        self.connection = Connection(pointer: connection)
        self.method = method
        self.path = path
        body = Body(reader: method == .post ? BodyReader(connection: connection, limit: bodyLimit) : nil)
    }

    func receive(_ bytes: UnsafePointer<CChar>, _ count: Int) -> Bool {
        guard let reader = body.reader else { return false }
        reader.receive(bytes, count)
        return !reader.isHopeless
    }

    /// The handler's last call, or its call after a resume: answers, suspends, or sends what is ready.
    func proceed(_ server: ServerCore) -> MHD_Result {
        let current = phase.withLock { $0 }
        switch current {
        case .reading: return begin(server)
        case .ready(let response): return send(response, streams: server.streams)
        case .suspended, .sent: return .YES
        }
    }

    private func begin(_ server: ServerCore) -> MHD_Result {
        body.reader?.finish()
        if body.reader?.isTooLarge == true { return send(server.responder.refusal(413), streams: server.streams) }
        switch server.responder.answer(request()) {
        case .now(let response):
            return send(response, streams: server.streams)
        case .later(let deadline, let work):
            // Suspend first, then start the work: the answer may come at once. A server that stops takes no more.
            let isSuspended = server.deadlines.add(self, after: deadline) {
                phase.withLock { $0 = .suspended }
                MHD_suspend_connection(connection.pointer)
            }
            guard isSuspended else { return send(server.responder.refusal(503), streams: server.streams) }
            Task {
                let response = await work()
                self.resume(with: response)
                server.deadlines.remove(self)
            }
            return .YES
        }
    }

    /// Resumes with this response unless another came first.
    func resume(with response: Response) {
        phase.withLock { phase in
            guard case .suspended = phase else { return }
            phase = .ready(response)
            // Under the lock: the connection cannot be completed and freed between the two.
            MHD_resume_connection(connection.pointer)
        }
    }

    private func request() -> Request {
        var request = Request(method, path, client: ClientAddress.text(of: connection.pointer))
        for header in Request.Header.allCases {
            guard
                let value = header.name.withCString({
                    MHD_lookup_connection_value(connection.pointer, .HEADER_KIND, $0)
                })
            else { continue }
            request[header] = String(cString: value)
        }
        withUnsafeMutablePointer(to: &request.query) { query in
            _ = MHD_get_connection_values(connection.pointer, .GET_ARGUMENT_KIND, onArgument, query)
        }
        if let reader = body.reader {
            request.form = reader.form
            request.uploads = reader.uploads
        }
        return request
    }

    func send(_ response: Response, streams: OpenStreams) -> MHD_Result {
        phase.withLock { $0 = .sent }
        let compressed = Compression.apply(to: response, accepting: acceptEncoding)
        guard let built = compressed.build(for: connection.pointer, streams: streams) else { return .NO }
        defer { MHD_destroy_response(built) }
        return MHD_queue_response(connection.pointer, UInt32(compressed.status), built)
    }

    private var acceptEncoding: String? {
        MHD_lookup_connection_value(connection.pointer, .HEADER_KIND, "Accept-Encoding").map { String(cString: $0) }
    }
}

private let onArgument: MHD_KeyValueIterator = { context, _, key, value in
    guard let context, let key else { return .YES }
    context.assumingMemoryBound(to: Fields.self).pointee
        .append(String(cString: key), value.map { String(cString: $0) } ?? "")
    return .YES
}
