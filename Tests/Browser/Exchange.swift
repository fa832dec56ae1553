import Dispatch
import Glibc

/// One HTTP request to this machine, and its answer.
///
/// By hand, because Foundation refuses chromedriver's headers: they have no space after the colon.
struct Exchange {
    /// The loopback did not carry the request or the answer.
    struct Broken: Error {
        let operation: String
        let code: Int32
    }

    let status: Int
    let body: [UInt8]

    /// Waits for the answer on a thread of its own: the driver answers only when the page has loaded.
    static func send(_ method: String, port: UInt16, _ path: String, _ body: [UInt8]) async throws -> Exchange {
        let head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: \(body.count)\r\n"
        let request =
            Array("\(head)Content-Type: application/json; charset=utf-8\r\nConnection: close\r\n\r\n".utf8) + body
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try Exchange(request, port: port) })
            }
        }
    }

    private init(_ request: [UInt8], port: UInt16) throws {
        let socket = try Self.check("socket", socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        try withUnsafePointer(to: &address) {
            try $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = try Self.check("connect", connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)))
            }
        }
        // A command is far smaller than the socket's buffer: it goes whole or not at all.
        _ = try Self.check("send", Int32(Glibc.send(socket, request, request.count, Int32(MSG_NOSIGNAL))))

        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let answer = Self.whole(received) {
                self = answer
                return
            }
            let count = try Self.check("recv", Int32(recv(socket, &chunk, chunk.count, 0)))
            guard count > 0 else { throw Broken(operation: "recv", code: 0) }
            received += chunk[..<Int(count)]
        }
    }

    private init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }

    /// The answer, once all of it is there.
    private static func whole(_ received: [UInt8]) -> Exchange? {
        guard let end = received.indices.dropLast(3).first(where: { received[$0...].starts(with: [13, 10, 13, 10]) })
        else {
            return nil
        }
        let head = String(decoding: received[..<end], as: UTF8.self).lowercased()
        guard let length = head.firstMatch(of: /content-length: *([0-9]+)/).flatMap({ Int($0.1) }),
            let status = head.firstMatch(of: /^http\/1\.1 ([0-9]+)/).flatMap({ Int($0.1) }),
            received.count >= end + 4 + length
        else { return nil }
        return Exchange(status: status, body: Array(received[(end + 4)...]))
    }

    private static func check(_ operation: String, _ result: Int32) throws -> Int32 {
        guard result >= 0 else { throw Broken(operation: operation, code: errno) }
        return result
    }
}
