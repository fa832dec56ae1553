import Gong
import Mastery

/// Everything that the teacher's first page shows, read in one go.
public struct Dashboard: Sendable {
    /// One student of the open class.
    public struct Student: Sendable, Hashable, Identifiable {
        public let id: String
        public let givenName: String
        public let familyName: String
        /// Units mastered.
        public let mastered: Int
        /// What the student is at: the unit and the standing; nil when the path is done or empty.
        public let current: (title: String, standing: UnitStanding)?
        /// Answers given and items of the check under way.
        public let progress: (answered: Int, of: Int)?
        public let tries: Int

        public static func == (one: Student, other: Student) -> Bool { one.id == other.id }
        public func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }

    /// nil while the room is closed.
    public let classTitle: String?
    public let classes: [ClassSummary]
    public let door: [RosterName]
    public let line: [QueueEntry]
    public let students: [Student]
    public let units: Int
    public let unsounded: [StrikeRecord]
    /// What the teacher's rules kept silent.
    public let kept: [StrikeRecord]
    public let isExamination: Bool
    /// What became of the last strike.
    public let lastStrike: StrikeRecord?
    public let undoable: Undoable?
    public let voices: [VoiceHealth]
    /// What came of a test of the gong just now.
    public let test: Sounding.Outcome?
}

/// A decision that can still be taken back.
public struct Undoable: Sendable, Hashable {
    public let attempt: String
    public let name: String
    public let state: AttemptState
    public let seconds: Int
}
