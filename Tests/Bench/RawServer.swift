import CMicroHTTPD
import Foundation
import HTTP
import LiveBox

/// libmicrohttpd with nothing above it, in a process of its own on the server's core: what a server could do at most.
struct RawServer {
    struct CannotStart: Error, CustomStringConvertible {
        let description = "The raw server could not start."
    }

    let process: ChildProcess
    let port: UInt16

    /// `bench` with these words.
    init(_ words: [String], preload: String? = nil) throws {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process = try ChildProcess(
            [program] + words, environment: preload.map { ["LD_PRELOAD": $0] } ?? [:], core: Cores.server)
        guard let port = process.readLine().flatMap(UInt16.init) else { throw CannotStart() }
        self.port = port
    }

    /// What that process does: serves by the box's own shim until it is ended, and prints the port first.
    static func serve(_ context: UnsafeMutableRawPointer, _ handler: @escaping MHD_AccessHandlerCallback) throws {
        let socket = try ListeningSocket(port: 0, loopbackOnly: true)
        let daemon = gb_start_daemon(socket.descriptor, 1_000, 60, 16 << 10, handler, ignoreEnd, context)
        guard daemon != nil else { throw CannotStart() }
        print(socket.port)
        fflush(nil)
        while true { pause() }
    }
}

private let ignoreEnd: MHD_RequestCompletedCallback = { _, _, _, _ in }
