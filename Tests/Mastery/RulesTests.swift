import Mastery
import Testing

@Suite struct RulesTests {
    @Test(
        "a score is whole percent, rounded down",
        arguments: [
            (8.0, 10.0, 80, true), (7.99, 10.0, 79, false), (0, 0, 0, false), (2.66667, 3.33333, 80, true),
            (10, 10, 100, true),
        ])
    func score(_ earned: Double, _ possible: Double, _ percent: Int, _ reaches: Bool) {
        let score = Score(earned: earned, possible: possible)
        #expect(score.percent == percent)
        #expect(score.reaches(80) == reaches)
    }

    @Test("a decision is undone within ten seconds of the same boot and not after")
    func undo() {
        #expect(Decision.canUndo(decided: 5_000, now: 15_000))
        #expect(!Decision.canUndo(decided: 5_000, now: 15_001))
        #expect(!Decision.canUndo(decided: 5_000, now: 4_999))
    }

    @Test("those left over from last time come first, then as they joined") func line() {
        let entries = [
            Line.Entry(attempt: "c", wasParked: false, joined: 3), Line.Entry(attempt: "d", wasParked: true, joined: 4),
            Line.Entry(attempt: "a", wasParked: false, joined: 1),
        ]
        #expect(Line.ordered(entries).map(\.attempt) == ["d", "a", "c"])
    }

    @Test("the wait is a range in fives, and unknown before there are three conferences") func estimate() {
        #expect(WaitEstimate(ahead: 3, lastConferences: [120, 120]) == nil)
        let estimate = WaitEstimate(ahead: 3, lastConferences: [100, 120, 900])
        #expect(estimate?.shortest == 5)
        #expect(estimate?.longest == 10)
        #expect(WaitEstimate(ahead: 0, lastConferences: [100, 120, 900])?.shortest == 0)
    }

    @Test("a unit opens when the one before it is mastered; one that was begun stays open") func path() {
        let units: [Path.Unit] = [
            .init(latest: .mastered, hasMastered: true, owesCorrective: false),
            .init(latest: .notYet, hasMastered: false, owesCorrective: true),
            .init(latest: .open, hasMastered: false, owesCorrective: false),
            .init(latest: nil, hasMastered: false, owesCorrective: false),
        ]
        #expect(Path.standings(units) == [.mastered, .corrective, .open, .later])
        #expect(Path.standings([units[3], units[3]]) == [.ready, .later])
    }

    @Test("five wrong tries are free, then each wait is twice as long, up to five minutes") func backOff() {
        var backOff = BackOff()
        var waits: [Int] = []
        var now: Int64 = 0
        for _ in 0..<14 {
            backOff.failed("Ada", now: now)
            waits.append(backOff.wait("Ada", now: now))
            now += Int64(waits.last ?? 0) * 1000
        }
        #expect(waits == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300])
        #expect(backOff.wait("Bo", now: now) == 0)
        backOff.succeeded("Ada")
        #expect(backOff.wait("Ada", now: now) == 0)
    }

    @Test("guessing from thousands of addresses does not grow the memory without end") func backOffMemory() {
        var backOff = BackOff()
        for number in 0..<20_000 { backOff.failed("\(number)", now: Int64(number)) }
        backOff.failed("last", now: 30_000)
        for _ in 0..<5 { backOff.failed("last", now: 30_000) }
        #expect(backOff.wait("last", now: 30_000) > 0)
        #expect(backOff.count <= 5_000)
    }
}
