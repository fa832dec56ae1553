/// A short text, compared with accepted answers.
public struct TextEntryInteraction: Hashable, Sendable, Codable {
    public struct Accepted: Hashable, Sendable, Codable {
        /// Plain text; `*` stands for any run of characters, `\*` for an asterisk (Moodle's wildcards).
        public var pattern: String
        public var fraction: Double
        public var feedback: RichText?
        /// Whether this answer alone is case-sensitive (QTI's `mapEntry`).
        @Usual public var isCaseSensitive: Bool

        public init(pattern: String, fraction: Double, feedback: RichText? = nil, isCaseSensitive: Bool = false) {
            self.pattern = pattern
            self.fraction = fraction
            self.feedback = feedback
            self.isCaseSensitive = isCaseSensitive
        }
    }

    /// The first that matches gives the mark.
    public var accepted: [Accepted]
    public var isCaseSensitive: Bool

    public init(accepted: [Accepted], isCaseSensitive: Bool = false) {
        self.accepted = accepted
        self.isCaseSensitive = isCaseSensitive
    }
}
