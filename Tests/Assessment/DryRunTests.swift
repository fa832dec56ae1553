import Testing

@testable import Assessment

/// Twenty-eight seats in four rows, ten slots, three attempts each: the table by which assembly is judged.
@Suite struct DryRunTests {
    private static let slots = (0..<10).map { FormAssembler.Slot(objective: $0, count: 1) }

    private func outcome(
        _ families: Int, _ rule: DryRun.Rule, _ pace: DryRun.Pace = .together, answersAreKnown: Bool = false
    ) -> DryRun.Outcome {
        var chance = SeededGenerator(seed: 7)
        let pool = Self.slots.flatMap { slot in
            (0..<families).map {
                FormAssembler.Candidate(
                    family: slot.objective * 100 + $0, objective: slot.objective,
                    facility: answersAreKnown ? 0.4 + Double(chance.below(51)) / 100 : 0.5)
            }
        }
        var run = DryRun(Self.slots, families: pool, seats: Seat.grid(rows: 4, columns: 7), rule: rule, pace: pace)
        run.draw(800)
        return run.outcome
    }

    @Test("all on the same attempt: neighbours share nothing, and nobody meets a family again", arguments: [4, 6, 8])
    func together(_ families: Int) {
        let independent = outcome(families, .independent)
        let seated = outcome(families, .seated)
        print(Self.row(families, "together", independent, seated))
        #expect(seated.withNeighbours.share == 0)
        #expect(seated.repeats == 0)
        #expect(seated.neverDrawn.isEmpty)
        #expect(seated.withAnybody.share < independent.withAnybody.share)
        // Independent draws share one in as many as there are families; this holds the yardstick itself to that.
        #expect(abs(independent.withNeighbours.share - 1 / Double(families)) < 0.01)
    }

    @Test("each at a pace of its own: neighbours share less than by avoiding them one by one", arguments: [4, 6, 8])
    func mixed(_ families: Int) {
        let independent = outcome(families, .independent, .mixed)
        let unseated = outcome(families, .unseated, .mixed)
        let seated = outcome(families, .seated, .mixed)
        print(Self.row(families, "mixed", independent, seated))
        #expect(seated.withNeighbours.share < unseated.withNeighbours.share)
        #expect(seated.repeats == 0)
    }

    @Test(
        "once answers are known, forms differ in difficulty by less, and neighbours still keep within the limits",
        arguments: [(4, 0.09), (6, 0.015), (8, 0.001)])
    func difficulty(_ families: Int, _ limit: Double) {
        let independent = outcome(families, .independent, answersAreKnown: true)
        let seated = outcome(families, .seated, answersAreKnown: true)
        #expect(seated.difficulty.deviation < 0.7 * independent.difficulty.deviation)
        #expect(seated.withNeighbours.share < limit)
        #expect(seated.repeats == 0)
    }

    @Test("a run counts what it drew") func counted() {
        let seated = outcome(3, .seated)
        #expect(seated.forms == 840 && seated.items == 8_400)
        #expect(seated.exposure.reduce(0) { $0 + $1.count } == seated.items)
        // Ten classes, three attempts, every two of 28 students; of these 24 pairs sit side by side, 21 behind each other and 36
        // across a corner.
        let pairs = [seated.withAnybody, seated.withNeighbours].map { $0.pairs.reduce(0, +) }
        #expect(pairs == [30 * 378, 30 * 81])
    }

    private static func row(
        _ families: Int, _ pace: String, _ independent: DryRun.Outcome, _ seated: DryRun.Outcome
    ) -> String {
        let figures = [independent, seated].map { outcome in
            [outcome.withNeighbours.share, outcome.withAnybody.share, outcome.repeatShare]
                .map { String((($0 * 1000).rounded() / 10)) }.joined(separator: " / ")
        }
        return "\(families) families, \(pace): independent \(figures[0]) %, seated \(figures[1]) %"
            + " (neighbours / anybody / repeats)"
    }
}
