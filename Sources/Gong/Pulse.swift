/// How long the striker's line is held high.
public struct Pulse: Hashable, Sendable {
    /// What a teacher may set, milliseconds: shorter moves no hammer, longer presses it into the gong.
    public static let settings = 10...80
    /// Half-way between what moves a small solenoid and what heats it.
    public static let standard = Pulse(milliseconds: 35)
    /// No pulse is meant to last longer, whoever asks; the hardware's one-shot ends it soon after. Nanoseconds.
    public static let clamp: UInt64 = 120_000_000

    /// Within `settings`, as nanoseconds.
    public let width: UInt64

    /// A width outside `settings` becomes the nearest that is inside.
    public init(milliseconds: Int) {
        width = UInt64(min(max(milliseconds, Self.settings.lowerBound), Self.settings.upperBound)) * 1_000_000
    }
}
