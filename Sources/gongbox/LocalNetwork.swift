#if canImport(Glibc)
    import Glibc
#endif

/// The machine's place in the classroom's network.
enum LocalNetwork {
    /// The first IPv4 address of an interface that is up and is not the loopback.
    static var address: String? {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return nil }
        defer { freeifaddrs(list) }
        var next = list
        while let interface = next?.pointee {
            next = interface.ifa_next
            let flags = Int32(bitPattern: interface.ifa_flags)
            guard let address = interface.ifa_addr, Int32(address.pointee.sa_family) == AF_INET,
                flags & Int32(IFF_UP) != 0, flags & Int32(IFF_LOOPBACK) == 0
            else { continue }
            var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
            // The address stands 4 bytes into sockaddr_in.
            guard inet_ntop(AF_INET, UnsafeRawPointer(address) + 4, &text, socklen_t(text.count)) != nil else {
                continue
            }
            return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        return nil
    }
}
