/// Who is asking: what a session stands for.
public struct Visitor: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case student
        case teacher
        /// A student at the first join whom the teacher has not admitted yet.
        case pending
    }

    /// The person's id.
    public let id: String
    public let kind: Kind
    public let givenName: String
    public let familyName: String

    /// Given name and first letter of the family name: what peers and the board may see.
    public var shortName: String { Self.shortName(givenName, familyName) }
    public var fullName: String { familyName.isEmpty ? givenName : "\(givenName) \(familyName)" }

    static func shortName(_ given: String, _ family: String) -> String {
        family.first.map { "\(given) \($0)." } ?? given
    }
}
