/// What became of a strike: which voice sounded it and how late, or why none did.
public struct Sounding: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// A voice sounded. `voice` names it, as `doctor` does; two that sounded together are "sound and striker".
        case sounded(voice: String)
        /// Came within a second of another strike and shares its ring, so the board names both. A strike that is rung a second
        /// time has joined itself: it does not sound again.
        case joined(Strike.ID)
        /// No voice could sound; the board and the dashboard ring visibly instead and show `reason`. The same strike may be
        /// rung again, because nothing was heard.
        case silent(reason: String)
    }

    public var outcome: Outcome
    /// From `ring` to the first audio frame handed to the card, or the pin high; nanoseconds. Zero when silent or joined.
    public var lateness: UInt64

    /// Why a voice that should have sounded did not, where another stepped in; whole sentences.
    public var missed: String?

    public init(outcome: Outcome, lateness: UInt64, missed: String? = nil) {
        self.outcome = outcome
        self.lateness = lateness
        self.missed = missed
    }
}

extension Strike: Identifiable {}
