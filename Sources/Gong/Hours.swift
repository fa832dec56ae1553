/// A part of every day, such as a lesson or the night. It may pass midnight.
public struct Hours: Hashable, Sendable, Codable {
    public let from: TimeOfDay
    /// The first minute that is no longer part of it. The same as `from`: the whole day.
    public let to: TimeOfDay

    public init(from: TimeOfDay, to: TimeOfDay) {
        self.from = from
        self.to = to
    }

    public func contains(_ time: TimeOfDay) -> Bool {
        from < to ? from <= time && time < to : from <= time || time < to
    }
}
