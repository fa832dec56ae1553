internal import CSodium

/// Starts libsodium once for the process; every entry of this module goes through it.
enum Sodium {
    static let isReady: Bool = sodium_init() >= 0

    static func random(_ count: Int) -> [UInt8] {
        precondition(isReady, "libsodium could not start: the kernel gives no random numbers")
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// BLAKE2b with a 32-byte digest; `key` may be empty.
    static func digest(_ message: [UInt8], key: [UInt8] = []) -> [UInt8] {
        precondition(isReady, "libsodium could not start: the kernel gives no random numbers")
        var digest = [UInt8](repeating: 0, count: 32)
        _ = crypto_generichash(
            &digest, digest.count, message, UInt64(message.count), key.isEmpty ? nil : key, key.count)
        return digest
    }
}
