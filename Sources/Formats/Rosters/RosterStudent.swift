/// A student of a roster. One of the names is never empty.
public struct RosterStudent: Hashable, Sendable {
    /// The source's own identifier: a second import then updates instead of duplicating.
    public var sourceID: String?
    public var givenName: String
    public var familyName: String
    /// The name as the file has it, when it is not simply given name and family name.
    public var displayName: String?
    public var username: String?
    /// Places in the roster's `classes`.
    public var classes: [Int]

    public init(
        sourceID: String? = nil, givenName: String, familyName: String, displayName: String? = nil,
        username: String? = nil,
        classes: [Int] = []
    ) {
        self.sourceID = sourceID
        self.givenName = givenName
        self.familyName = familyName
        self.displayName = displayName
        self.username = username
        self.classes = classes
    }

    /// The name that a person reads.
    public var name: String {
        displayName ?? [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
