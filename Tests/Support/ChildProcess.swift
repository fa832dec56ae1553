import Foundation

/// A program that a test started: its output goes to a file, and it is ended at the latest when nobody holds it any more.
public final class ChildProcess: @unchecked Sendable {
    // Unchecked: after the start the process is only asked and signalled, and Foundation guards its state with a lock.
    private let process = Process()
    private let log: String
    private let folder: TemporaryFolder

    public init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        log = try folder.write("", to: "output")
        let output = FileHandle(forWritingAtPath: log)
        defer { try? output?.close() }
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
    }

    deinit {
        kill()
    }

    /// What the program has written so far, to standard output and standard error.
    public var output: String {
        String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
    }

    /// The first words that the program wrote in place of the pattern's group.
    public func awaitOutput<Output>(_ pattern: Regex<(Substring, Output)>, _ what: String) async throws -> Output {
        try await eventually("\(what) from \(name)", insight: { "It wrote: \(output)" }) {
            if let match = output.firstMatch(of: pattern) { return match.output.1 }
            guard process.isRunning else { throw NeverHappened("\(name) ended. It wrote: \(output)") }
            return nil
        }
    }

    /// Ends it as the power would: nothing is finished or written any more.
    public func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// Asks it to end, and waits until it has.
    public func stop() async throws {
        if process.isRunning { process.terminate() }
        try await ended()
    }

    /// Waits until it has ended by itself or by a signal; returns its exit status.
    @discardableResult
    public func ended() async throws -> Int32 {
        try await eventually("end of \(name)", insight: { "It wrote: \(output)" }) { process.isRunning ? nil : true }
        return process.terminationStatus
    }

    private var name: String { process.executableURL?.lastPathComponent ?? "" }
}
