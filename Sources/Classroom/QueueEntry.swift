import Mastery

/// One student in line, as the teacher sees it.
public struct QueueEntry: Sendable, Hashable, Identifiable {
    /// The attempt's id.
    public let id: String
    public let person: String
    public let givenName: String
    public let familyName: String
    public let unitTitle: String
    public let number: Int
    public let state: AttemptState
    public let misses: Int

    public var shortName: String { Visitor.shortName(givenName, familyName) }
}

/// What a student in line is told.
public struct LinePlace: Sendable {
    public let attempt: Attempt
    public let unitTitle: String
    /// How many come before; 0 is next.
    public let ahead: Int
    /// nil while there are too few conferences to tell from.
    public let estimate: WaitEstimate?
    /// The items, to look over meanwhile: without key and marks.
    public let items: [FormItem]
}
