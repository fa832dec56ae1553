import Glibc
import LiveBox

/// One run of wrk against a server that has a core to itself.
struct LoadRun {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    let perSecond: Double
    /// Milliseconds.
    let p99: Double
    /// The server's memory in the middle of the run, megabytes.
    let resident: Double

    /// Errors that wrk saw make a run worthless: they are thrown.
    init(_ script: String, port: UInt16, connections: Int, seconds: Int, server: ChildProcess) throws {
        let wrk = try ChildProcess(
            [
                "wrk", "--threads", "1", "--connections", String(connections), "--duration", "\(seconds)s", "--timeout",
                "30s",
                "--script", script, "http://127.0.0.1:\(port)/",
            ], core: Cores.load)
        usleep(UInt32(seconds) * 600_000)
        resident = server.residentMegabytes
        var figures: [Double] = []
        while let line = wrk.readLine() {
            if line.hasPrefix("figures ") { figures = line.split(separator: " ").dropFirst().compactMap { Double($0) } }
        }
        guard wrk.wait() == 0, figures.count == 5, figures[0] > 0 else {
            throw Failed(description: "wrk did not come to figures; is Debian's package wrk installed?")
        }
        guard figures[2] + figures[3] == 0 else {
            throw Failed(
                description:
                    "\(Int(figures[2])) of \(Int(figures[0])) requests failed, \(Int(figures[3])) were answered with an error."
            )
        }
        perSecond = figures[0] / (figures[1] / 1e6)
        p99 = figures[4] / 1000
    }
}
