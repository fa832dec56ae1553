import Mastery

/// One unit of the path as a student sees it.
public struct PathUnit: Sendable, Hashable, Identifiable {
    public let id: Int
    public let title: String
    public let prework: String
    public let standing: UnitStanding
    /// The latest attempt that counts, and its state; nil when there is none.
    public let attempt: String?
    public let state: AttemptState?
    /// How many attempts were decided "not yet".
    public let tries: Int
    /// What the teacher assigned, while it is still to be done.
    public let corrective: String?
    /// Items in a check.
    public let length: Int
}
