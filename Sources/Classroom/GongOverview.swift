import Gong

/// Everything that the page about the gong shows, read in one go.
public struct GongOverview: Sendable {
    public let rules: RingRules
    /// What the box takes the time to be.
    public let time: TimeOfDay
    /// Whether it has that from a time server.
    public let isSynchronised: Bool
    public let sounds: [GongSound]
    public let chosen: GongSound.ID?
    /// Which voice sounds; nil where there is no choice.
    public let voiceChoice: VoiceChoice?
    public let voices: [VoiceHealth]
    /// What came of a test just now.
    public let test: Sounding.Outcome?
    /// The latest, newest first.
    public let strikes: [StrikeRecord]
}
