import Testing

/// Counts pulses anew, without the code under test, and finds every window with too many or too long ones.
///
/// - Parameter slack: how much longer than asked for the last pulse of a window may have been; nanoseconds.
func expectPermitted(
    _ pulses: [(began: UInt64, width: UInt64)], slack: UInt64 = 0, sourceLocation: SourceLocation = #_sourceLocation
) {
    let second: UInt64 = 1_000_000_000
    for (index, pulse) in pulses.enumerated() {
        for (back, span) in [(1, 400_000_000), (10, 10 * second), (120, 3_600 * second)] where index >= back {
            #expect(pulse.began - pulses[index - back].began >= span, sourceLocation: sourceLocation)
        }
        let end = pulse.began + pulse.width
        for (allowed, span) in [(UInt64(500_000_000), 5 * second), (6 * second, 300 * second)] {
            let start = end > span ? end - span : 0
            let on = pulses[...index].reduce(UInt64(0)) { on, other in
                let until = other.began + other.width
                return until > start ? on + until - max(other.began, start) : on
            }
            #expect(on <= allowed + slack, sourceLocation: sourceLocation)
        }
    }
}
