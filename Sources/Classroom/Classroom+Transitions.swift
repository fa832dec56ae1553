import Mastery
import SQLite

extension Classroom {
    /// Moves an attempt along one row of the transition table, and writes the journal. The only place that changes a state.
    @discardableResult
    func move(
        _ id: String, _ act: Act, by role: Role, _ actor: String, _ detail: String = "", in connection: Connection
    ) throws -> Attempt {
        let attempt = try Attempt.find(id, in: connection)
        guard let state = attempt.state.after(act, by: role) else { throw Refusal.notNow }
        let now = clock.now()
        try connection.run("UPDATE attempt SET state = \(state.rawValue) WHERE id = \(id)")
        switch act {
        case .submit:
            try connection.run(
                "UPDATE attempt SET submitted_at = \(now.wall), joined = \(try takePlace(in: connection)) WHERE id = \(id)"
            )
        case .arrive:
            try connection.run(
                """
                UPDATE attempt SET conference_boot = \(now.bootID), conference_started = \(now.boot),
                conference_ended = NULL, misses = 0 WHERE id = \(id)
                """)
        case .master, .notYet, .void:
            try connection.run(
                """
                UPDATE attempt SET decided_at = \(now.wall), decided_boot = \(now.boot), conference_ended = \(now.boot)
                WHERE id = \(id)
                """)
        case .undo:
            try connection.run(
                """
                UPDATE attempt SET decided_at = NULL, decided_boot = NULL, conference_ended = NULL, earned = NULL,
                possible = NULL WHERE id = \(id)
                """)
            try connection.run("DELETE FROM corrective WHERE attempt_id = \(id)")
        case .park:
            try connection.run("UPDATE attempt SET was_parked = 1 WHERE id = \(id)")
        case .call, .miss, .hold, .requeue, .release, .repairMaster, .repairNotYet:
            break
        }
        try Journal.write(act.rawValue, by: actor, on: id, detail, at: now, in: connection)
        return attempt
    }

    /// The next place at the end of the line.
    private func takePlace(in connection: Connection) throws -> Int {
        let place = try Settings.value(.nextPlace, in: connection).flatMap(Int.init) ?? 1
        try Settings.set(.nextPlace, String(place + 1), in: connection)
        return place
    }
}
