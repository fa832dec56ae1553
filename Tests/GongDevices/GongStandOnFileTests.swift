import Gong
import GongDevices
import Testing

@Suite("The gong stand on ALSA's file device")
struct GongStandOnFileTests {
    let card: FileCard

    init() throws {
        card = try FileCard()
    }

    private func stand(devices: [String]? = nil) -> GongStand {
        GongStand(GongConfiguration(soundDevices: devices ?? [card.device], samplePath: card.samplePath))
    }

    @Test("One strike puts the gong into the file once, whole and unchanged")
    func oneStrike() async {
        let stand = stand()
        stand.start()
        let sounding = await stand.ring(Strike(id: "1", name: "Ada"))
        #expect(sounding.outcome == .sounded(voice: "sound"))
        #expect(sounding.lateness > 0)
        await stand.soundedOut()
        stand.stop()
        #expect(card.sounds() == [card.gong.values])
    }

    @Test("Two strikes at once put one gong into the file and name both")
    func twoStrikes() async {
        let stand = stand()
        stand.start()
        async let first = stand.ring(Strike(id: "1", name: "Ada"))
        async let second = stand.ring(Strike(id: "2", name: "Bob"))
        let outcomes = await [first.outcome, second.outcome]
        #expect(outcomes.contains(.sounded(voice: "sound")))
        #expect(outcomes.contains(.joined("1")) != outcomes.contains(.joined("2")))
        #expect(Set(stand.latestRing?.names ?? []) == ["Ada", "Bob"])
        await stand.soundedOut()
        stand.stop()
        #expect(card.sounds() == [card.gong.values])
    }

    @Test("Before any strike the stand knows what works and what does not")
    func healthAtRest() async throws {
        let stand = GongStand(
            GongConfiguration(
                soundDevices: [card.device], samplePath: card.samplePath, striker: .init(chip: "no-such-chip")))
        stand.start()
        await stand.tried()
        let health = stand.health()
        stand.stop()
        #expect(health.map(\.voice) == ["sound", "striker"])
        #expect(health.map(\.works) == [true, false])
        #expect(health[0].sentence == "Plays on \(card.device): 48000 Hz, period 480, buffer 1920 frames.")
    }

    @Test(
        "A missing or broken sample is silence with its path and the remedy",
        arguments: [
            ("/nonexistent/gong.flac", "is missing"), ("/proc/self/status", "cannot be played"),
        ])
    func badSample(path: String, words: String) async throws {
        let stand = GongStand(GongConfiguration(soundDevices: [card.device], samplePath: path))
        stand.start()
        let outcome = await stand.ring(Strike(id: "1", name: "Ada")).outcome
        stand.stop()
        guard case .silent(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains(path))
        #expect(reason.contains(words))
    }

    @Test("The same strike sounds once, however often it is rung")
    func repeated() async {
        let stand = stand()
        stand.start()
        let strike = Strike(id: "1", name: "Ada")
        #expect(await stand.ring(strike).outcome == .sounded(voice: "sound"))
        #expect(await stand.ring(strike).outcome == .joined("1"))
        await stand.soundedOut()
        stand.stop()
        #expect(card.sounds().count == 1)
    }

    @Test("A missing card is passed over for the next, and the sentence says so")
    func failOver() async throws {
        let stand = stand(devices: ["plughw:CARD=NotHere,DEV=0", card.device])
        stand.start()
        #expect(await stand.ring(Strike(id: "1", name: "Ada")).outcome == .sounded(voice: "sound"))
        let health = try #require(stand.health().first)
        #expect(health.works)
        #expect(health.sentence.contains(card.device))
        #expect(health.sentence.contains("plughw:CARD=NotHere,DEV=0"))
        await stand.soundedOut()
        stand.stop()
        #expect(card.sounds() == [card.gong.values])
    }
}
