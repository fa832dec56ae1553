import LiveBox
import SQLite

extension Bench {
    /// `quiz_page_*`: the page of a question, for one student, a class, ten classes.
    mutating func pages() throws {
        let box = try serve()
        let raw = try RawServer(["raw-http", String(try pageBytes(box))])
        for size in Plan.sizes {
            let result = try compare(.pages(room.pupils.prefix(size)), size, box, raw)
            tell("raw_page_\(size)", result.raw, "/s")
            tell("quiz_page_\(size)", result.perSecond, "/s", limit: 0.25 * result.raw)
            tell("quiz_page_\(size)_p99", result.p99, "ms", limit: size == Plan.everybody ? 20 : nil)
        }
        try box.stop()
    }

    /// `saved_answer_*`: an answer that is on the disk when it is acknowledged.
    mutating func answers() throws {
        let box = try serve()
        let raw = try RawServer(["raw-commit", "\(folder.path)/raw.sqlite"])
        for size in Plan.sizes {
            let result = try compare(.answers(room.pupils.prefix(size)), size, box, raw)
            tell("raw_commit_\(size)", result.raw, "/s")
            tell("saved_answer_\(size)", result.perSecond, "/s", limit: 0.6 * result.raw)
            tell("saved_answer_\(size)_p99", result.p99, "ms", limit: size == Plan.everybody ? 100 : nil)
        }
        try box.stop()
    }

    /// `saved_answer_slowcard_300`: the same for all on a disk that takes ten milliseconds more for each flush.
    mutating func slowCard() throws {
        let library = try SlowDisk.build(in: folder, flush: 10_000)
        let box = try serve(preload: library)
        let raw = try RawServer(["raw-commit", "\(folder.path)/slow.sqlite"], preload: library)
        let size = Plan.everybody
        let result = try compare(.answers(room.pupils[...]), size, box, raw)
        tell("raw_commit_slowcard_\(size)", result.raw, "/s")
        tell("saved_answer_slowcard_\(size)", result.perSecond, "/s", limit: 0.6 * result.raw)
        tell("saved_answer_slowcard_\(size)_p99", result.p99, "ms")
        try box.stop()
    }

    private mutating func compare(
        _ script: LoadScript, _ size: Int, _ box: BoxProcess, _ raw: RawServer
    ) throws -> Comparison.Result {
        let before = Comparison.freshSequence
        let result = try Comparison(script: script, connections: size, plan: plan, folder: folder).run(box, raw)
        if size == Plan.everybody { resident = max(resident, result.resident) }
        if script.savesAnswers {
            let saved = try ReaderPool(path: room.database).read { connection in
                try connection.first("SELECT COUNT(*) FROM response WHERE sequence > \(before)") { $0.integer(0) }
            }
            guard saved == size else {
                throw Failed(description: "Of \(size) students \(saved ?? 0) have an answer saved.")
            }
        }
        return result
    }

    /// How long the body of the question page is as a browser gets it.
    private func pageBytes(_ box: BoxProcess) throws -> Int {
        let pupil = room.pupils[0]
        let browser = try Browser(port: box.port, session: pupil.token)
        browser.takesGzip = true
        let reply = try browser.get("/check/\(pupil.attempt)/\(pupil.choicePlace)")
        guard reply.status == 200 else { throw Failed(description: "The question page answers \(reply.status).") }
        return reply.body.count
    }
}
