import Gong

/// A strike and what became of it.
public struct StrikeRecord: Sendable, Hashable, Identifiable {
    public enum Fate: Sendable, Hashable {
        /// Owed this moment, or cut off by a power failure.
        case unknown
        /// Which voice, and milliseconds from the order to the first frame or the pin.
        case sounded(voice: String, milliseconds: Int)
        /// Shares the ring of another one.
        case joined
        /// No voice could sound.
        case silent(reason: String)
        /// The teacher's rules kept it silent; it can be rung later.
        case kept(RingRules.Hush)
        /// The teacher did not want it rung any more.
        case dismissed
    }

    public let id: String
    /// The student's short name, for the teacher's eyes.
    public let name: String
    /// Milliseconds since 1970.
    public let owed: Int64
    public let fate: Fate
    /// Why a voice that should have sounded did not, where another stepped in; empty where none is missed.
    public let missed: String
}

extension StrikeRecord.Fate {
    /// From the columns of the table `strike`.
    init(outcome: String, detail: String, lateness: Int) {
        self =
            switch outcome {
            case "sounded": .sounded(voice: detail, milliseconds: lateness / 1_000_000)
            case "joined": .joined
            case "silent": .silent(reason: detail)
            case "kept": .kept(RingRules.Hush(rawValue: detail) ?? .quietHours)
            case "dismissed": .dismissed
            default: .unknown
            }
    }
}
