import Assessment

extension Bench {
    private static let slots = (0..<10).map { FormAssembler.Slot(objective: $0, count: 1) }

    /// `forms_assembled`: forms of ten slots with six families each, for a class of thirty on its seats, three attempts each.
    /// `overlap_neighbours_*`: what the forms of two neighbours have in common on the same attempt, with so many families a slot;
    /// the limit is what it is when each form is drawn by itself.
    func assembly() throws {
        var rates: [Double] = []
        for _ in 0..<plan.runs {
            var run = dryRun(families: 6, rows: 5, columns: 6, .seated)
            let begin = ContinuousClock.now
            run.draw(10_000)
            rates.append(Double(run.outcome.forms) / ((ContinuousClock.now - begin) / .seconds(1)))
        }
        tell("forms_assembled", rates.median, "/s", limit: 5_000)
        for families in [4, 6, 8] {
            let shares = [DryRun.Rule.seated, .independent].map { rule in
                var run = dryRun(families: families, rows: 4, columns: 7, rule)
                run.draw(10_000)
                return run.outcome.withNeighbours.share * 100
            }
            tell("overlap_neighbours_\(families)", shares[0], "%", limit: shares[1])
        }
    }

    private func dryRun(families: Int, rows: Int, columns: Int, _ rule: DryRun.Rule) -> DryRun {
        let pool = Self.slots.flatMap { slot in
            (0..<families).map { FormAssembler.Candidate(family: slot.objective * 100 + $0, objective: slot.objective) }
        }
        return DryRun(Self.slots, families: pool, seats: Seat.grid(rows: rows, columns: columns), rule: rule)
    }
}
