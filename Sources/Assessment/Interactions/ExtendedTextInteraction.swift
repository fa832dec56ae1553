/// An essay or a drawing explained in words: the teacher marks it in the conference.
public struct ExtendedTextInteraction: Hashable, Sendable, Codable {
    /// What the teacher looks for; shown to the teacher only.
    public var guidance: RichText?
    public var expectedLines: Int

    public init(guidance: RichText? = nil, expectedLines: Int = 6) {
        self.guidance = guidance
        self.expectedLines = expectedLines
    }
}
