/// The strikes that wait for the striker: which is next, when, and which must be refused because its moment is past.
///
/// Each order leaves it once, to be struck or to be refused with the reason. Times are nanoseconds of CLOCK_BOOTTIME.
public struct StrikerQueue<Order: Sendable>: Sendable {
    /// Strikes arrive a second apart at most and wait for two, so more than this is a fault of whoever asks.
    public static var capacity: Int { 4 }
    /// How long a strike may wait for the coil's rest before another voice is asked.
    public static var patience: UInt64 { 2_000_000_000 }

    public enum Refusal: Hashable, Sendable {
        /// As many wait as may.
        case full
        /// The coil has to rest for so many more nanoseconds.
        case resting(StrikerLimits.Limit, UInt64)
        /// The striker was held up: a gong that comes so late celebrates nobody.
        case late
    }

    public enum Step: Sendable {
        case nothing
        case wait(until: UInt64)
        /// Strike now, then tell with `struck`.
        case strike(Order)
        case refuse(Order, Refusal)
    }

    private var waiting: [(order: Order, added: UInt64)] = []
    private var limits = StrikerLimits()

    public init() {}

    /// How many wait.
    public var count: Int { waiting.count }

    /// - Returns: why the order was not taken.
    public mutating func add(_ order: Order, at now: UInt64) -> Refusal? {
        guard waiting.count < Self.capacity else { return .full }
        waiting.append((order, now))
        return nil
    }

    /// What to do at `now`, where a pulse lasts `width` nanoseconds.
    public mutating func step(at now: UInt64, for width: UInt64) -> Step {
        guard let (order, added) = waiting.first else { return .nothing }
        let (time, limit) = limits.next(from: now, for: width)
        guard time <= added + Self.patience else {
            waiting.removeFirst()
            return .refuse(order, limit.map { .resting($0, time - now) } ?? .late)
        }
        guard time <= now else { return .wait(until: time) }
        waiting.removeFirst()
        return .strike(order)
    }

    /// Notes a pulse: when the line rose, and how long it was high as measured, or as far as is known.
    public mutating func struck(at time: UInt64, for width: UInt64) {
        limits.record(at: time, for: width)
    }

    /// Takes out all that wait, to be refused.
    public mutating func empty() -> [Order] {
        defer { waiting = [] }
        return waiting.map(\.order)
    }
}
