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
