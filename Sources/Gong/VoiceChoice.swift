/// Who sounds a strike. The other takes over where the chosen one cannot.
public enum VoiceChoice: String, CaseIterable, Hashable, Sendable {
    case sound
    case striker
    case both
}
