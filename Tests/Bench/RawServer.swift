import CMicroHTTPD
import Foundation
import HTTP
import LiveBox

/// libmicrohttpd with nothing above it, started by the box's own shim: what the box's server could do at most.
enum RawServer {
    struct CannotStart: Error, CustomStringConvertible {
        let description = "The raw server could not start."
    }

    /// Serves until the process is ended; prints the port first.
    static func serve(_ context: UnsafeMutableRawPointer, _ handler: @escaping MHD_AccessHandlerCallback) throws {
        let socket = try ListeningSocket(port: 0, loopbackOnly: true)
        let daemon = gb_start_daemon(socket.descriptor, 1_000, 60, 16 << 10, handler, ignoreEnd, context)
        guard daemon != nil else { throw CannotStart() }
        print(socket.port)
        fflush(nil)
        while true { pause() }
    }

    /// One of these in a process of its own, on the server's core.
    static func start(_ words: [String], preload: String? = nil) throws -> (process: ChildProcess, port: UInt16) {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = try ChildProcess(
            [program] + words, environment: preload.map { ["LD_PRELOAD": $0] } ?? [:], core: Cores.server)
        guard let port = process.readLine().flatMap(UInt16.init) else { throw CannotStart() }
        return (process, port)
    }
}

private let ignoreEnd: MHD_RequestCompletedCallback = { _, _, _, _ in }
