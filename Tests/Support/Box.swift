import Foundation

/// The built program, at work on a data folder of its own and a free port of the loopback.
public final class Box: Sendable {
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    public let address: String
    /// What the teacher types at the first set-up; printed only while the box is new.
    public let setUpCode: String

    private let data: TemporaryFolder
    private let options: [String]
    private let process: Running

    /// Starts a box that knows nobody yet; `options` are more words for `gongbox serve`.
    public init(_ options: String...) async throws {
        self.options = options
        data = try TemporaryFolder()
        process = Running(try Self.serve(data, port: "0", options))
        address = try await String(process.current.awaitOutput(/Students: (http:\S+[0-9])\//, "address"))
        setUpCode = try await String(process.current.awaitOutput(/Set-up code: (\S+)/, "set-up code"))
    }

    /// Ends it with SIGKILL, as if the plug were pulled: nothing is finished or written any more.
    public func losePower() async throws {
        process.current.kill()
        try await process.current.ended()
    }

    /// Starts it again on the same data and port.
    public func start() async throws {
        let port = address.split(separator: ":").last.map(String.init) ?? ""
        process.current = try Self.serve(data, port: port, options)
        _ = try await process.current.awaitOutput(/Board: +(\S+)/, "address")
    }

    /// Stops it as the system would, and waits until it has finished what it was doing.
    public func stop() async throws {
        try await process.current.stop()
    }

    /// What the program printed since its last start.
    public var log: String { process.current.output }

    private static func serve(_ data: TemporaryFolder, port: String, _ options: [String]) throws -> ChildProcess {
        try ChildProcess(program, ["serve", "--data", "\(data.path)/box", "--port", port, "--loopback"] + options)
    }

    /// `gongbox` lies where the tests were built.
    private static var program: String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("gongbox").path
    }
}

/// Which process is the box: another one after a restart. A test restarts a box from one task only.
private final class Running: @unchecked Sendable {
    private let lock = NSLock()
    private var process: ChildProcess

    init(_ process: ChildProcess) { self.process = process }

    var current: ChildProcess {
        get { lock.withLock { process } }
        set { lock.withLock { process = newValue } }
    }
}
