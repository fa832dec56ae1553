/// A digest that tells contents apart.
public enum Fingerprint {
    /// 16 hexadecimal digits of BLAKE2b: enough for cache tags, not for secrets.
    public static func short(_ bytes: [UInt8]) -> String { Hexadecimal.text(Sodium.digest(bytes).prefix(8)) }

    /// The first 64 bits of the hash: what is drawn from the same content is drawn alike, wherever and whenever.
    public static func seed(_ bytes: [UInt8]) -> UInt64 {
        Sodium.digest(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// 32 hexadecimal digits of the BLAKE2b hash: names a file by its content, also against those who would forge one.
    public static func name(_ bytes: [UInt8]) -> String { Hexadecimal.text(Sodium.digest(bytes).prefix(16)) }
}
