import Crypto
import Glibc

/// One keep-alive connection to the box, with a browser's cookies.
public final class Browser {
    public struct Lost: Error, CustomStringConvertible {
        public let description = "The box closed the connection or did not answer within a minute."
    }

    public struct Reply {
        public let status: Int
        /// Names in lower case.
        public let headers: [String: String]
        public let body: [UInt8]
        /// Head and body as they came.
        public let wireBytes: Int

        public var text: String { String(decoding: body, as: UTF8.self) }

        /// The value of the first hidden field `csrf`.
        public var csrf: String? {
            guard let range = text.firstRange(of: "name=\"csrf\" value=\"") else { return nil }
            return String(text[range.upperBound...].prefix { $0 != "\"" })
        }
    }

    public var cookies: [String: String] = [:]
    /// Whether it takes gzip, which it does not undo.
    public var takesGzip = false
    private let descriptor: Int32
    private var received: [UInt8] = []

    /// - Parameter session: the session's token, where somebody is signed in.
    public init(port: UInt16, session: Token? = nil) throws(Lost) {
        if let session { cookies["gongbox"] = session.text }
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if connected != 0 { throw Lost() }
    }

    deinit { close(descriptor) }

    public func get(_ path: String) throws(Lost) -> Reply {
        try send("GET", path)
        return try receive()
    }

    /// `form` is url-encoded already.
    public func post(_ path: String, _ form: String) throws(Lost) -> Reply {
        try send("POST", path, form)
        return try receive()
    }

    public func send(_ method: String, _ path: String, _ form: String? = nil) throws(Lost) {
        var text = "\(method) \(path) HTTP/1.1\r\n\(Self.usualHeaders)"
        if takesGzip { text += Self.gzipHeader }
        if !cookies.isEmpty {
            text +=
                "Cookie: \(cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))\r\n"
        }
        if let form {
            text +=
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count)\r\n\r\n\(form)"
        } else {
            text += "\r\n"
        }
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { throw Lost() }
            sent += count
        }
    }

    /// The headers that every browser sends, as far as the box looks at them.
    public static let usualHeaders = "Host: 127.0.0.1\r\nAccept-Language: en-GB,en;q=0.8\r\n"
    public static let gzipHeader = "Accept-Encoding: gzip\r\n"

    /// The next reply; takes over the cookies that it sets.
    public func receive() throws(Lost) -> Reply {
        var end: Int?
        while end == nil {
            end = received.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound
            if end == nil { try fill() }
        }
        let head = String(decoding: received[..<(end ?? 0)], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            let value = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
            headers[parts[0].lowercased()] = value
            if parts[0].lowercased() == "set-cookie" { keep(value) }
        }
        let total = (end ?? 0) + (headers["content-length"].flatMap(Int.init) ?? 0)
        while received.count < total { try fill() }
        let body = Array(received[(end ?? 0)..<total])
        received.removeFirst(total)
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Reply(status: status, headers: headers, body: body, wireBytes: total)
    }

    private func fill() throws(Lost) {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count <= 0 { throw Lost() }
        received += chunk[..<count]
    }

    private func keep(_ cookie: String) {
        let parts = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        cookies[String(parts[0])] = parts[1].isEmpty ? nil : String(parts[1])
    }
}
