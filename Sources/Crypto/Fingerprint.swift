/// A digest that tells contents apart.
public enum Fingerprint {
    /// 16 hexadecimal digits of BLAKE2b: enough for cache tags, not for secrets.
    public static func short(_ bytes: [UInt8]) -> String { Hexadecimal.text(Sodium.digest(bytes).prefix(8)) }

    /// 32 hexadecimal digits of the BLAKE2b hash: names a file by its content, also against those who would forge one.
    public static func name(_ bytes: [UInt8]) -> String { Hexadecimal.text(Sodium.digest(bytes).prefix(16)) }
}
