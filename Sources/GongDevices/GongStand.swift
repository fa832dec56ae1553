import Gong
import Sound
import Synchronization

/// The gong of a room: the voices that it has, which of them sounds a strike, and what became of it.
///
/// `start` and `ring` never wait for hardware. Without any, every ring is silent and says why.
public final class GongStand: Ringer {
    private struct State {
        var choice: VoiceChoice
        var policy = StrikePolicy()
        /// The outcome of the latest ring, for those who join it.
        var latest = Promise<Sounding>()
    }

    private let sound: (any Voice)?
    private let striker: (any Voice)?
    /// The card's player and what it plays; nil where there is no card.
    let card: (player: CardPlayer, sound: SoundChoice)?
    private let now: @Sendable () -> UInt64
    private let state: Mutex<State>

    /// - Parameter changed: is told each new state of the striker, from its thread: must be quick.
    public convenience init(
        _ configuration: GongConfiguration, changed: @escaping @Sendable (VoiceHealth) -> Void = { _ in }
    ) {
        let choice = SoundChoice(standard: configuration.samplePath, own: configuration.ownSoundPath)
        let player = CardPlayer(devices: configuration.soundDevices, decibels: configuration.decibels) {
            () throws(Silence) in try choice.load()
        }
        let hasCard = !configuration.soundDevices.isEmpty
        self.init(
            choice: configuration.choice,
            sound: hasCard ? player : nil,
            striker: configuration.striker.map { Striker($0, changed: changed) },
            card: hasCard ? (player, choice) : nil)
    }

    init(
        choice: VoiceChoice, sound: (any Voice)?, striker: (any Voice)?,
        card: (player: CardPlayer, sound: SoundChoice)? = nil,
        now: @escaping @Sendable () -> UInt64 = { BootClock.now() }
    ) {
        state = Mutex(State(choice: choice))
        self.sound = sound
        self.striker = striker
        self.card = card
        self.now = now
    }

    /// Begins to open the devices and returns at once.
    public func start() {
        sound?.start()
        striker?.start()
    }

    /// Returns when every voice has been tried once, so that `health` tells something; after four seconds at most.
    public func tried() async {
        await sound?.tried()
        await striker?.tried()
    }

    /// Lets what sounds fade, ends a pulse, and gives the devices back.
    ///
    /// Blocks the caller for some three seconds at most: call it at the end of `main`, not from a task that others wait for.
    public func stop() {
        striker?.stop()
        sound?.stop()
    }

    /// Returns when the gong that sounds, if any, has died away.
    public func soundedOut() async {
        await sound?.soundedOut()
        await striker?.soundedOut()
    }

    public var voiceChoice: VoiceChoice? { sound == nil || striker == nil ? nil : state.withLock(\.choice) }

    public func choose(_ voices: VoiceChoice) {
        guard voiceChoice != nil else { return }
        state.withLock { $0.choice = voices }
    }

    public func ring(_ strike: Strike) async -> Sounding {
        let asked = now()
        let (ruling, outcome) = state.withLock { state in
            let ruling = state.policy.admit(strike, at: asked)
            if ruling == .sound { state.latest = Promise() }
            return (ruling, state.latest)
        }
        switch ruling {
        case .sound:
            let sounding = await sound(asked: asked, strike.loudness)
            state.withLock { state in
                if case .silent = sounding.outcome {
                    state.policy.takeBack(ringOf: strike.id)
                } else {
                    state.policy.sounded(ringOf: strike.id)
                }
            }
            outcome.keep(sounding)
            return sounding
        case .join(let first):
            let sounding = await outcome.value
            if case .silent = sounding.outcome { return sounding }
            return Sounding(outcome: .joined(first), lateness: 0)
        case .alreadyRung:
            return Sounding(outcome: .joined(strike.id), lateness: 0)
        }
    }

    /// The latest ring with everyone it names. Nil before the first, and when the latest was silent.
    public var latestRing: Ring? { state.withLock(\.policy.ring) }

    /// The voices that are set up; without any, one sentence that says so.
    public func health() -> [VoiceHealth] {
        let voices = [sound, striker].compactMap { $0?.health() }
        let trouble = card?.sound.trouble.map { VoiceHealth(voice: "sound", works: false, sentence: $0) }
        if !voices.isEmpty { return voices + [trouble].compactMap { $0 } }
        return [
            VoiceHealth(
                voice: "gong", works: false, sentence: "The gong has neither a sound card nor a striker. Set up one.")
        ]
    }

    /// Plays the gong once, whatever the choice is.
    public func testSound() async -> Sounding {
        await Self.sound(with: [sound], asked: now())
            ?? Sounding(outcome: .silent(reason: "No sound card is named. Name one."), lateness: 0)
    }

    /// Strikes once, whatever the choice is.
    public func testStriker() async -> Sounding {
        await Self.sound(with: [striker], asked: now())
            ?? Sounding(outcome: .silent(reason: "No striker is set up. Name its GPIO line."), lateness: 0)
    }

    private func sound(asked: UInt64, _ loudness: Loudness) async -> Sounding {
        let sounding =
            switch state.withLock(\.choice) {
            case .sound: await Self.sound(with: [sound, striker], asked: asked, loudness)
            case .striker: await Self.sound(with: [striker, sound], asked: asked, loudness)
            case .both: await soundBoth(asked: asked, loudness)
            }
        return sounding
            ?? Sounding(
                outcome: .silent(reason: "The gong has neither a sound card nor a striker. Set up one."), lateness: 0)
    }

    private func soundBoth(asked: UInt64, _ loudness: Loudness) async -> Sounding? {
        async let played = Self.sound(with: [sound], asked: asked, loudness)
        async let struck = Self.sound(with: [striker], asked: asked, loudness)
        guard let first = await played else { return await struck }
        guard let second = await struck else { return first }
        switch (first.outcome, second.outcome) {
        case (.sounded(let one), .sounded(let other)):
            return Sounding(
                outcome: .sounded(voice: "\(one) and \(other)"), lateness: min(first.lateness, second.lateness))
        case (.silent(let one), .silent(let other)):
            return Sounding(outcome: .silent(reason: "\(one) \(other)"), lateness: 0)
        case (.sounded, .silent(let reason)):
            return Sounding(outcome: first.outcome, lateness: first.lateness, missed: reason)
        case (.silent(let reason), _):
            return Sounding(outcome: second.outcome, lateness: second.lateness, missed: reason)
        // A voice joins nobody.
        case (.sounded, .joined), (.joined, _): return first
        }
    }

    /// The first of `voices` that works sounds. Nil where there is none.
    private static func sound(
        with voices: [(any Voice)?], asked: UInt64, _ loudness: Loudness = .full
    ) async -> Sounding? {
        var reasons: [String] = []
        for voice in voices.compactMap({ $0 }) {
            do throws(Silence) {
                let lateness = try await voice.sound(asked: asked, loudness: loudness)
                return Sounding(
                    outcome: .sounded(voice: voice.name), lateness: lateness, missed: reasons.joinedSentences)
            } catch {
                reasons.append(error.reason)
            }
        }
        return reasons.joinedSentences.map { Sounding(outcome: .silent(reason: $0), lateness: 0) }
    }
}

extension [String] {
    /// Nil of none.
    fileprivate var joinedSentences: String? { isEmpty ? nil : joined(separator: " ") }
}
