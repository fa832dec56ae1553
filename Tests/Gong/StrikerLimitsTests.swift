import Gong
import Testing

@Suite("Striker limits")
struct StrikerLimitsTests {
    private static let second: UInt64 = 1_000_000_000

    @Test("A strike waits until 400 ms after the one before")
    func rest() {
        var limits = StrikerLimits()
        #expect(limits.next(from: 7) == (7, nil))
        limits.record(at: 7)
        #expect(limits.next(from: 8) == (400_000_007, .rest))
        #expect(limits.next(from: 400_000_007) == (400_000_007, nil))
    }

    @Test("The eleventh strike waits until ten seconds after the first")
    func burst() {
        var limits = StrikerLimits()
        for number in 0..<10 { limits.record(at: UInt64(number) * 500_000_000) }
        #expect(limits.next(from: 5 * Self.second) == (10 * Self.second, .burst))
    }

    @Test("The 121st strike waits until an hour after the first")
    func hour() {
        var limits = StrikerLimits()
        for number in 0..<120 { limits.record(at: UInt64(number) * 2 * Self.second) }
        #expect(limits.next(from: 300 * Self.second) == (3_600 * Self.second, .hour))
    }

    @Test("However strikes are asked for and however late they come, no limit is passed", arguments: 1...30)
    func anySequence(seed: UInt64) {
        var chance = Chance(seed: seed)
        var limits = StrikerLimits()
        var now: UInt64 = 0
        var struck: [UInt64] = []
        for _ in 0..<400 {
            now += chance.below(3 * Self.second)
            let (time, _) = limits.next(from: now)
            now = time + chance.below(50_000_000)
            limits.record(at: now)
            struck.append(now)
        }
        for (index, time) in struck.enumerated() {
            if index >= 1 { #expect(time - struck[index - 1] >= 400_000_000) }
            if index >= 10 { #expect(time - struck[index - 10] >= 10 * Self.second) }
            if index >= 120 { #expect(time - struck[index - 120] >= 3_600 * Self.second) }
        }
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
