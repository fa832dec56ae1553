import Glibc
import LiveBox
import SQLite

/// The teacher at the end of conferences.
struct Desk {
    private let browser: Browser
    private let room: PreparedRoom

    init(_ room: PreparedRoom, _ box: BoxProcess) throws {
        browser = try Browser(port: box.port, session: room.teacher)
        self.room = room
    }

    func master(_ pupil: Pupil) throws {
        let form = "csrf=\(room.teacher.derived("form"))&verdict=mastered&reason=measured"
        let reply = try browser.post("/teacher/conference/\(pupil.attempt)/decide", form)
        guard reply.status == 303 else { throw Bench.Failed(description: "A decision got \(reply.status).") }
    }

    /// How late the strike of each conference was, milliseconds; thrown when one did not sound.
    func latenesses() throws -> [Double] {
        try room.conferences.map { pupil in
            let strike = try ReaderPool(path: room.database).read { connection in
                try connection.first(
                    "SELECT outcome, detail, lateness FROM strike WHERE attempt_id = \(pupil.attempt)"
                ) { (outcome: $0.text(0), detail: $0.text(1), milliseconds: $0.real(2) / 1e6) }
            }
            guard let strike, strike.outcome == "sounded" else {
                throw Bench.Failed(description: "A strike was not sounded but \(strike.map { "\($0)" } ?? "not owed").")
            }
            return strike.milliseconds
        }
    }
}
