import SQLite

extension Classroom {
    public func blueprint(of unit: Int) throws -> Blueprint {
        try readers.read { connection in try Blueprint.find(unit, in: connection) }
    }

    /// Sets how many questions a check asks of each objective, and what is mastery. Attempts that have begun keep their forms.
    ///
    /// - Parameter counts: by objective; one that has fewer families than asked for is asked as often as it has, and one that
    ///   is not taught yet keeps what it had.
    public func setBlueprint(_ unit: Int, _ counts: [Int: Int], threshold: Int, by teacher: String) async throws {
        try await writer.write { [self] connection in
            let known = try Blueprint.find(unit, in: connection)
            let slots = known.slots.map { (id: $0.id, count: min($0.families, max(0, counts[$0.id] ?? 0))) }
            let length = slots.reduce(0) { $0 + $1.count }
            guard (1...UnitEdit.longest).contains(length) else { throw Refusal.badLength }
            try connection.run(
                """
                DELETE FROM slot WHERE objective_id IN (
                    SELECT id FROM objective WHERE unit_id = \(unit) AND is_postponed = 0)
                """)
            for slot in slots where slot.count > 0 {
                try connection.run("INSERT INTO slot (objective_id, count) VALUES (\(slot.id), \(slot.count))")
            }
            try connection.run(
                """
                UPDATE unit SET length = \(length), threshold = \(min(100, max(1, threshold))) WHERE id = \(unit)
                """)
            let detail = slots.map { "\($0.id): \($0.count)" }.joined(separator: ", ")
            try Journal.write(
                "edit_blueprint", by: teacher, on: String(unit), detail, at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }

    /// Spreads the check's length evenly over the objectives again.
    public func spreadEvenly(_ unit: Int, by teacher: String) async throws {
        try await writer.write { [self] connection in
            guard try connection.exists("SELECT 1 FROM unit WHERE id = \(unit)") else { throw Refusal.notFound }
            try connection.run(
                "DELETE FROM slot WHERE objective_id IN (SELECT id FROM objective WHERE unit_id = \(unit))")
            try Journal.write("spread_evenly", by: teacher, on: String(unit), at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }
}
