import Assessment
import Mastery

/// What lies on the table when student and teacher mark an attempt together.
public struct Conference: Sendable {
    public struct Entry: Sendable {
        public let formItem: FormItem
        /// Question and answer in one line.
        public let note: String
        public let objective: String
        /// By the key.
        public let mark: Mark
        /// As settled with the student, where it differs or where a person must mark.
        public let adjustment: (fraction: Double, reason: String)?

        /// What counts; nil while a person must still mark it.
        public var fraction: Double? {
            adjustment?.fraction ?? (mark.awaitsTeacher ? nil : mark.fraction)
        }
    }

    public let attempt: Attempt
    public let givenName: String
    public let familyName: String
    public let unitTitle: String
    public let entries: [Entry]
    /// The unit's correctives to choose from.
    public let correctives: [String]
    /// What was assigned, once decided.
    public let corrective: String?
    public let isCorrectiveDone: Bool
    /// Earlier attempts at this unit, oldest first: number, state and percent.
    public let earlier: [(number: Int, state: AttemptState, percent: Int?)]

    /// Points so far; what still awaits a mark counts nothing.
    public var score: Score {
        let scored = entries.filter { $0.formItem.item.isScored }
        return Score(earned: scored.reduce(0) { $0 + ($1.fraction ?? 0) }, possible: Double(scored.count))
    }

    /// Places of items that a person must still mark.
    public var unmarked: [Int] {
        entries.filter { $0.formItem.item.isScored && $0.fraction == nil }.map(\.formItem.place)
    }
}
