/// One ring of the gong, owed by one decision.
public struct Strike: Hashable, Sendable {
    /// Unique across boxes; the same strike never sounds twice.
    public let id: String
    /// Who is celebrated, as the board may show it: a name, or initials where the student opted out.
    public let name: String
    public let loudness: Loudness

    public init(id: String, name: String, loudness: Loudness = .full) {
        self.id = id
        self.name = name
        self.loudness = loudness
    }
}
