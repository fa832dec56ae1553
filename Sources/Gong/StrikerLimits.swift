/// Keeps a solenoid cool: how soon it may strike again, and how often in ten seconds and in an hour.
///
/// Times are nanoseconds of CLOCK_BOOTTIME and never go back. The figures are the design's, from pinball practice; the coil's
/// own rating may ask for less.
public struct StrikerLimits: Sendable {
    public enum Limit: Hashable, Sendable {
        /// At least 400 ms from one strike to the next: the gong still swings and the supply recovers.
        case rest
        /// At most 10 strikes in any 10 seconds.
        case burst
        /// At most 120 strikes in any hour.
        case hour
    }

    public static let rest: UInt64 = 400_000_000
    public static let burst = 10
    public static let burstSpan: UInt64 = 10_000_000_000
    public static let hourly = 120
    public static let hour: UInt64 = 3_600_000_000_000

    /// The last `hourly` strikes, oldest first.
    private var struck: [UInt64] = []

    public init() {}

    /// The first moment, not before `now`, at which a strike is permitted, and the limit that put it off.
    public func next(from now: UInt64) -> (time: UInt64, limit: Limit?) {
        var time = now
        var limit: Limit?
        func hold(_ earliest: UInt64?, _ reason: Limit) {
            guard let earliest, earliest > time else { return }
            time = earliest
            limit = reason
        }
        hold(struck.last.map { $0 + Self.rest }, .rest)
        hold(strike(back: Self.burst).map { $0 + Self.burstSpan }, .burst)
        hold(strike(back: Self.hourly).map { $0 + Self.hour }, .hour)
        return (time, limit)
    }

    /// Notes a strike that was made.
    public mutating func record(at time: UInt64) {
        struck.append(time)
        if struck.count > Self.hourly { struck.removeFirst() }
    }

    private func strike(back count: Int) -> UInt64? {
        struck.count >= count ? struck[struck.count - count] : nil
    }
}
