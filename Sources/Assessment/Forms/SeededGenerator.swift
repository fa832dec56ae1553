/// Gongbox's own random numbers, version 1: SplitMix64 (Steele, Lea, Flood 2014). The same seed gives the same form for ever,
/// whatever the standard library does; a change of algorithm gets a new version.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    public static let version = 1
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number below `bound` by multiplication (Lemire), not by the standard library's method, which may change.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Fisher and Yates, in this generator's own order of draws.
    public mutating func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for place in stride(from: count - 1, to: 0, by: -1) { order.swapAt(place, below(place + 1)) }
        return order
    }
}
