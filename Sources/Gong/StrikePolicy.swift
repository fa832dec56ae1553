/// Decides which strikes sound and which share the ring of another, from the times at which they are asked for.
///
/// The first strike sounds at once; whatever comes within a second joins it, so a room never waits to learn whether a second
/// mastery is near. The clock is the caller's: each time is nanoseconds of CLOCK_BOOTTIME.
public struct StrikePolicy: Sendable {
    /// How long a ring takes in more strikes.
    public static let joinWindow: UInt64 = 1_000_000_000

    public enum Ruling: Hashable, Sendable {
        /// Make the gong sound now.
        case sound
        /// Shares the ring that this strike began.
        case join(Strike.ID)
        /// Was admitted before: it has sounded, or is about to.
        case alreadyRung
    }

    /// The latest ring.
    public private(set) var ring: Ring?

    /// Every strike ever admitted. It may grow: a year of a busy class is a few thousand ids.
    private var admitted: Set<Strike.ID> = []

    /// Who shares each ring of which it is not known yet whether it was heard, by its first strike. A striker may take so long
    /// to refuse one that the next has begun.
    private var pending: [Strike.ID: [Strike.ID]] = [:]

    public init() {}

    public mutating func admit(_ strike: Strike, at now: UInt64) -> Ruling {
        guard admitted.insert(strike.id).inserted else { return .alreadyRung }
        // Two callers may arrive here in the other order than they read the clock, so `now` can lie before `began`.
        if let first = ring?.strikes.first, let began = ring?.began, now < began + Self.joinWindow {
            ring?.join(strike)
            pending[first.id]?.append(strike.id)
            return .join(first.id)
        }
        ring = Ring(strike, began: now)
        pending[strike.id] = [strike.id]
        return .sound
    }

    /// The ring that `id` began was heard: its strikes never sound again.
    public mutating func sounded(ringOf id: Strike.ID) {
        pending[id] = nil
    }

    /// Takes back the ring that `id` began, because no voice could sound: all its strikes may be asked for again.
    public mutating func takeBack(ringOf id: Strike.ID) {
        admitted.subtract(pending.removeValue(forKey: id) ?? [])
        if ring?.strikes.first?.id == id { ring = nil }
    }
}
