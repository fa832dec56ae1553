import Glibc
import Gong
import Sound
import Synchronization
import Testing

@testable import GongDevices

@Suite("Cards that fail and come back")
struct CardTroubleTests {
    private let gong = Sample(values: (0..<9_600).map { Int16(1 + $0) })

    private func player(_ devices: [String] = ["one"], _ sample: Sample? = nil, open: @escaping CardPlayer.Open)
        -> CardPlayer
    {
        let sample = sample ?? gong
        return CardPlayer(devices: devices, decibels: 0, load: { () throws(Silence) in sample }, open: open)
    }

    private static func error(_ code: Int32) -> SoundError {
        SoundError(operation: "snd_pcm_writei", code: code, text: "told to")
    }

    @Test(
        "The only card, unplugged in the middle of a gong or busy at first, plays the next one without a restart",
        .timeLimit(.minutes(1)), arguments: [ENODEV, EBUSY])
    func comesBack(code: Int32) async throws {
        let (lost, found) = (FakeCard(), FakeCard())
        lost.fail(ENODEV, afterSounding: 2_400)
        let opened = Mutex(0)
        let isBack = Promise<Void>()
        let player = player { (_) throws(SoundError) in
            let count = opened.withLock { count in
                count += 1
                return count
            }
            if count > 1 {
                isBack.keep(())
                return found
            }
            if code == EBUSY { throw Self.error(EBUSY) }
            return lost
        }
        player.start()
        if code == ENODEV { _ = try await player.sound(asked: BootClock.now()) }
        await isBack.value
        _ = try await player.sound(asked: BootClock.now())
        await player.soundedOut()
        let health = player.health()
        player.stop()
        #expect(found.sound == gong.values)
        #expect(health.works && !health.sentence.contains("unplugged"))
    }

    @Test("A better card that comes back waits until the last sound has left the other one", .timeLimit(.minutes(1)))
    func waits() async throws {
        let (first, second) = (FakeCard(), FakeCard())
        // It is in the air when the better card may first be tried again, a second after the start.
        let long = Sample(values: [Int16](repeating: 1_000, count: 2 * 57_600))
        let tries = Mutex<[Bool]>([])
        let isTaken = Promise<Void>()
        let player = player(["one", "two"], long) { (name) throws(SoundError) in
            guard name == "one" else { return second }
            let count = tries.withLock { tries in
                tries.append(second.isSounding)
                return tries.count
            }
            if count == 1 { throw Self.error(ENODEV) }
            isTaken.keep(())
            return first
        }
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        await isTaken.value
        player.stop()
        #expect(second.sound.count == long.values.count)
        #expect(tries.withLock { $0 } == [false, false])
    }

    @Test("Each loudness is what its decibels say", arguments: Loudness.allCases)
    func loudness(_ loudness: Loudness) async throws {
        let card = FakeCard()
        let player = player { (_) throws(SoundError) in card }
        player.start()
        _ = try await player.sound(asked: BootClock.now(), loudness: loudness)
        await player.soundedOut()
        player.stop()
        let expected = Double(gong.values.max() ?? 0) * pow(10, loudness.decibels / 20)
        #expect(abs(Double(card.sound.max() ?? 0) - expected) <= 1)
    }

    @Test("Another sound is taken by the next strike; the gong in the air ends as it began")
    func changes() async throws {
        let card = FakeCard()
        let player = player { (_) throws(SoundError) in card }
        let other = Sample(values: [Int16](repeating: -7, count: 960))
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        player.change(to: other)
        await player.soundedOut()
        #expect(card.sound == gong.values)
        _ = try await player.sound(asked: BootClock.now())
        await player.soundedOut()
        player.stop()
        #expect(card.sound == gong.values + other.values)
    }

    @Test("A card whose mixer stays muted is told with the remedy, and still plays")
    func muted() async throws {
        let card = FakeCard(muted: ["Master"])
        let player = player { (_) throws(SoundError) in card }
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        await player.soundedOut()
        let health = player.health()
        player.stop()
        #expect(!health.works)
        #expect(health.sentence.contains("muted (Master)") && health.sentence.contains("alsamixer"))
        #expect(card.sound == gong.values)
    }

    @Test("No two troubles have the same sentence, and each says what to do")
    func sentences() {
        let opening = [EBUSY, EACCES, EINVAL].map {
            CardTrouble.opening("X", Self.error($0), cards: ["PCH"], forbidden: false)
        }
        let missing = [["PCH"], []].map {
            CardTrouble.opening("X", Self.error(ENODEV), cards: $0, forbidden: false)
        }
        let playing = [ENODEV, ESTRPIPE, ETIME, EIO].map { CardTrouble.playing("X", Self.error($0)) }
        let samples = ["/nonexistent", "/proc/self/status"].map { CardTrouble.sample($0, Self.error(0)) }
        let all = opening + missing + playing + samples + [CardTrouble.muted("X", ["Master"])]
        #expect(Set(all).count == all.count)
        let remedies = [
            "Stop that", "Add the user", "hoose", "Plug it in", "Plug one in", "opened again", "Put a", "Open it",
        ]
        for sentence in all { #expect(remedies.contains { sentence.contains($0) }, "\(sentence)") }
    }
}
