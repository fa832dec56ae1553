/// A class of a roster.
public struct RosterClass: Hashable, Sendable {
    /// The source's own identifier (OneRoster's `sourcedId`).
    public var sourceID: String?
    public var name: String

    public init(sourceID: String? = nil, name: String) {
        self.sourceID = sourceID
        self.name = name
    }
}
