import Gong
import Synchronization
import Testing

@testable import GongDevices

/// A voice that counts its strikes, and is silent for a reason if it has one.
private final class FakeVoice: Voice {
    let name: String
    private let silence: String?
    private let gate: Promise<Void>
    private let strikes = Mutex(0)

    /// - Parameter gate: what each strike waits for.
    init(_ name: String, silence: String? = nil, gate: Promise<Void> = .kept(())) {
        self.name = name
        self.silence = silence
        self.gate = gate
    }

    var sounded: Int { strikes.withLock { $0 } }

    func start() {}
    func stop() {}
    func tried() async {}
    func soundedOut() async {}

    func sound(asked: UInt64) async throws(Silence) -> UInt64 {
        await gate.value
        if let silence { throw Silence(silence) }
        strikes.withLock { $0 += 1 }
        return name == "sound" ? 2_000 : 1_000
    }

    func health() -> VoiceHealth {
        VoiceHealth(voice: name, works: silence == nil, sentence: silence ?? "Works.")
    }
}

@Suite("The gong stand")
struct GongStandTests {
    @Test("The choice of voices holds from the next strike on, and there is none with one voice")
    func chooses() async {
        let (sound, striker) = (FakeVoice("sound"), FakeVoice("striker"))
        // A second apart, for strikes at once share a ring.
        let seconds = Mutex<UInt64>(0)
        let now: @Sendable () -> UInt64 = {
            seconds.withLock { seconds in
                seconds += 2_000_000_000
                return seconds
            }
        }
        let stand = GongStand(choice: .sound, sound: sound, striker: striker, now: now)
        #expect(await stand.ring(Strike(id: "1", name: "")).outcome == .sounded(voice: "sound"))
        stand.choose(.striker)
        #expect(stand.voiceChoice == .striker)
        #expect(await stand.ring(Strike(id: "2", name: "")).outcome == .sounded(voice: "striker"))
        let alone = GongStand(choice: .sound, sound: sound, striker: nil)
        alone.choose(.striker)
        #expect(alone.voiceChoice == nil)
    }

    @Test(
        "A voice with one loudness sounds at full loudness and is left out, with the remedy, when it has to be softer")
    func oneLoudness() async throws {
        let striker = FakeVoice("striker")
        #expect(try await striker.sound(asked: 0, loudness: .full) == 1_000)
        for loudness in [Loudness.medium, .soft] {
            let silence = await #expect(throws: Silence.self) { try await striker.sound(asked: 0, loudness: loudness) }
            #expect(silence?.reason.contains("Change the volume") == true)
        }
        #expect(striker.sounded == 1)
    }

    private static let ada = Strike(id: "1", name: "Ada")

    @Test(
        "The chosen voice sounds; where it cannot, the other does",
        arguments: [
            (VoiceChoice.sound, true, true, Sounding.Outcome.sounded(voice: "sound")),
            (.sound, false, true, .sounded(voice: "striker")),
            (.striker, true, true, .sounded(voice: "striker")),
            (.striker, true, false, .sounded(voice: "sound")),
            (.both, true, true, .sounded(voice: "sound and striker")),
            (.both, true, false, .sounded(voice: "sound")),
            (.both, false, true, .sounded(voice: "striker")),
            (.sound, false, false, .silent(reason: "No card. No chip.")),
            (.striker, false, false, .silent(reason: "No chip. No card.")),
            (.both, false, false, .silent(reason: "No card. No chip.")),
        ])
    func choice(_ choice: VoiceChoice, sound: Bool, striker: Bool, outcome: Sounding.Outcome) async {
        let stand = GongStand(
            choice: choice, sound: FakeVoice("sound", silence: sound ? nil : "No card."),
            striker: FakeVoice("striker", silence: striker ? nil : "No chip."))
        #expect(await stand.ring(Self.ada).outcome == outcome)
    }

    @Test("Three hundred strikes at once are one sound that names all")
    func storm() async {
        let voice = FakeVoice("sound")
        let stand = GongStand(choice: .sound, sound: voice, striker: nil, now: { 77 })
        let soundings = await withTaskGroup(of: Sounding.self) { group in
            for number in 0..<300 {
                group.addTask { await stand.ring(Strike(id: "\(number)", name: "Student \(number)")) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(voice.sounded == 1)
        #expect(soundings.count(where: { $0.outcome == .sounded(voice: "sound") }) == 1)
        let first = stand.latestRing?.strikes.first?.id ?? ""
        #expect(soundings.count(where: { $0.outcome == .joined(first) }) == 299)
        #expect(stand.latestRing?.names.count == 300)
    }

    @Test("Whoever joins a ring that stays silent is told why, and may be rung again", .timeLimit(.minutes(1)))
    func silentRing() async {
        let gate = Promise<Void>()
        let stand = GongStand(
            choice: .sound, sound: FakeVoice("sound", silence: "No card.", gate: gate), striker: nil, now: { 77 })
        let silent = Sounding(outcome: .silent(reason: "No card."), lateness: 0)
        async let first = stand.ring(Self.ada)
        async let second = stand.ring(Strike(id: "2", name: "Bob"))
        while stand.latestRing?.strikes.count != 2 { await Task.yield() }
        gate.keep(())
        #expect(await first == silent)
        #expect(await second == silent)
        #expect(await stand.ring(Self.ada) == silent)
    }

    @Test("A gong without any voice says what to do")
    func nothing() async {
        let stand = GongStand(choice: .both, sound: nil, striker: nil)
        guard case .silent(let reason) = await stand.ring(Self.ada).outcome else {
            Issue.record("It sounded.")
            return
        }
        #expect(reason.contains("neither a sound card nor a striker"))
        #expect(stand.health().map(\.works) == [false])
        #expect(stand.health().map(\.voice) == ["gong"])
    }

    @Test("A test sounds the voice that is tested, whatever is chosen, and is no strike")
    func tests() async {
        let (sound, striker) = (FakeVoice("sound"), FakeVoice("striker"))
        let stand = GongStand(choice: .sound, sound: sound, striker: striker)
        #expect(await stand.testStriker().outcome == .sounded(voice: "striker"))
        #expect(await stand.testSound().outcome == .sounded(voice: "sound"))
        #expect((sound.sounded, striker.sounded) == (1, 1))
        #expect(stand.latestRing == nil)
    }
}
