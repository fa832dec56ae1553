/// Short codes that a person reads off paper or a screen and types.
public enum Code {
    /// Letters and digits that are not taken for one another: no 0 O 1 I L, 5 S, 2 Z, 8 B.
    private static let alphabet = Array("ACDEFGHJKMNPQRTUVWXY34679")

    /// `count` characters, about 4.6 bits each.
    public static func make(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
    }

    /// Compares what was typed with a code, whatever its case, blanks and dashes, in time that does not tell where they differ.
    public static func matches(_ typed: String, _ code: String) -> Bool {
        Secret.areEqual(canonical(typed), canonical(code))
    }

    /// Upper case, without blanks and dashes.
    public static func canonical(_ code: String) -> String {
        String(code.uppercased().filter { !$0.isWhitespace && $0 != "-" })
    }
}
