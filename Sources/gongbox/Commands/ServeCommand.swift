import Classroom
import Dispatch
import GongDevices
import HTTP
import Web

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `gongbox serve`: the box at work.
enum ServeCommand: Command {
    static let name = "serve"
    static let summary = "run the box: pages, line, gong"
    static let usage = """
        gongbox serve [--data DIR] [--port N] [--demo] [OPTION...]

        Runs until it is stopped (Ctrl-C, or SIGTERM), answers what is under way and ends.

          --data DIR        where the class's records are kept (systemd's state folder, or ~/.local/share/gongbox)
          --port N          the TCP port, 1 to 65535 (80 when started by systemd's socket, otherwise 8080); 0 takes a free one
          --demo            fills an empty box with a demonstration class and course, and opens the room
          --loopback        only this machine can connect
          --name NAME       another name by which the box may be called, such as gongbox.school.example; may be repeated
          --address URL     how people reach the box, for the board (http://ADDRESS:PORT)
        \(GongOptions.help)
        """

    static func run(_ words: [String]) async throws -> Int32 {
        let options = try Options(
            words, flags: ["--demo", "--loopback"],
            valued: GongOptions.valued.union(["--data", "--port", "--name", "--address"]))
        guard options.operands.isEmpty else { throw UsageError("\"\(options.operands[0])\" is not an option.") }
        let port = UInt16(try options.number("--port", in: 0...65535) ?? 8080)
        let data = try DataFolder(options.last("--data"))
        var configuration = try GongOptions.configuration(options)
        configuration.ownSoundPath = data.ownSound
        let changes = Changes()
        let gong = GongStand(configuration) { voice in
            Terminal.complain("\(voice.voice): \(voice.sentence)")
            changes.tell(.room)
        }

        let environment = ProcessInfo.processInfo.environment
        let socket: ListeningSocket
        if let given = ListeningSocket(systemd: environment) {
            socket = given
        } else {
            socket = try ListeningSocket(port: port, loopbackOnly: options.has("--loopback"))
        }
        let classroom = try Classroom(path: data.database, ringer: gong, changes: changes)
        if options.has("--demo") { try await Demonstration.fill(classroom) }

        let host = options.has("--loopback") ? "127.0.0.1" : LocalNetwork.address ?? "127.0.0.1"
        let suffix = socket.port == 80 ? "" : ":\(socket.port)"
        let address = options.last("--address") ?? "http://\(host)\(suffix)"
        let names =
            ["localhost", ProcessInfo.processInfo.hostName, "gongbox.local", "gongbox.home.arpa"]
            + options.all("--name")
        let site = try Site(
            classroom: classroom, address: address, hosts: Set(names.map { $0.lowercased() }),
            resources: (
                assets: Resources.path("Assets", of: "Web"), languages: Resources.path("Languages", of: "Web")
            ),
            log: { Terminal.complain($0) })
        try await classroom.restoreGong()
        gong.start()
        let server = try Server(socket: socket, responder: site)
        try announce(address: address, code: try classroom.setUpCode)

        await StopSignal.wait()
        Terminal.say("Stopping.")
        // Off the cooperative pool: the stop waits for answers that are computed on it.
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "gongbox.stop").async {
                server.stop()
                gong.stop()
                continuation.resume()
            }
        }
        return 0
    }

    private static func announce(address: String, code: String?) throws {
        Terminal.say("Students: \(address)/")
        Terminal.say("Teacher:  \(address)/teacher")
        Terminal.say("Board:    \(address)/board")
        if let code { Terminal.say("Set-up code: \(code)  (enter it on the teacher's page)") }
    }
}
