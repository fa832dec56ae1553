#if canImport(Glibc)
    import Glibc
#endif

/// A TCP socket that listens, on IPv6 and IPv4 alike where the kernel has both.
public struct ListeningSocket: ~Copyable {
    public let descriptor: Int32
    /// The port that it got: of use when 0 was asked for.
    public let port: UInt16

    /// Why no socket could be had, with what to do.
    public struct Failure: Error, CustomStringConvertible {
        public let port: UInt16
        public let code: Int32

        public var description: String {
            switch code {
            case EADDRINUSE:
                "Port \(port) is taken by another program. Stop that program, or give another port: --port 8081."
            case EACCES:
                "Port \(port) needs the right to use ports below 1024. Use --port 8080, or start through gongbox.socket."
            default:
                "Cannot listen on port \(port): \(String(cString: strerror(code))) (error \(code))."
            }
        }
    }

    public init(port: UInt16, loopbackOnly: Bool = false) throws(Failure) {
        if let descriptor = try? Self.bound(AF_INET6, port, loopbackOnly) {
            self.descriptor = descriptor
        } else {
            descriptor = try Self.bound(AF_INET, port, loopbackOnly)
        }
        self.port = Self.port(of: descriptor) ?? port
    }

    /// Takes a socket that systemd made: the first of `LISTEN_FDS`, descriptor 3 (sd_listen_fds(3)).
    public init?(systemd environment: [String: String]) {
        guard environment["LISTEN_PID"].flatMap(Int32.init) == getpid(),
            let count = environment["LISTEN_FDS"].flatMap(Int.init), count >= 1
        else { return nil }
        descriptor = 3
        port = Self.port(of: 3) ?? 80
    }

    /// Hands the descriptor to a server, which closes it.
    consuming func release() -> Int32 {
        let descriptor = descriptor
        discard self
        return descriptor
    }

    deinit { close(descriptor) }

    private static func bound(_ family: Int32, _ port: UInt16, _ loopbackOnly: Bool) throws(Failure) -> Int32 {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(port: port, code: errno) }
        var on: Int32 = 1
        var off: Int32 = 0
        let length = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, length)
        let result: Int32
        if family == AF_INET6 {
            // A loopback-only server on `::1` would not be reached through 127.0.0.1, so it stays with IPv4.
            if loopbackOnly {
                close(descriptor)
                throw Failure(port: port, code: EAFNOSUPPORT)
            }
            setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &off, length)
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            result = withBytes(of: &address) { bind(descriptor, $0, $1) }
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = loopbackOnly ? UInt32(0x7f00_0001).bigEndian : 0
            result = withBytes(of: &address) { bind(descriptor, $0, $1) }
        }
        guard result == 0, listen(descriptor, 512) == 0 else {
            let code = errno
            close(descriptor)
            throw Failure(port: port, code: code)
        }
        return descriptor
    }

    private static func port(of descriptor: Int32) -> UInt16? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withBytes(of: &storage) { address, _ in
            getsockname(descriptor, UnsafeMutablePointer(mutating: address), &length)
        }
        guard result == 0 else { return nil }
        // Both families keep the port in the two bytes after the family.
        return withUnsafeBytes(of: storage) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
    }

    private static func withBytes<Address>(
        of address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        let size = socklen_t(MemoryLayout<Address>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
        }
    }
}
