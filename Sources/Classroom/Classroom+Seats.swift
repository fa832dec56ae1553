import Assessment
import SQLite

extension Classroom {
    public func seatPlan(of classID: String) throws -> SeatPlan {
        try readers.read { connection in try SeatPlan.find(classID, in: connection) }
    }

    /// Stores who sits where. Forms that are drawn from now on keep these neighbours apart.
    ///
    /// - Parameters:
    ///   - chosen: for each seat of the plan as it was, row by row, a student's id or nobody's.
    ///   - fills: whether those without a seat get the free ones, in the order of the register.
    public func seat(
        _ classID: String, rows: Int, columns: Int, chosen: [String], fills: Bool = false, by teacher: String
    ) async throws {
        let bounded = { (count: Int) in min(SeatPlan.size.upperBound, max(SeatPlan.size.lowerBound, count)) }
        let (rows, columns) = (bounded(rows), bounded(columns))
        let seed = Int64(bitPattern: UInt64.random(in: .min ... .max))
        try await writer.write { [self] connection in
            let plan = try SeatPlan.find(classID, in: connection)
            // A choice made for a room of another size would seat everybody anywhere.
            guard chosen.isEmpty || chosen.count == plan.rows * plan.columns else { throw Refusal.notNow }
            let room = Seat.grid(rows: rows, columns: columns)
            var seating = plan.seating(chosen).filter { room.contains($0.key) }
            if fills {
                let seated = Set(seating.values)
                let free = room.filter { seating[$0] == nil }
                for (seat, student) in zip(free, plan.students.filter { !seated.contains($0.id) }) {
                    seating[seat] = student.id
                }
            }
            try connection.run(
                """
                INSERT INTO seat_plan (class_id, seat_rows, seat_columns, seed)
                VALUES (\(classID), \(rows), \(columns), \(seed))
                ON CONFLICT (class_id) DO UPDATE SET seat_rows = excluded.seat_rows, seat_columns = excluded.seat_columns
                """)
            try connection.run("DELETE FROM seat WHERE class_id = \(classID)")
            for seat in room {
                guard let student = seating[seat] else { continue }
                try connection.run(
                    """
                    INSERT INTO seat (class_id, person_id, seat_row, seat_column)
                    VALUES (\(classID), \(student), \(seat.row), \(seat.column))
                    """)
            }
            try Journal.write(
                "seat", by: teacher, on: classID, "\(seating.count) in \(rows) × \(columns)", at: clock.now(),
                in: connection)
        }
    }
}
