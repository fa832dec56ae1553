internal import CSodium

/// Comparison in constant time.
public enum Secret {
    public static func areEqual(_ one: String, _ other: String) -> Bool {
        let one = Sodium.digest(Array(one.utf8))
        let other = Sodium.digest(Array(other.utf8))
        return sodium_memcmp(one, other, one.count) == 0
    }
}
