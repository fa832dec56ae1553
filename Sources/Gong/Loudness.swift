/// How loud the gong may be. Each step sounds about half as loud as the one above it.
public enum Loudness: String, CaseIterable, Codable, Hashable, Sendable, Comparable {
    case soft
    case medium
    case full

    /// What it takes from the sound as it was recorded.
    public var decibels: Double {
        switch self {
        case .soft: -20
        case .medium: -10
        case .full: 0
        }
    }

    public static func < (one: Loudness, other: Loudness) -> Bool { one.decibels < other.decibels }
}
