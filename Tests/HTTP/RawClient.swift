import Foundation

/// A socket that says exactly what it is told, for what no client library would send.
enum RawClient {
    struct Failed: Error {}

    /// Sends and reads to the end, at most five seconds.
    static func exchange(_ port: UInt16, _ text: String) throws -> String {
        let descriptor = try connected(port)
        defer { close(descriptor) }
        try send(descriptor, text)
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { return String(decoding: result, as: UTF8.self) }
            result += buffer[..<count]
        }
    }

    /// Sends and hangs up at once.
    static func abandon(_ port: UInt16, _ text: String) throws {
        let descriptor = try connected(port)
        try send(descriptor, text)
        close(descriptor)
    }

    private static func send(_ descriptor: Int32, _ text: String) throws {
        let bytes = Array(text.utf8)
        guard Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Failed()
        }
    }

    private static func connected(_ port: UInt16) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failed() }
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        return descriptor
    }
}
