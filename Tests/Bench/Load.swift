import Glibc
import LiveBox

/// wrk at work: one thread on the load's core, many connections.
struct Load {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    struct Result {
        let perSecond: Double
        /// Milliseconds.
        let p99: Double
    }

    private let wrk: ChildProcess

    /// Begins, and goes on for so many seconds. `script` is a file.
    init(_ script: String, port: UInt16, connections: Int, seconds: Int) throws {
        wrk = try ChildProcess(
            [
                "wrk", "--threads", "1", "--connections", String(connections), "--duration", "\(seconds)s", "--timeout",
                "30s",
                "--script", script, "http://127.0.0.1:\(port)/",
            ], core: Cores.load)
    }

    /// Waits for the end. A request that failed makes the run worthless: it is thrown.
    func result() throws -> Result {
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
                    "Of \(Int(figures[0])) requests \(Int(figures[2])) failed and \(Int(figures[3])) got an error page."
            )
        }
        return Result(perSecond: figures[0] / (figures[1] / 1e6), p99: figures[4] / 1000)
    }
}
