import Assessment
import Glibc
import LiveBox

/// Kills the box in the middle of its work, starts it again, and compares what it has with what it said.
struct KillTest {
    struct Failed: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    /// How many conferences may be decided in one life of the box.
    private static let decisionsPerRound = 3

    private let plan: Plan
    private let folder: TemporaryFolder
    private let room: PreparedRoom
    private let gong: String
    /// Makes commits last longer than acknowledgements travel: a box that acknowledges before its commit is caught.
    private let slowDisk: String
    private var generator: SeededGenerator
    private var ledger = Ledger()
    /// What is wrong, a sentence each; what stays wrong counts once.
    private var losses: Set<String> = []
    private var faults: Set<String> = []
    private var sounds = 0

    init(_ plan: Plan) async throws {
        self.plan = plan
        folder = try TemporaryFolder()
        generator = SeededGenerator(seed: plan.seed)
        gong = try folder.write("gong.wav", Recording.shortGong)
        slowDisk = try SlowDisk.build(in: folder, write: 100)
        room = try await PreparedRoom(
            data: "\(folder.path)/data", program: plan.program, students: plan.students,
            conferences: plan.rounds * Self.decisionsPerRound)
    }

    /// Whether all was well.
    mutating func run() throws -> Bool {
        print("\(plan.rounds) rounds, \(plan.students) students, seed \(plan.seed)")
        for round in 1...plan.rounds { try live(round) }
        let end = try look()
        let owed = try Records(room.database).strikes
        print("answers acknowledged: \(ledger.acknowledgements), lost: \(losses.count)")
        print(
            "decisions acknowledged: \(ledger.decided.count), strikes owed: \(owed.count), "
                + "sounded or joined: \(owed.count { ["sounded", "joined"].contains($0.outcome) }), "
                + "cut off by a kill: \(end.unsounded), of these listed for the teacher: \(end.listed), sounds recorded: \(sounds)"
        )
        print("other faults: \(faults.count)")
        if ledger.acknowledgements == 0 || ledger.decided.isEmpty {
            print("Nothing was acknowledged, so nothing was tested.")
            return false
        }
        return losses.isEmpty && faults.isEmpty
    }

    /// One round: a fresh process on the records that the last kill left; checks them, then floods and kills it.
    private mutating func live(_ round: Int) throws {
        let recording = Recording(path: "\(folder.path)/round-\(round).raw")
        let box = try serve(recording)
        let before = try check("after kill \(round - 1)")
        // An old one too: a second tap decides nothing anew, owes nothing and must not be heard.
        let old = room.conferences.filter { ledger.decided.contains($0.attempt) }.randomElement(using: &generator)
        let open = room.conferences.filter { !ledger.decided.contains($0.attempt) }.prefix(Self.decisionsPerRound)
        let taps = [old].compactMap { $0 } + open
        let delay = Int.random(in: 300...2_500, using: &generator)
        var flood = try Flood(room, box)
        try flood.run(killAfter: delay, taps: taps[...], ledger: &ledger, generator: &generator)
        let heard = recording.sounds
        let owed = try Records(room.database).strikes.count - before
        sounds += heard
        if heard > owed { fault("\(heard) sounds for \(owed) strikes owed.", "round \(round)") }
    }

    /// After the last kill: strikes of which no sound is known are shown to the teacher, and not rung by themselves.
    private mutating func look() throws -> (unsounded: Int, listed: Int) {
        let recording = Recording(path: "\(folder.path)/last.raw")
        let box = try serve(recording)
        try check("after the last kill")
        // The box calls a strike unsounded five seconds after it was owed.
        usleep(5_500_000)
        let teacher = try Browser(port: box.port, session: room.teacher)
        let page = try teacher.get("/teacher").text
        try box.stop()
        let unsounded = try Records(room.database).strikes.filter { $0.outcome.isEmpty }
        let listed = unsounded.count { page.contains("/teacher/strike/\($0.id)/ring") }
        // The page has room for five.
        if listed < min(5, unsounded.count) {
            fault("\(unsounded.count) strikes are unsounded, \(listed) are listed.", "at the end")
        }
        if recording.sounds > 0 { fault("A strike was rung by itself after a restart.", "at the end") }
        return (unsounded.count, listed)
    }

    private func serve(_ recording: Recording) throws -> BoxProcess {
        try BoxProcess(
            plan.program, data: room.data, options: ["--card", recording.device, "--sample", gong],
            preload: slowDisk)
    }

    /// Returns how many strikes have been owed so far.
    @discardableResult
    private mutating func check(_ moment: String) throws -> Int {
        let records = try Records(room.database)
        for loss in records.losses(ledger) where losses.insert(loss).inserted { print("\(moment): \(loss)") }
        for sentence in records.faults(ledger) { fault(sentence, moment) }
        return records.strikes.count
    }

    private mutating func fault(_ sentence: String, _ moment: String) {
        if faults.insert(sentence).inserted { print("\(moment): \(sentence)") }
    }
}
