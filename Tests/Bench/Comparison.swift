import Glibc
import LiveBox

/// The box and the raw server under the same requests, turn by turn, so that what else the machine does falls on both.
struct Comparison {
    struct Result {
        /// The raw server's rate, a second.
        let raw: Double
        let perSecond: Double
        /// Milliseconds.
        let p99: Double
        /// The most memory that the box had in the middle of a run, megabytes.
        let resident: Double
    }

    let script: LoadScript
    let connections: Int
    let plan: Plan
    let folder: TemporaryFolder

    func run(_ box: BoxProcess, _ raw: RawServer) throws -> Result {
        var rawRates: [Double] = []
        var results: [Load.Result] = []
        var resident = 0.0
        for _ in 0..<plan.runs {
            let file = try folder.write("load.lua", script.text(after: Self.freshSequence).utf8)
            rawRates.append(try load(file, raw.port).result().perSecond)
            let load = try load(file, box.port)
            usleep(UInt32(plan.seconds) * 600_000)
            resident = max(resident, box.process.residentMegabytes)
            results.append(try load.result())
        }
        return Result(
            raw: rawRates.median, perSecond: results.map(\.perSecond).median, p99: results.map(\.p99).median,
            resident: resident)
    }

    private static let start = ContinuousClock.now

    /// Greater than what any earlier run used: nobody saves a hundred answers of one student in a millisecond.
    static var freshSequence: Int { Int((ContinuousClock.now - start) / .milliseconds(1)) * 100 + 1_000 }

    private func load(_ file: String, _ port: UInt16) throws -> Load {
        try Load(file, port: port, connections: connections, seconds: plan.seconds)
    }
}
