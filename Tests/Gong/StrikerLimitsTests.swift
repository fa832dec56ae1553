import Gong
import Testing

@Suite("Striker limits")
struct StrikerLimitsTests {
    private static let second: UInt64 = 1_000_000_000
    private static let width: UInt64 = 35_000_000

    @Test("A strike waits until 400 ms after the one before")
    func rest() {
        var limits = StrikerLimits()
        #expect(limits.next(from: 7, for: Self.width) == (7, nil))
        limits.record(at: 7, for: Self.width)
        #expect(limits.next(from: 8, for: Self.width) == (400_000_007, .rest))
        #expect(limits.next(from: 400_000_007, for: Self.width) == (400_000_007, nil))
    }

    @Test("The eleventh strike waits until ten seconds after the first")
    func burst() {
        var limits = StrikerLimits()
        for number in 0..<10 { limits.record(at: UInt64(number) * 500_000_000, for: Self.width) }
        #expect(limits.next(from: 5 * Self.second, for: Self.width) == (10 * Self.second, .burst))
    }

    @Test("The 121st strike waits until an hour after the first")
    func hour() {
        var limits = StrikerLimits()
        for number in 0..<120 { limits.record(at: UInt64(number) * 2 * Self.second, for: Self.width) }
        #expect(limits.next(from: 300 * Self.second, for: Self.width) == (3_600 * Self.second, .hour))
    }

    @Test("Long pulses wait until no more than a tenth of any five seconds was driven")
    func duty() {
        var limits = StrikerLimits()
        for number in 0..<6 { limits.record(at: UInt64(number) * 400_000_000, for: 80_000_000) }
        // A seventh makes 560 ms; the first must have left the five seconds when it ends.
        #expect(limits.next(from: 3 * Self.second, for: 80_000_000) == (5_000_000_000, .duty))
        #expect(limits.next(from: 3 * Self.second, for: 20_000_000) == (3 * Self.second, nil))
    }

    @Test("A pulse that the computer ended far too late is followed by five seconds of rest")
    func overrun() {
        var limits = StrikerLimits()
        limits.record(at: 0, for: 900_000_000)
        #expect(limits.next(from: Self.second, for: Self.width) == (5_865_000_000, .duty))
    }

    @Test("However strikes are asked for and however late they come, no limit is passed", arguments: 1...30)
    func anySequence(seed: UInt64) {
        var chance = Chance(seed: seed)
        var limits = StrikerLimits()
        var now: UInt64 = 0
        var pulses: [(began: UInt64, width: UInt64)] = []
        let width = 10_000_000 + chance.below(71) * 1_000_000
        for _ in 0..<400 {
            now += chance.below(3 * Self.second)
            let (time, _) = limits.next(from: now, for: width)
            now = time + chance.below(50_000_000)
            pulses.append((now, width))
            limits.record(at: now, for: width)
            now += width
        }
        expectPermitted(pulses)
    }

    @Test(
        "A pulse lasts 10 to 80 ms, whatever is set",
        arguments: [
            (set: -5, milliseconds: 10), (set: 0, milliseconds: 10), (set: 10, milliseconds: 10),
            (set: 35, milliseconds: 35),
            (set: 80, milliseconds: 80), (set: 81, milliseconds: 80), (set: Int.max, milliseconds: 80),
        ])
    func pulse(set: Int, milliseconds: Int) {
        #expect(Pulse(milliseconds: set).width == UInt64(milliseconds) * 1_000_000)
        #expect(Pulse(milliseconds: set).width < Pulse.clamp)
    }
}
