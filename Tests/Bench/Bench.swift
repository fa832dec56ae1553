import Glibc
import LiveBox

/// Measures one figure after the other, always in the same order, and prints each as soon as it is known.
struct Bench {
    let plan: Plan
    let folder: TemporaryFolder
    let room: PreparedRoom

    init(_ plan: Plan) async throws {
        self.plan = plan
        folder = try TemporaryFolder()
        if !Cores.areTwo { complain("There is one core only: the load takes time from the server.") }
        room = try await PreparedRoom(
            data: "\(folder.path)/year", program: plan.program, students: Plan.everybody, conferences: plan.strikes,
            history: Year.write)
    }

    /// False when something was measured that cannot count.
    func run() throws -> Bool {
        var isSound = true
        let parts: [() throws -> Void] = [pages, answers]
        for part in parts {
            do {
                try part()
            } catch {
                complain("\(error)")
                isSound = false
            }
        }
        return isSound
    }

    func pages() throws {
        let box = try serve()
        let raw = try RawServer.start(["raw-http", String(try pageBytes(box))])
        for size in Plan.sizes {
            let load = Comparison(script: .pages(room.pupils.prefix(size)), plan: plan, folder: folder, size: size)
            let result = try load.run(box, raw)
            tell("raw_page_\(size)", result.raw, "/s")
            tell("quiz_page_\(size)", result.perSecond, "/s", limit: 0.25 * result.raw)
            tell("quiz_page_\(size)_p99", result.p99, "ms", limit: size == Plan.everybody ? 20 : nil)
        }
        box.stop()
    }

    func answers() throws {
        let box = try serve()
        let raw = try RawServer.start(["raw-commit", "\(folder.path)/raw.sqlite"])
        for size in Plan.sizes {
            let load = Comparison(script: .answers(room.pupils.prefix(size)), plan: plan, folder: folder, size: size)
            let result = try load.run(box, raw)
            tell("raw_commit_\(size)", result.raw, "/s")
            tell("saved_answer_\(size)", result.perSecond, "/s", limit: 0.6 * result.raw)
            tell("saved_answer_\(size)_p99", result.p99, "ms", limit: size == Plan.everybody ? 100 : nil)
        }
        box.stop()
    }

    func serve(preload: String? = nil) throws -> BoxProcess {
        try BoxProcess(
            plan.program, data: room.data, options: ["--card", "null"], preload: preload, core: Cores.server)
    }

    func tell(_ name: String, _ value: Double, _ unit: String, limit: Double? = nil) {
        print(Figure(name: name, value: value, unit: unit, limit: limit).line)
        fflush(nil)
    }

    /// How long the question page's body is as a browser gets it.
    private func pageBytes(_ box: BoxProcess) throws -> Int {
        let pupil = room.pupils[0]
        let browser = try Browser(port: box.port)
        browser.cookies["gongbox"] = pupil.token.text
        let reply = try browser.get("/check/\(pupil.attempt)/\(pupil.choicePlace)")
        guard reply.status == 200 else {
            throw LoadRun.Failed(description: "The question page answers \(reply.status).")
        }
        return reply.body.count
    }
}
