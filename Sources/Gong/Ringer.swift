/// Sounds strikes that a committed decision owes. The classroom calls it after the commit and never waits for it in a transaction.
public protocol Ringer: Sendable {
    /// Sounds the strike at once with whatever voice works. Never throws and never hangs: what went wrong is in the outcome.
    func ring(_ strike: Strike) async -> Sounding
    /// One sentence a voice: what works, and where it does not, what to do.
    func health() -> [VoiceHealth]
}

/// The state of one voice, for `doctor` and the dashboard.
public struct VoiceHealth: Hashable, Sendable {
    /// "sound" or "striker".
    public let voice: String
    public let works: Bool
    /// A whole sentence: what is in use, or what is wrong and the remedy.
    public let sentence: String

    public init(voice: String, works: Bool, sentence: String) {
        self.voice = voice
        self.works = works
        self.sentence = sentence
    }
}
