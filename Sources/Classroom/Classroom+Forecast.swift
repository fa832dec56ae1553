import Assessment
import SQLite

/// A dry run of one unit's check.
public struct DryRunReport: Sendable {
    public let outcome: DryRun.Outcome
    /// The same drawn without regard to anybody, for comparison.
    public let independent: DryRun.Outcome
    /// Titles of the families, by id.
    public let titles: [Int: String]
    /// How many sat in the room, and how many attempts each took.
    public let students: Int
    public let attempts: Int
}

extension Classroom {
    /// How long the unit's bank lasts each student.
    public func forecast(of unit: Int) throws -> Forecast {
        try readers.read { connection in try Forecast.find(unit, in: connection) }
    }

    /// The last dry run of the unit since the box was started.
    public func dryRun(of unit: Int) -> DryRunReport? { dryRuns.withLock { $0[unit] } }

    /// Draws forms as the unit's check would give them to the class on its seats, or without a seat map to a class of 28.
    ///
    /// Computing yields after each class, so that what students do meanwhile waits for a few milliseconds at most.
    /// A huge bank on a small box gets fewer forms than were asked for; the report says how many.
    @discardableResult
    public func runDry(_ unit: Int, forms: Int = 10_000) async throws -> DryRunReport {
        let (slots, families, seats) = try readers.read { connection in
            let families = try connection.rows(
                """
                SELECT id, objective_id, title, answers, earned FROM drawable_family
                WHERE unit_id = \(unit) AND is_scored = 1 ORDER BY id
                """
            ) { (id: $0.integer(0), objective: $0.integer(1), title: $0.text(2), record: ($0.integer(3), $0.real(4))) }
            let seats = try connection.rows(
                """
                SELECT seat_row, seat_column FROM seat
                WHERE class_id = (SELECT value FROM setting WHERE name = 'open_class') ORDER BY seat_row, seat_column
                """
            ) { Seat(row: $0.integer(0), column: $0.integer(1)) }
            return (try Blueprint.slots(of: unit, in: connection), families, seats)
        }
        guard !slots.isEmpty else { throw Refusal.notReady }
        let candidates = zip(families, Facility.estimates(families.map(\.record))).map { family, facility in
            FormAssembler.Candidate(family: family.id, objective: family.objective, facility: facility)
        }
        let room = seats.count > 1 ? seats : Seat.grid(rows: 4, columns: 7)
        let attempts = 3
        var outcomes: [DryRun.Outcome] = []
        for rule in [DryRun.Rule.seated, .independent] {
            var run = DryRun(slots, families: candidates, seats: room, attempts: attempts, rule: rule)
            let end = ContinuousClock.now + Self.patience
            while run.outcome.forms < forms, ContinuousClock.now < end {
                run.drawClass()
                await Task.yield()
            }
            outcomes.append(run.outcome)
        }
        let report = DryRunReport(
            outcome: outcomes[0], independent: outcomes[1],
            titles: Dictionary(families.map { ($0.id, $0.title) }) { first, _ in first }, students: room.count,
            attempts: attempts)
        dryRuns.withLock { $0[unit] = report }
        return report
    }

    /// Each of two rules is drawn for this long at most: a form posts and waits for the page.
    private static let patience = Duration.seconds(8)
}
