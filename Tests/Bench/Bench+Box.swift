import Glibc
import LiveBox

extension Bench {
    /// `resident_idle`: an empty box that has served a page. `resident_300`: the year's, in the middle of the load.
    func memory() throws {
        let box = try serve("\(folder.path)/empty")
        _ = try Browser(port: box.port).get("/")
        tell("resident_idle", box.process.residentMegabytes, "MB")
        try box.stop()
        tell("resident_\(Plan.everybody)", resident, "MB", limit: 40)
    }

    /// `gong_idle_cpu`: what the whole box takes of a core while nobody asks for anything and it feeds silence to a card that plays
    /// in real time. The card is a plug-in of alsa-lib that also writes the silence to `/dev/null`; a driver is not in it.
    func idle() throws {
        let card = try TimedCard()
        let box = try BoxProcess(
            plan.program, data: "\(folder.path)/idle", options: ["--card", card.mute],
            environment: card.environment, core: Cores.server)
        let browser = try Browser(port: box.port)
        _ = try browser.get("/")
        // Past the start, and the decoding of the sound.
        sleep(3)
        let (begin, before) = (ContinuousClock.now, box.process.processorSeconds)
        sleep(10)
        let share = (box.process.processorSeconds - before) / ((ContinuousClock.now - begin) / .seconds(1))
        guard share > 0 else { throw Failed(description: "The box took no time at all: it fed no card.") }
        tell("gong_idle_cpu", 100 * share, "%", limit: 1)
        try box.stop()
    }

    /// `exec_to_first_page`: from the program's start to the last byte of the front page, with a year of records.
    func start() throws {
        var times: [Double] = []
        for _ in 0..<plan.runs {
            let begin = ContinuousClock.now
            let box = try serve()
            let reply = try Browser(port: box.port).get("/")
            times.append((ContinuousClock.now - begin) / .milliseconds(1))
            guard reply.status == 200 else { throw Failed(description: "The front page answers \(reply.status).") }
            try box.stop()
        }
        tell("exec_to_first_page", times.median, "ms", limit: 200)
    }

    /// `first_question_*`: what a phone with nothing cached gets over the air from the start of a check to its first question.
    func firstQuestion() throws {
        let box = try serve()
        let pupil = room.pupils[0]
        let visit = try PhoneVisit(port: box.port, session: pupil.token, path: "/check/\(pupil.attempt)")
        tell("first_question_bytes", Double(visit.bytes), "bytes", limit: 30_000)
        tell("first_question_requests", Double(visit.requests), "requests", limit: 5)
        try box.stop()
    }

    /// `sign_in_300_seconds`: the whole school year's intake enters its PIN at the same moment.
    func signIn() throws {
        let box = try serve()
        var seconds: [Double] = []
        var resident = 0.0
        for _ in 0..<plan.runs {
            let storm = try SignInStorm(room, box)
            seconds.append(storm.seconds)
            resident = max(resident, storm.resident)
        }
        tell("sign_in_\(Plan.everybody)_seconds", seconds.median, "s", limit: 15)
        tell("sign_in_\(Plan.everybody)_resident", resident, "MB", limit: 40)
        try box.stop()
    }
}
