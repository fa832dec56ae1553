import Assessment
import Mastery
import SQLite

/// What those around a student, and the class as a whole, have met of a unit's check.
struct Surroundings {
    private(set) var place: FormAssembler.Place?
    /// By family, how many neighbours have it before them now or had it on the same attempt.
    private(set) var near: [Int: Int] = [:]
    /// By family, how many neighbours had it on an attempt that is over.
    private(set) var before: [Int: Int] = [:]
    /// By family, how many of the class have had it on the same attempt.
    let exposure: [Int: Int]

    /// Of the class that the room is open for; a student of another class is seen in it.
    init(of student: String, unit: Int, attempt: Int, in connection: Connection) throws {
        let home = try connection.first(
            """
            SELECT class_id FROM membership WHERE person_id = \(student)
            ORDER BY class_id = (SELECT value FROM setting WHERE name = 'open_class') DESC, class_id LIMIT 1
            """
        ) { $0.text(0) }
        guard let home else {
            exposure = [:]
            return
        }
        exposure = Dictionary(
            try connection.rows(
                """
                SELECT form_item.family_id, COUNT(*) FROM membership
                JOIN attempt ON attempt.person_id = membership.person_id JOIN form_item ON attempt_id = attempt.id
                WHERE class_id = \(home) AND unit_id = \(unit) AND number = \(attempt) GROUP BY form_item.family_id
                """
            ) { ($0.integer(0), $0.integer(1)) }, uniquingKeysWith: +)
        let own = try connection.first(
            """
            SELECT seat_row, seat_column, seed FROM seat JOIN seat_plan ON seat_plan.class_id = seat.class_id
            WHERE seat.class_id = \(home) AND person_id = \(student)
            """
        ) { (Seat(row: $0.integer(0), column: $0.integer(1)), UInt64(truncatingIfNeeded: $0.integer(2))) }
        guard let (seat, plan) = own else { return }
        let neighbours = try connection.rows(
            """
            SELECT person_id, seat_row, seat_column FROM seat WHERE class_id = \(home) AND person_id <> \(student)
            AND seat_row BETWEEN \(seat.row - 1) AND \(seat.row + 1)
            AND seat_column BETWEEN \(seat.column - 1) AND \(seat.column + 1)
            """
        ) { (person: $0.text(0), seat: Seat(row: $0.integer(1), column: $0.integer(2))) }
        var awaiting: [Seat] = []
        for neighbour in neighbours {
            let met = try connection.rows(
                """
                SELECT form_item.family_id, number, state FROM attempt JOIN form_item ON attempt_id = attempt.id
                WHERE person_id = \(neighbour.person) AND unit_id = \(unit)
                """
            ) { (family: $0.integer(0), number: $0.integer(1), state: AttemptState(rawValue: $0.text(2))) }
            for item in met {
                let isNear = item.number == attempt || item.state?.isDecided == false
                if isNear { near[item.family, default: 0] += 1 } else { before[item.family, default: 0] += 1 }
            }
            if !met.contains(where: { $0.number == attempt }) { awaiting.append(neighbour.seat) }
        }
        place = FormAssembler.Place(seat: seat, awaiting: awaiting, plan: plan, attempt: attempt)
    }
}
