import Glibc

/// `gongbox serve`, started on a data folder.
public struct BoxProcess {
    public struct CannotServe: Error, CustomStringConvertible {
        public let description = "The box ended before it told its address. Its own words are above."
    }

    public struct NeverStops: Error, CustomStringConvertible {
        public let description = "The box did not stop within 15 seconds of SIGTERM."
    }

    public struct StoppedBadly: Error, CustomStringConvertible {
        /// As `ChildProcess.wait` tells it.
        public let status: Int32
        public var description: String { "The box stopped with status \(status); its own words are above." }
    }

    public let process: ChildProcess
    public let port: UInt16

    /// Returns once the box has told its address.
    ///
    /// - Parameters:
    ///   - program: the path of `gongbox`.
    ///   - options: more words for `serve`.
    ///   - preload: a shared library that is put before the C library.
    public init(
        _ program: String, data: String, options: [String] = [], preload: String? = nil,
        environment: [String: String] = [:], core: Int? = nil
    ) throws {
        process = try ChildProcess(
            [program, "serve", "--data", data, "--port", "0", "--loopback"] + options,
            environment: environment.merging(preload.map { ["LD_PRELOAD": $0] } ?? [:]) { own, _ in own }, core: core)
        guard let line = process.readLine(), let text = line.split(separator: ":").last,
            let port = UInt16(text.prefix { $0.isNumber })
        else { throw CannotServe() }
        self.port = port
    }

    /// Ends it as systemd does, which must take no longer than the box lets answers and gong finish.
    public func stop() throws {
        kill(process.identifier, SIGTERM)
        guard process.ends(within: 15) else { throw NeverStops() }
        let status = process.wait()
        if status != 0 { throw StoppedBadly(status: status) }
    }
}
