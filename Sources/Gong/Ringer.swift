/// Sounds strikes that a committed decision owes. The classroom calls it after the commit and never waits for it in a transaction.
public protocol Ringer: Sendable {
    /// Sounds the strike at once with whatever voice works. Never throws and never hangs: what went wrong is in the outcome.
    func ring(_ strike: Strike) async -> Sounding
    /// One sentence a voice: what works, and where it does not, what to do.
    func health() -> [VoiceHealth]

    /// Which voice sounds; nil where there is one only, or none.
    var voiceChoice: VoiceChoice? { get }
    /// Sounds with these from the next strike on. Changes nothing where there is no choice.
    func choose(_ voices: VoiceChoice)
    /// What the gong can sound like; empty where it has no card.
    var sounds: [GongSound] { get }
    /// The one that is in use; nil where the box was started with a file of its own.
    var chosenSound: GongSound.ID? { get }
    /// Sounds like this from the next strike on; the gong that is in the air ends as it began. An unknown sound changes nothing.
    func choose(_ sound: GongSound.ID) async
    /// Checks a file, makes it as loud as the supplied sounds, and keeps it as the teacher's own.
    func keepOwn(_ file: [UInt8]) async throws(UnfitSound)
}

/// A gong with one voice and no card has nothing to choose from.
extension Ringer {
    public var voiceChoice: VoiceChoice? { nil }
    public func choose(_ voices: VoiceChoice) {}
    public var sounds: [GongSound] { [] }
    public var chosenSound: GongSound.ID? { nil }
    public func choose(_ sound: GongSound.ID) async {}
    public func keepOwn(_ file: [UInt8]) async throws(UnfitSound) { throw .noCard }
}
