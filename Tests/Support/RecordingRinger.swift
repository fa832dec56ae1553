import Gong
import Synchronization

/// A gong that writes down what it was told to sound. `outcome` is what it then reports.
public final class RecordingRinger: Ringer {
    private let strikes = Mutex<[Strike]>([])
    private let outcome: Mutex<Sounding.Outcome>
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

    public var rung: [Strike] { strikes.withLock { $0 } }

    public func set(_ outcome: Sounding.Outcome) { self.outcome.withLock { $0 = outcome } }

    /// Waits for the next strike.
    public func next() async -> Strike? {
        for await strike in rings { return strike }
        return nil
    }
}
