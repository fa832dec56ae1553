import Gong
import Synchronization

/// A gong that writes down what it was told to sound. `outcome` is what it then reports.
public final class RecordingRinger: Ringer {
    private let strikes = Mutex<[Strike]>([])
    private let outcome: Mutex<Sounding.Outcome>
    private let choice = Mutex<GongSound.ID?>(nil)
    private let voices = Mutex(VoiceChoice.sound)
    private let unfit = Mutex<UnfitSound?>(nil)
    private let missed: String?
    private let (rings, ringing) = AsyncStream<Strike>.makeStream()

    public init(outcome: Sounding.Outcome = .sounded(voice: "sound"), missed: String? = nil) {
        self.outcome = Mutex(outcome)
        self.missed = missed
    }

    public func ring(_ strike: Strike) async -> Sounding {
        strikes.withLock { $0.append(strike) }
        ringing.yield(strike)
        return Sounding(outcome: outcome.withLock { $0 }, lateness: 1_000_000, missed: missed)
    }

    public func health() -> [VoiceHealth] {
        [VoiceHealth(voice: "sound", works: true, sentence: "A test listens.")]
    }

    public var voiceChoice: VoiceChoice? { voices.withLock { $0 } }

    public func choose(_ voices: VoiceChoice) { self.voices.withLock { $0 = voices } }

    public let sounds = [GongSound(id: "tam-tam"), GongSound(id: "bowl"), .own]

    public var chosenSound: GongSound.ID? { choice.withLock { $0 } }

    public func choose(_ sound: GongSound.ID) async { choice.withLock { $0 = sound } }

    public func keepOwn(_ file: [UInt8]) async throws(UnfitSound) {
        if let unfit = unfit.withLock({ $0 }) { throw unfit }
    }

    /// What is wrong with every file from now on.
    public func refuse(_ unfit: UnfitSound?) { self.unfit.withLock { $0 = unfit } }

    public var rung: [Strike] { strikes.withLock { $0 } }

    public func set(_ outcome: Sounding.Outcome) { self.outcome.withLock { $0 = outcome } }

    /// Waits for the next strike.
    public func next() async -> Strike? {
        for await strike in rings { return strike }
        return nil
    }
}
