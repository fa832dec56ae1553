import Crypto

/// A signed-in student with an attempt under way.
public struct Pupil: Sendable {
    public let id: String
    public let token: Token
    public let attempt: String
    /// Where the form has scored items.
    public let places: [Int]
    /// A place whose item is a choice of one.
    public let choicePlace: Int

    public var csrf: String { token.derived("form") }
}
