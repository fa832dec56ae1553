import Glibc
import Gong
import Sound
import Testing

@testable import GongDevices

@Suite("The choice of a sound")
struct SoundChoiceTests {
    let card: FileCard
    /// A gong that is told from the card's by its length.
    let own: [UInt8]

    init() throws {
        card = try FileCard()
        let file = "\(card.folder)/upload.flac"
        defer { unlink(file) }
        try Sample(values: (0..<2 * 4_800).map { Int16(8_000 * sin(Double($0))) }).writeFLAC(to: file)
        let stream = try #require(fopen(file, "rb"))
        defer { fclose(stream) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, stream))
        own = bytes
    }

    private var ownPath: String { "\(card.folder)/own.flac" }

    private func stand(own: String? = nil) -> GongStand {
        var configuration = GongConfiguration(soundDevices: [card.device], samplePath: card.samplePath)
        configuration.ownSoundPath = own ?? ownPath
        return GongStand(configuration)
    }

    @Test("An own sound is kept, chosen while the gong runs, and sounds at the next strike")
    func ownSound() async throws {
        defer { unlink(ownPath) }
        let stand = stand()
        stand.start()
        await stand.tried()
        #expect(!stand.sounds.contains(.own))
        try await stand.keepOwn(own)
        #expect(stand.sounds.contains(.own))
        await stand.choose(GongSound.own.id)
        #expect(await stand.ring(Strike(id: "1", name: "Ada")).outcome == .sounded(voice: "sound"))
        await stand.soundedOut()
        stand.stop()
        let kept = try Sample(path: ownPath)
        #expect(abs(kept.frameCount - 4_800) < 5)
        #expect(card.sounds().flatMap { $0 } == kept.values.filter { $0 != 0 })
    }

    @Test("What was chosen before the start sounds from the first strike")
    func beforeStart() async throws {
        defer { unlink(ownPath) }
        let stand = stand()
        try await stand.keepOwn(own)
        await stand.choose(GongSound.own.id)
        stand.start()
        _ = await stand.ring(Strike(id: "1", name: "Ada"))
        await stand.soundedOut()
        stand.stop()
        #expect(card.sounds().flatMap { $0 }.count == (try Sample(path: ownPath)).values.count { $0 != 0 })
    }

    @Test("A chosen sound that is gone or broken is told, and the gong sounds as it did at the start")
    func broken() async throws {
        defer { unlink(ownPath) }
        let stand = stand()
        try await stand.keepOwn(own)
        await stand.choose(GongSound.own.id)
        let file = try #require(fopen(ownPath, "wb"))
        fputs("no sound", file)
        fclose(file)
        stand.start()
        #expect(await stand.ring(Strike(id: "1", name: "Ada")).outcome == .sounded(voice: "sound"))
        await stand.soundedOut()
        let health = stand.health()
        stand.stop()
        #expect(card.sounds() == [card.gong.values])
        #expect(health.contains { !$0.works && $0.sentence.contains(ownPath) })
    }

    @Test("An unknown sound changes nothing")
    func unknown() async {
        let stand = stand()
        await stand.choose("no-such-sound")
        await stand.choose(GongSound.own.id)
        #expect(stand.chosenSound == nil)
    }

    @Test("A file that is no gong, and a folder that cannot be written, leave what was there")
    func refused() async throws {
        defer { unlink(ownPath) }
        let stand = stand()
        try await stand.keepOwn(own)
        let before = try Sample(path: ownPath)
        await #expect(throws: UnfitSound.noSound) { try await stand.keepOwn(Array("no sound".utf8)) }
        #expect(try Sample(path: ownPath) == before)
        let nowhere = self.stand(own: "/nonexistent/own.flac")
        let error = await #expect(throws: UnfitSound.self) { try await nowhere.keepOwn(own) }
        guard case .notKept = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
