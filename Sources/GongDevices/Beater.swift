import Gong
import Pin

/// One GPIO line with a solenoid behind it: makes a pulse, and makes sure that it ended. Belongs to the striker's thread.
struct Beater {
    enum Fault: Error, Hashable, Sendable {
        /// The line could not be driven or read; it is low as far as could be told.
        case failed(PinError)
        /// The line is still high, or nobody can tell. Power must be taken off by hand.
        case stuck
    }

    /// Nanoseconds of CLOCK_MONOTONIC; tests put in a clock of their own.
    struct Clock {
        var now: () -> UInt64 = MonotonicClock.now
        var sleep: (_ deadline: UInt64) -> Void = MonotonicClock.sleep(until:)
    }

    /// How often a line is told to fall, a millisecond apart, before it counts as stuck.
    static let attempts = 5

    let line: any StrikerLine
    var clock = Clock()

    /// Holds the line high for `width` nanoseconds, or for `Pulse.clamp` if that is shorter.
    ///
    /// - Parameter begun: called as soon as the line is high; must be quick.
    /// - Returns: how long the line was high, as measured.
    func beat(for width: UInt64, begun: () -> Void) throws(Fault) -> UInt64 {
        let start = clock.now()
        do throws(PinError) {
            try line.set(high: true)
        } catch {
            _ = try fall()
            throw .failed(error)
        }
        begun()
        clock.sleep(start + min(width, Pulse.clamp))
        let end = try fall()
        return end - start
    }

    /// - Returns: when the line was told to fall and did not object.
    private func fall() throws(Fault) -> UInt64 {
        for _ in 0..<Self.attempts {
            do throws(PinError) {
                try line.set(high: false)
                let end = clock.now()
                if try !line.isHigh() { return end }
            } catch {
                // The next attempt, or the caller, deals with it: a line that cannot be read counts as high.
            }
            clock.sleep(clock.now() + 1_000_000)
        }
        throw .stuck
    }
}
