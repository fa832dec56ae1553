import Foundation
import Synchronization
import TestSupport
import Testing

/// One chromedriver, from which every session of a test comes.
final class Driver: Sendable {
    static let program = "/usr/bin/chromedriver"
    static let browser = "/usr/bin/chromium"
    static let isThere = [program, browser].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    /// What the browsers leave behind goes with the driver.
    private let leftovers: TemporaryFolder
    private let process: ChildProcess
    private let port: UInt16
    private let sessions = Mutex<[Session]>([])

    private init() async throws {
        leftovers = try TemporaryFolder()
        (process, port) = try await Self.started(in: leftovers.path)
    }

    /// chromedriver takes a free IPv4 port and ends when the same IPv6 port is not free; then another is tried.
    private static func started(in folder: String) async throws -> (ChildProcess, UInt16) {
        for attempt in 1...4 {
            let process = try ChildProcess(program, ["--port=0"], environment: ["TMPDIR": folder])
            do {
                let port = try await process.awaitOutput(/started successfully on port ([0-9]+)/, "port")
                return (process, try #require(UInt16(port)))
            } catch  where attempt < 4 {
                process.kill()
            }
        }
        throw NeverHappened("chromedriver did not start.")
    }

    /// Runs a test with a driver, and closes every browser afterwards, however the test ends: a driver that merely ends
    /// leaves its browsers running.
    static func run(_ test: (Driver) async throws -> Void) async throws {
        let driver = try await Driver()
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await test(driver))
        } catch {
            outcome = .failure(error)
        }
        for session in driver.sessions.withLock(\.self) { try await session.close() }
        driver.process.kill()
        try outcome.get()
    }

    /// A browser of its own, with its own cookies and a profile that the driver makes and removes.
    ///
    /// - Parameter address: the site's, without a slash at the end.
    func session(at address: String) async throws -> Session {
        let wire = Wire(port: port, prefix: "")
        let opened = try await wire.post("session", NewSession(), as: NewSession.Opened.self)
        let session = Session(address: address, wire: Wire(port: port, prefix: "/session/\(opened.sessionId)"))
        sessions.withLock { $0.append(session) }
        return session
    }

    /// Closes one browser before the test ends.
    func close(_ session: Session) async throws {
        sessions.withLock { $0.removeAll { $0 === session } }
        try await session.close()
    }
}
