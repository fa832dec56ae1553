/// Identifiers that are unique across boxes: 96 random bits as 24 hexadecimal digits.
public enum Identifier {
    public static func make() -> String { Hexadecimal.text(Sodium.random(12)) }
}
