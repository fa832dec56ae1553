/// One sound of the gong and every strike that shares it.
public struct Ring: Hashable, Sendable {
    /// The strike that made it sound comes first.
    public private(set) var strikes: [Strike]
    /// When the first strike was admitted, nanoseconds of CLOCK_BOOTTIME.
    public let began: UInt64

    init(_ first: Strike, began: UInt64) {
        strikes = [first]
        self.began = began
    }

    /// Who is celebrated, in the order of the decisions.
    public var names: [String] { strikes.map(\.name) }

    mutating func join(_ strike: Strike) {
        strikes.append(strike)
    }
}
