/// Where an attempt stands. Its raw value is what the database keeps.
public enum AttemptState: String, Sendable, CaseIterable, Codable {
    /// The student is answering.
    case open
    /// Submitted, in line for a conference.
    case waiting
    /// The teacher has called; the student is on the way.
    case called
    /// Teacher and student mark it together.
    case conferring
    /// Sent away to mend something; back in line by a tap.
    case held
    /// The period ended before its turn, or it missed two calls: sealed, first in line next time.
    case parked
    case mastered
    case notYet = "not_yet"
    /// Set aside by the teacher, for a fresh form; counts for nothing.
    case void

    /// Whether a decision has been made.
    public var isDecided: Bool { self == .mastered || self == .notYet || self == .void }
    /// Whether it stands in the teacher's queue in any way.
    public var isQueued: Bool { [.waiting, .called, .conferring, .held, .parked].contains(self) }
}
