/// Why a file cannot be the teacher's own sound. Nothing was changed.
public enum UnfitSound: Error, Hashable, Sendable {
    /// Neither WAV, FLAC, Ogg nor MP3, or broken.
    case noSound
    /// Nothing in it can be heard.
    case silent
    /// Seconds that are permitted.
    case tooLong(limit: Int)
    /// One or two are needed.
    case channels(Int)
    /// Frames a second that no recording has.
    case rate(Int)
    /// It could not be kept: the system's own words.
    case notKept(String)
    /// This gong has no card to play it on.
    case noCard
}
