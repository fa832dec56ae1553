internal import CMicroHTTPD
import Synchronization

/// Server-sent events in answer to one request (WHATWG HTML, section 9.2). A page sends; a slow or sleeping client loses whole events, never
/// the server's memory: past 64 KiB of backlog the stream ends and the browser comes back by itself.
public final class EventStream: Sendable {
    private struct State: @unchecked Sendable {
        // The pointer is libmicrohttpd's; it is only suspended and resumed, which its API allows from any thread.
        var suspended: OpaquePointer?
        var pending: [UInt8] = []
        var isClosed = false
        var atEnd: (@Sendable () -> Void)?
    }

    private static let largestBacklog = 64 << 10
    private let state = Mutex(State())

    public init() {
        state.withLock { $0.pending = Array("retry: 2000\n\n".utf8) }
    }

    /// Called once, when the client has gone or the stream was closed.
    public func onEnd(_ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.atEnd = action }
    }

    /// Sends one event; `data` may have several lines.
    public func send(event: String, data: String) {
        var text = "event: \(event)\n"
        for line in data.split(separator: "\n", omittingEmptySubsequences: false) { text += "data: \(line)\n" }
        append(Array((text + "\n").utf8))
    }

    /// A comment line that shows a client which has gone: writing to it fails.
    public func beat() { append(Array(":\n\n".utf8)) }

    public func close() {
        wake { $0.isClosed = true }
    }

    private func append(_ bytes: [UInt8]) {
        wake { state in
            if state.pending.count + bytes.count > Self.largestBacklog { state.isClosed = true }
            if !state.isClosed { state.pending += bytes }
        }
    }

    private func wake(_ change: (inout State) -> Void) {
        state.withLock { state in
            change(&state)
            // Under the lock: the connection cannot end between being taken out and being resumed.
            if let connection = state.suspended {
                state.suspended = nil
                MHD_resume_connection(connection)
            }
        }
    }

    /// Called on the server's thread for more bytes: fills `buffer`, or suspends the connection until there are some.
    /// Returns the number of bytes, or nil at the end of the stream.
    func read(into buffer: UnsafeMutableRawBufferPointer, connection: OpaquePointer) -> Int? {
        state.withLock { state in
            if state.pending.isEmpty {
                if state.isClosed { return nil }
                state.suspended = connection
                MHD_suspend_connection(connection)
                return 0
            }
            let count = min(buffer.count, state.pending.count)
            state.pending.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            state.pending.removeFirst(count)
            return count
        }
    }

    func ended() {
        let action = state.withLock { state in
            state.isClosed = true
            state.suspended = nil
            defer { state.atEnd = nil }
            return state.atEnd
        }
        action?()
    }
}
