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

    /// How late each pupil's strike was, milliseconds; thrown when `voice` did not sound one.
    func latenesses(of pupils: ArraySlice<Pupil>, voice: String) throws -> [Double] {
        try pupils.map { pupil in
            let strike = try ReaderPool(path: room.database).read { connection in
                try connection.first(
                    "SELECT outcome, detail, lateness FROM strike WHERE attempt_id = \(pupil.attempt)"
                ) { (outcome: $0.text(0), detail: $0.text(1), milliseconds: $0.real(2) / 1e6) }
            }
            guard let strike, strike.outcome == "sounded", strike.detail == voice else {
                throw Bench.Failed(
                    description: "A strike was not sounded by the \(voice) but \(strike.map { "\($0)" } ?? "not owed")."
                )
            }
            return strike.milliseconds
        }
    }
}
