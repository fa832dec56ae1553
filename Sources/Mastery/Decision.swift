/// How a conference ends, and the rules about it.
public enum Decision {
    /// For how long a decision can be taken back.
    public static let undoSeconds = 10

    /// Whether a decision made at `decided` can be taken back at `now`; both in milliseconds of the same boot.
    public static func canUndo(decided: Int64, now: Int64) -> Bool {
        // A clock that seems to have gone back is another boot's: too late.
        now >= decided && now - decided <= Int64(undoSeconds) * 1000
    }
}
