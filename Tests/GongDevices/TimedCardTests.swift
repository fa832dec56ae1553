import Foundation
import LiveBox
import Testing

/// The whole program on alsa-lib, on cards that play in real time and fail as cards do.
@Suite("The gong on a card that keeps time", .serialized, .timeLimit(.minutes(1)))
struct TimedCardTests {
    private let card: TimedCard
    private let file: FileCard

    init() throws {
        card = try TimedCard()
        // Long enough for what befalls a card after 100 ms of sound.
        file = try FileCard(frames: 19_200)
    }

    /// Rings once and returns what the program said.
    private func ring(_ devices: String...) throws -> String {
        let words = devices.flatMap { ["--card", $0] }
        let program = try ChildProcess(
            [Program.path, "gong", "test", "--sound", "--sample", file.samplePath] + words,
            environment: card.environment)
        var said = ""
        while let line = program.readLine() { said += line }
        program.wait()
        return said
    }

    /// What was recorded, without the silence.
    private func sound(_ name: String = "card") throws -> [Int16] {
        let data = try Data(contentsOf: URL(filePath: card.recording(name)))
        return data.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }.filter { $0 != 0 }
    }

    @Test(
        "The gong is handed over whole and once, also in short writes, after an underrun and after a suspend",
        arguments: [TimedCard.Trouble.none, .short, .xrun, .suspend])
    func mended(trouble: TimedCard.Trouble) throws {
        let said = try ring(card.device(trouble))
        #expect(said.hasPrefix("The sound rang"), "\(said)")
        let sound = try sound()
        #expect(sound == file.gong.values, "\(sound.count) of \(file.gong.values.count) values")
    }

    @Test(
        "A card that is lost in the middle, or stands still, hands over to the next, which plays the rest",
        arguments: [TimedCard.Trouble.unplug, .stuck])
    func handedOver(trouble: TimedCard.Trouble) throws {
        let said = try ring(card.device(trouble, name: "first"), card.device(name: "second"))
        #expect(said.hasPrefix("The sound rang"), "\(said)")
        let (first, second) = (try sound("first"), try sound("second"))
        #expect(!first.isEmpty && !second.isEmpty)
        #expect(first + second == file.gong.values)
    }

    @Test("A card in use is passed over")
    func busy() throws {
        let said = try ring(card.device(.busy, name: "first"), card.device(name: "second"))
        #expect(said.hasPrefix("The sound rang"), "\(said)")
        #expect(try sound("second") == file.gong.values)
    }

    @Test("A card in use that is the only one is told with the remedy, and doctor says the same")
    func busyAlone() throws {
        let device = card.device(.busy)
        let sentence =
            "The sound card \(device) is in use by another program. Stop that program or choose another card."
        #expect(try ring(device) == "The gong was silent. \(sentence)")
        let doctor = try ChildProcess(
            [Program.path, "doctor", "--data", file.folder, "--card", device], environment: card.environment)
        var said: [String] = []
        while let line = doctor.readLine() { said.append(line) }
        #expect(doctor.wait() == 1)
        #expect(said.contains("FAIL sound    \(sentence)"), "\(said)")
    }
}

/// The built program, which lies where the tests were built.
private enum Program {
    static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("gongbox").path
}
