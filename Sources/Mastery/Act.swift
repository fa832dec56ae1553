/// What somebody does to an attempt. Its raw value is what the journal keeps.
public enum Act: String, Sendable, CaseIterable, Codable {
    case submit
    case call
    /// The called student has come.
    case arrive
    /// The called student has not come.
    case miss
    case hold
    case park
    /// Back in line after being held or parked.
    case requeue
    /// Back in line from a call or a conference that is put off.
    case release
    case master
    case notYet = "not_yet"
    case void
    /// Takes back a decision within `Decision.undoSeconds`.
    case undo
    /// A repaired key changes what was decided.
    case repairMaster = "repair_master"
    case repairNotYet = "repair_not_yet"
}

/// Who acts.
public enum Role: String, Sendable, Codable {
    case student
    case teacher
}
