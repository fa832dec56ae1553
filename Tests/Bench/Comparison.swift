import LiveBox

/// The box and the raw server under the same requests, turn by turn, so that what else the machine does falls on both.
struct Comparison {
    struct Result {
        /// The raw server's rate, a second.
        let raw: Double
        let perSecond: Double
        /// Milliseconds.
        let p99: Double
        /// The most memory that the box had in a run, megabytes.
        let resident: Double
    }

    let script: LoadScript
    let plan: Plan
    let folder: TemporaryFolder
    /// How many connections.
    let size: Int

    func run(_ box: BoxProcess, _ raw: (process: ChildProcess, port: UInt16)) throws -> Result {
        var rawRates: [Double] = []
        var runs: [LoadRun] = []
        for _ in 0..<plan.runs {
            let file = try folder.write("load.lua", script.text(after: Self.freshSequence).utf8)
            rawRates.append(try load(file, raw.port, raw.process).perSecond)
            runs.append(try load(file, box.port, box.process))
        }
        return Result(
            raw: rawRates.median, perSecond: runs.map(\.perSecond).median, p99: runs.map(\.p99).median,
            resident: runs.map(\.resident).max() ?? 0)
    }

    private static let start = ContinuousClock.now

    /// Greater than what any earlier run used: nobody saves a hundred answers of one student in a millisecond.
    private static var freshSequence: Int { Int((ContinuousClock.now - start) / .milliseconds(1)) * 100 + 1_000 }

    private func load(_ file: String, _ port: UInt16, _ server: ChildProcess) throws -> LoadRun {
        try LoadRun(file, port: port, connections: size, seconds: plan.seconds, server: server)
    }
}
