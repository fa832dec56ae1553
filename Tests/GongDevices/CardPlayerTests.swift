import Glibc
import Gong
import Sound
import Synchronization
import Testing

@testable import GongDevices

@Suite("The card player")
struct CardPlayerTests {
    private let gong = Sample(values: (0..<9_600).map { Int16(1 + $0) })

    private func player(
        _ devices: [String], open: @escaping CardPlayer.Open
    ) -> CardPlayer {
        let gong = gong
        return CardPlayer(devices: devices, decibels: 0, load: { () throws(Silence) in gong }, open: open)
    }

    @Test("A card that plays in real time gets the whole gong")
    func wholeGong() async throws {
        let card = FakeCard()
        let player = player(["one"]) { (_) throws(SoundError) in card }
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        await player.soundedOut()
        player.stop()
        #expect(card.sound == gong.values)
    }

    @Test("The health tells when the last strike was heard, with the time that it lay in the card")
    func heard() async throws {
        let card = FakeCard()
        let player = player(["one"]) { (_) throws(SoundError) in card }
        player.start()
        await player.tried()
        #expect(!player.health().sentence.contains("The last strike"))
        _ = try await player.sound(asked: BootClock.now() - 500_000_000)
        await player.soundedOut()
        let told = try #require(
            player.health().sentence.firstMatch(of: /heard (\d+) ms .*, (\d+) ms of them in the card/))
        player.stop()
        let (after, inCard) = (try #require(Int(told.1)), try #require(Int(told.2)))
        // The card had less room than two periods of its four when the strike came.
        #expect((10...40).contains(inCard))
        #expect(after >= 500 + inCard)
    }

    @Test("When a card is lost in the middle, the next one plays the rest, and nothing is lost between them")
    func lostInTheMiddle() async throws {
        let (first, second) = (FakeCard(), FakeCard())
        first.fail(ENODEV, afterSounding: 2_400)
        let player = player(["one", "two"]) { (name) throws(SoundError) in name == "one" ? first : second }
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        await player.soundedOut()
        let sentence = player.health().sentence
        player.stop()
        #expect(first.sound.count == 2 * 2_400)
        #expect(first.sound + second.sound == gong.values)
        #expect(sentence.contains("Plays on two"))
        #expect(sentence.contains("The sound card one was unplugged."))
    }

    @Test("A better card that comes back takes over when nothing sounds", .timeLimit(.minutes(1)))
    func comesBack() async throws {
        let (first, second) = (FakeCard(), FakeCard())
        let tries = Mutex(0)
        let back = Promise<Void>()
        let player = player(["one", "two"]) { (name) throws(SoundError) in
            guard name == "one" else { return second }
            guard
                tries.withLock({ tries in
                    tries += 1
                    return tries > 1
                })
            else {
                throw SoundError(operation: "snd_pcm_open", code: ENODEV, text: "No such device")
            }
            back.keep(())
            return first
        }
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        await player.soundedOut()
        await back.value
        _ = try await player.sound(asked: BootClock.now())
        await player.soundedOut()
        let sentence = player.health().sentence
        player.stop()
        #expect(second.sound == gong.values)
        #expect(first.sound == gong.values)
        #expect(sentence.hasPrefix("Plays on one: 48000 Hz, period 480, buffer 1920 frames. The last strike was heard"))
    }

    @Test("When the only card is lost, the strike that waits learns why at once")
    func onlyCardLost() async throws {
        let card = FakeCard()
        card.fail(ENODEV)
        let player = player(["one"]) { (_) throws(SoundError) in card }
        player.start()
        let silence = await #expect(throws: Silence.self) { try await player.sound(asked: BootClock.now()) }
        player.stop()
        #expect(silence?.reason.contains("unplugged") == true)
    }

    @Test("A card that hangs while it is opened holds up neither the start nor the strike")
    func hangs() async throws {
        let release = WakeUp()
        let player = player(["one"]) { (_) throws(SoundError) in
            release.wait(until: nil)
            return FakeCard()
        }
        player.start()
        let silence = await #expect(throws: Silence.self) { try await player.sound(asked: BootClock.now()) }
        #expect(silence?.reason.contains("half a second") == true)
        release.signal()
        player.stop()
    }

    @Test(
        "Each refusal to open has its own sentence with the remedy",
        arguments: [
            (code: EBUSY, words: "in use by another program"),
            (code: EACCES, words: "group audio"),
            (code: EINVAL, words: "Choose another card"),
        ])
    func refusals(code: Int32, words: String) async {
        let player = player(["one"]) { (_) throws(SoundError) in
            throw SoundError(operation: "snd_pcm_open", code: code, text: "told to")
        }
        player.start()
        let silence = await #expect(throws: Silence.self) { try await player.sound(asked: BootClock.now()) }
        player.stop()
        #expect(silence?.reason.contains(words) == true)
        #expect(silence?.reason.contains("one") == true)
    }

    @Test("A missing card's sentence lists the cards there are, or says that there is none, or whom it is closed to")
    func missingCard() {
        let error = SoundError(operation: "snd_pcm_open", code: ENODEV, text: "No such device")
        let listed = CardTrouble.opening("plughw:CARD=X", error, cards: ["PCH", "Device"], forbidden: false)
        #expect(listed.contains("plughw:CARD=PCH, plughw:CARD=Device"))
        #expect(CardTrouble.opening("X", error, cards: [], forbidden: false).contains("There is no sound card"))
        #expect(CardTrouble.opening("X", error, cards: [], forbidden: true).contains("group audio"))
    }

    @Test("The stop fades what sounds, closes the card and leaves no thread behind", arguments: [false, true])
    func stopWhileSounding(takesAll: Bool) async throws {
        weak var card: FakeCard?
        let long = Sample(values: [Int16](repeating: 1_000, count: 2 * 48_000 * 5))
        let opened = Mutex<FakeCard?>(FakeCard(takesAll: takesAll))
        card = opened.withLock { $0 }
        let player = CardPlayer(devices: ["one"], decibels: 0, load: { () throws(Silence) in long }) {
            (name) throws(SoundError) in
            guard let card = opened.withLock({ $0.take() }) else {
                throw SoundError(operation: "snd_pcm_open", code: EBUSY, text: "open already")
            }
            return card
        }
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        player.stop()
        #expect(card == nil)
    }

    @Test("A strike after the stop is silent and says so, until the next start")
    func stopped() async throws {
        let player = player(["one"]) { (_) throws(SoundError) in FakeCard() }
        player.start()
        player.stop()
        await #expect(throws: Silence("The sound is stopped.")) { try await player.sound(asked: BootClock.now()) }
        player.start()
        _ = try await player.sound(asked: BootClock.now())
        player.stop()
    }
}
