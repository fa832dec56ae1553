import Classroom
import GongDevices
import HTTP
import SQLite
import Web

/// `gongbox doctor`: what works, and where it does not, what to do.
enum DoctorCommand: Command {
    static let name = "doctor"
    static let summary = "say what works, and what to do where something does not"
    static let usage = """
        gongbox doctor [--data DIR] [--port N] [OPTION...]

        Looks at the data folder, the port, the pages' files, the card and the striker, one line each. Rings nothing.
        Exit status: 0 when all is well, 1 otherwise.

          --data DIR        the box's data folder (as for `gongbox serve`)
          --port N          the port to look at (8080)
        \(GongOptions.help)
        """

    static func run(_ words: [String]) async throws -> Int32 {
        let options = try Options(words, flags: [], valued: GongOptions.valued.union(["--data", "--port"]))
        guard options.operands.isEmpty else { throw UsageError("\"\(options.operands[0])\" is not an option.") }
        let port = UInt16(try options.number("--port", in: 1...65535) ?? 8080)
        var isWell = true
        let check = { (name: String, works: Bool, sentence: String) in
            isWell = isWell && works
            print("\(works ? "ok  " : "FAIL") \(name.padded(to: 9))\(sentence)")
        }
        var configuration = try GongOptions.configuration(options)
        var records: String?
        do {
            let folder = try DataFolder(options.last("--data"))
            _ = try Writer(path: folder.database)
            records = folder.database
            configuration.ownSoundPath = folder.ownSound
            check("data", true, "The records are kept in \(folder.path).")
        } catch {
            check("data", false, "\(error)")
        }
        do {
            _ = try ListeningSocket(port: port)
            check("port", true, "Port \(port) is free.")
        } catch {
            check("port", false, "\(error) If that program is Gongbox itself, all is well.")
        }
        do {
            _ = try Resources.path("Assets", of: "Web")
            check("pages", true, "The pages' files are in place.")
        } catch {
            check("pages", false, "\(error)")
        }
        let gong = GongStand(configuration)
        // The voice and the sound that the teacher chose are those to look at.
        if let records { try await Classroom(path: records, ringer: gong).restoreGong() }
        gong.start()
        await gong.tried()
        for voice in gong.health() { check(voice.voice, voice.works, voice.sentence) }
        gong.stop()
        return isWell ? 0 : 1
    }
}
