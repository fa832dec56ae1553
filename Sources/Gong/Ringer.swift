/// Sounds strikes that a committed decision owes. The classroom calls it after the commit and never waits for it in a transaction.
public protocol Ringer: Sendable {
    /// Sounds the strike at once with whatever voice works. Never throws and never hangs: what went wrong is in the outcome.
    func ring(_ strike: Strike) async -> Sounding
    /// One sentence a voice: what works, and where it does not, what to do.
    func health() -> [VoiceHealth]
}
