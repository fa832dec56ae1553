/// A minute of the day on the classroom's own clock.
public struct TimeOfDay: Hashable, Sendable, Comparable, Codable {
    public static let minutesADay = 1_440

    /// From 0 to 1,439.
    public let minute: Int

    public static let midnight = TimeOfDay(ofDay: 0)

    private init(ofDay minute: Int) {
        self.minute = minute
    }

    /// Nil outside the day.
    public init?(minute: Int) {
        guard (0..<Self.minutesADay).contains(minute) else { return nil }
        self.minute = minute
    }

    /// Reads what a browser's field for a time gives, such as "08:05" or "08:05:00".
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isASCII) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.minute = hour * 60 + minute
    }

    /// Refuses a minute outside the day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = Self(minute: try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no minute of a day")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(minute)
    }

    public static func < (one: TimeOfDay, other: TimeOfDay) -> Bool { one.minute < other.minute }
}

extension TimeOfDay: CustomStringConvertible {
    /// Two digits each, as fields for a time take it: "08:05".
    public var description: String {
        let pad = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
        return "\(pad(minute / 60)):\(pad(minute % 60))"
    }
}
