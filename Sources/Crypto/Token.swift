/// An opaque secret of 256 random bits, as it travels in a cookie or a form: 64 hexadecimal digits.
public struct Token: Hashable, Sendable {
    public let text: String

    public init() {
        text = Hexadecimal.text(Sodium.random(32))
    }

    /// Takes back what a browser sent; nil unless it has the shape of a token.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64, text.utf8.allSatisfy(Hexadecimal.isDigit) else { return nil }
        self.text = String(text)
    }

    /// What is kept at rest in place of the token (BLAKE2b).
    public var fingerprint: [UInt8] { Sodium.digest(Array(text.utf8)) }

    /// A second token that only a holder of this one can know: the CSRF token of a session.
    public func derived(_ purpose: String) -> String {
        Hexadecimal.text(Sodium.digest(Array(purpose.utf8), key: Array(text.utf8)).prefix(16))
    }
}
