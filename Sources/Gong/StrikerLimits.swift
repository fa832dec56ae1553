/// Keeps a solenoid cool: how soon it may strike again, how often in ten seconds and in an hour, and how long it may be driven.
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
        /// Driven for at most 10 % of any 5 seconds and 2 % of any 5 minutes.
        case duty
    }

    public static let rest: UInt64 = 400_000_000
    public static let burst = 10
    public static let burstSpan: UInt64 = 10_000_000_000
    public static let hourly = 120
    public static let hour: UInt64 = 3_600_000_000_000
    /// How long the line may be high within a span.
    public static let duties: [(on: UInt64, span: UInt64)] = [
        (on: 500_000_000, span: 5_000_000_000), (on: 6_000_000_000, span: 300_000_000_000),
    ]

    /// The last `hourly` pulses, oldest first. No more fall into the longest span.
    private var pulses: [(began: UInt64, width: UInt64)] = []

    public init() {}

    /// The first moment, not before `now`, at which a pulse of `width` is permitted, and the limit that put it off.
    public func next(from now: UInt64, for width: UInt64) -> (time: UInt64, limit: Limit?) {
        var time = now
        var limit: Limit?
        func hold(_ earliest: UInt64?, _ reason: Limit) {
            guard let earliest, earliest > time else { return }
            time = earliest
            limit = reason
        }
        hold(pulses.last.map { $0.began + Self.rest }, .rest)
        hold(pulse(back: Self.burst).map { $0 + Self.burstSpan }, .burst)
        for duty in Self.duties { hold(cool(for: width, duty.on, duty.span), .duty) }
        hold(pulse(back: Self.hourly).map { $0 + Self.hour }, .hour)
        return (time, limit)
    }

    /// Notes a pulse that was made, and how long it really lasted.
    public mutating func record(at time: UInt64, for width: UInt64) {
        pulses.append((time, width))
        if pulses.count > Self.hourly { pulses.removeFirst() }
    }

    private func pulse(back count: Int) -> UInt64? {
        pulses.count >= count ? pulses[pulses.count - count].began : nil
    }

    /// The first moment at which a pulse of `width` ends a span with no more than `allowed` in it. Nil where it always does.
    private func cool(for width: UInt64, _ allowed: UInt64, _ span: UInt64) -> UInt64? {
        var on = width
        for pulse in pulses.reversed() {
            on += pulse.width
            // This pulse and all before it must have left the span by then.
            if on > allowed { return pulse.began + pulse.width + span - width }
        }
        return nil
    }
}
