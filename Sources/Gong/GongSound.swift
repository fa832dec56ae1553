/// A sound that the gong of this room can have.
public struct GongSound: Hashable, Sendable, Identifiable {
    /// Names it in the settings; "own" is the teacher's.
    public let id: String
    /// What it sounds like; empty for the teacher's own.
    public let summary: String

    public init(id: String, summary: String) {
        self.id = id
        self.summary = summary
    }

    public static let ownID = "own"
    public var isOwn: Bool { id == Self.ownID }
}

/// Why a file cannot be the teacher's own sound. Nothing was changed.
public enum UnfitSound: Error, Hashable, Sendable {
    /// Neither WAV, FLAC, Ogg nor MP3, or broken.
    case noSound
    /// Nothing in it can be heard.
    case silent
    case tooLong(limit: Int)
    case channels(Int)
    case rate(Int)
    /// It could not be kept: the system's own words.
    case notKept(String)
    /// This gong has no card to play it on.
    case noCard
}
