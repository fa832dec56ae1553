/// What the room's screen shows. Never a score, never "not yet".
public struct BoardState: Sendable {
    /// Only while the box has not been set up.
    public let setUpCode: String?
    public let classTitle: String?
    /// Short names.
    public let conferring: [String]
    public let called: [String]
    public let next: [String]
    public let waiting: Int
    /// Names of those who mastered something in the last seconds; an empty name is somebody who prefers to stay unnamed.
    public let celebrated: [String]
    /// Why the gong was silent for the last of them; empty when it sounded or is sounding.
    public let silence: String
}
