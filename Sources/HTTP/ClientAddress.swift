internal import CMicroHTTPD

#if canImport(Glibc)
    import Glibc
#endif

/// A client's address as text. An IPv4 client of a dual-stack socket reads `192.168.4.17`, not `::ffff:192.168.4.17`.
enum ClientAddress {
    static func text(of connection: OpaquePointer) -> String {
        guard let address = gb_client_address(connection) else { return "" }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = Int32(address.pointee.sa_family)
        let raw = UnsafeRawPointer(address)
        // The address stands 4 bytes into sockaddr_in and 8 bytes into sockaddr_in6.
        guard inet_ntop(family, raw + (family == AF_INET6 ? 8 : 4), &text, socklen_t(text.count)) != nil else {
            return ""
        }
        let full = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return full.hasPrefix("::ffff:") && full.contains(".") ? String(full.dropFirst(7)) : full
    }
}
