/// The line of those who wait for a conference, and the order in which they come.
public enum Line {
    public struct Entry: Hashable, Sendable {
        public let attempt: String
        /// Sealed at the bell: first the next time.
        public let wasParked: Bool
        /// Which place it took when it joined; later is greater.
        public let joined: Int64

        public init(attempt: String, wasParked: Bool, joined: Int64) {
            self.attempt = attempt
            self.wasParked = wasParked
            self.joined = joined
        }
    }

    /// Those left over from last time first, then by when they joined.
    public static func ordered(_ entries: [Entry]) -> [Entry] {
        entries.sorted { one, other in
            (one.wasParked ? 0 : 1, one.joined, one.attempt) < (other.wasParked ? 0 : 1, other.joined, other.attempt)
        }
    }

    /// A call that nobody answered: the first time the student goes one place back, the second time is parked.
    public static let mostMisses = 2
}
