import Gong
import Testing

@Suite("Strike policy")
struct StrikePolicyTests {
    private static let second: UInt64 = 1_000_000_000

    private func strike(_ id: Int) -> Strike { Strike(id: "\(id)", name: "Student \(id)") }

    @Test(
        "The first strike sounds; what comes within a second joins it",
        arguments: [
            (gap: 0, joins: true),
            (gap: 1, joins: true),
            (gap: 999_999_999, joins: true),
            (gap: 1_000_000_000, joins: false),
            (gap: 60_000_000_000, joins: false),
        ])
    func joining(gap: Int, joins: Bool) {
        var policy = StrikePolicy()
        let start = 5 * Self.second
        #expect(policy.admit(strike(1), at: start) == .sound)
        #expect(policy.admit(strike(2), at: start + UInt64(gap)) == (joins ? .join("1") : .sound))
        #expect(policy.ring?.names == (joins ? ["Student 1", "Student 2"] : ["Student 2"]))
    }

    @Test("The second is counted from the first strike, not from the last that joined")
    func windowDoesNotGrow() {
        var policy = StrikePolicy()
        #expect(policy.admit(strike(1), at: 0) == .sound)
        #expect(policy.admit(strike(2), at: 900_000_000) == .join("1"))
        #expect(policy.admit(strike(3), at: 1_100_000_000) == .sound)
    }

    @Test("A strike that read the clock before the ring began joins it")
    func earlierClock() {
        var policy = StrikePolicy()
        #expect(policy.admit(strike(1), at: 500) == .sound)
        #expect(policy.admit(strike(2), at: 400) == .join("1"))
    }

    @Test("The same strike never sounds twice, at once or an hour later")
    func repeats() {
        var policy = StrikePolicy()
        #expect(policy.admit(strike(1), at: 0) == .sound)
        #expect(policy.admit(strike(1), at: 10) == .alreadyRung)
        #expect(policy.admit(strike(1), at: 3_600 * Self.second) == .alreadyRung)
        #expect(policy.ring?.names == ["Student 1"])
    }

    @Test("After a silent ring its strikes may be rung again, and only they")
    func takeBack() {
        var policy = StrikePolicy()
        #expect(policy.admit(strike(1), at: 0) == .sound)
        #expect(policy.admit(strike(2), at: 2 * Self.second) == .sound)
        #expect(policy.admit(strike(3), at: 2 * Self.second) == .join("2"))
        policy.takeBack(ringOf: "2")
        #expect(policy.ring == nil)
        #expect(policy.admit(strike(1), at: 3 * Self.second) == .alreadyRung)
        #expect(policy.admit(strike(3), at: 3 * Self.second) == .sound)
        #expect(policy.admit(strike(2), at: 3 * Self.second) == .join("3"))
    }

    @Test("Of any sequence, each strike is sounded or joined once, and rings are a second apart", arguments: 1...50)
    func anySequence(seed: UInt64) {
        var chance = Chance(seed: seed)
        var policy = StrikePolicy()
        var now: UInt64 = 0
        var sounded: [Strike.ID: UInt64] = [:]
        var joined: Set<Strike.ID> = []
        var asked: Set<Strike.ID> = []
        var last: UInt64?
        for _ in 0..<300 {
            now += chance.below(700_000_000)
            let strike = strike(Int(chance.below(200)))
            let isNew = asked.insert(strike.id).inserted
            switch policy.admit(strike, at: now) {
            case .sound:
                #expect(isNew)
                if let last { #expect(now - last >= StrikePolicy.joinWindow) }
                last = now
                sounded[strike.id] = now
            case .join(let first):
                #expect(isNew)
                #expect(sounded[first].map { now - $0 < StrikePolicy.joinWindow } == true)
                joined.insert(strike.id)
            case .alreadyRung:
                #expect(!isNew)
            }
        }
        #expect(joined.isDisjoint(with: sounded.keys))
        #expect(joined.union(sounded.keys) == asked)
    }
}
