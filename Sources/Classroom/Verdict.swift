/// What the teacher decides at the end of a conference.
public enum Verdict: Sendable, Hashable {
    /// With a reason when the score is under the threshold.
    case mastered(reason: String)
    /// With what the student does before the retake.
    case notYet(corrective: String)
    case void(reason: String)
}
