import Testing

@testable import GongDevices

@Suite("The list of cards")
struct DeviceListTests {
    private static let second: UInt64 = 1_000_000_000

    @Test("The best card is tried first, and the next while the best one rests")
    func order() {
        var list = DeviceList(["a", "b"])
        #expect(list.next(at: 0) == 0)
        list.fail(0, at: 0, because: "a is away.")
        #expect(list.next(at: 1) == 1)
        #expect(list.troubles(before: 1) == ["a is away."])
        #expect(list.next(at: Self.second, betterThan: 1) == 0)
        #expect(list.next(at: 1, betterThan: 1) == nil)
        #expect(list.retry(betterThan: 1) == Self.second)
        #expect(list.retry(betterThan: 0) == nil)
    }

    @Test("A card that keeps failing is tried after 1, 2, 5 and then every 10 seconds")
    func pauses() {
        var list = DeviceList(["a"])
        var now: UInt64 = 0
        var pauses: [UInt64] = []
        for _ in 0..<6 {
            list.fail(0, at: now, because: "Away.")
            let retry = list.retry() ?? 0
            #expect(list.next(at: retry - 1) == nil)
            #expect(list.next(at: retry) == 0)
            pauses.append((retry - now) / Self.second)
            now = retry
        }
        #expect(pauses == [1, 2, 5, 10, 10, 10])
        list.fail(0, at: now, played: 11 * Self.second, because: "Unplugged.")
        #expect(list.retry() == now + Self.second)
    }

    @Test("A list without names has nothing to try, ever")
    func empty() {
        let list = DeviceList([])
        #expect(list.next(at: 0) == nil)
        #expect(list.retry() == nil)
    }
}
