import Dispatch
import Foundation
import LiveBox
import Testing

/// The whole program on alsa-lib, on cards that play in real time and fail as cards do.
@Suite("The gong on a card that keeps time", .serialized, .timeLimit(.minutes(1)))
struct TimedCardTests {
    /// Compiled once.
    private static let built = Result { try TimedCard() }

    private let card: TimedCard
    private let file: FileCard
    /// Tells the recordings of one test from those of the others.
    private let name = UUID().uuidString

    init() throws {
        card = try Self.built.get()
        // Long enough for what befalls a card after 100 ms of sound.
        file = try FileCard(frames: 19_200)
    }

    /// Runs the program to its end and returns its lines and its exit status. Not on the threads of the other tests.
    private func run(_ words: String...) async throws -> (lines: [String], status: Int32) {
        let environment = card.environment
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        let program = try ChildProcess([Program.path] + words, environment: environment)
                        var lines: [String] = []
                        while let line = program.readLine() { lines.append(line) }
                        return (lines, program.wait())
                    })
            }
        }
    }

    /// Rings once on the first card or the second and returns what the program said.
    private func ring(_ first: String, _ second: String = "none") async throws -> String {
        try await run("gong", "test", "--sound", "--sample", file.samplePath, "--card", first, "--card", second)
            .lines.joined()
    }

    /// What was recorded, without the silence.
    private func sound(_ name: String) throws -> [Int16] {
        defer { try? FileManager.default.removeItem(atPath: card.recording(name)) }
        let data = try Data(contentsOf: URL(filePath: card.recording(name)))
        return data.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }.filter { $0 != 0 }
    }

    @Test(
        "The gong is handed over whole and once, also in short writes, after an underrun and after a suspend",
        arguments: [TimedCard.Trouble.none, .short, .xrun, .suspend])
    func mended(trouble: TimedCard.Trouble) async throws {
        let said = try await ring(card.device(trouble, name: name))
        #expect(said.hasPrefix("The sound rang"), "\(said)")
        let sound = try sound(name)
        #expect(sound == file.gong.values, "\(sound.count) of \(file.gong.values.count) values")
    }

    @Test(
        "A card that is lost in the middle, or stands still, hands over to the next, which plays the rest",
        arguments: [TimedCard.Trouble.unplug, .stuck])
    func handedOver(trouble: TimedCard.Trouble) async throws {
        let said = try await ring(card.device(trouble, name: name + "1"), card.device(name: name + "2"))
        #expect(said.hasPrefix("The sound rang"), "\(said)")
        let (first, second) = (try sound(name + "1"), try sound(name + "2"))
        #expect(!first.isEmpty && !second.isEmpty)
        #expect(first + second == file.gong.values)
    }

    @Test("A card in use is passed over")
    func busy() async throws {
        let said = try await ring(card.device(.busy), card.device(name: name))
        #expect(said.hasPrefix("The sound rang"), "\(said)")
        #expect(try sound(name) == file.gong.values)
    }

    @Test("A card in use that is the only one is told with the remedy, and doctor says the same")
    func busyAlone() async throws {
        let device = card.device(.busy)
        let sentence =
            "The sound card \(device) is in use by another program. Stop that program or choose another card."
        #expect(try await ring(device) == "The gong was silent. \(sentence)")
        let (said, status) = try await run("doctor", "--data", file.folder, "--card", device)
        #expect(status == 1)
        #expect(said.contains("FAIL sound    \(sentence)"), "\(said)")
    }
}

/// The built program, which lies where the tests were built.
private enum Program {
    static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("gongbox").path
}
