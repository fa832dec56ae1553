/// Points earned of points possible, each item worth one.
public struct Score: Hashable, Sendable {
    public let earned: Double
    public let possible: Double

    public init(earned: Double, possible: Double) {
        self.earned = earned
        self.possible = possible
    }

    /// Whole percent, rounded down, so that 79.9 % never reads as 80 %. A score of nothing possible is 0.
    public var percent: Int {
        // A third written with five decimals must not cost the last percent.
        possible > 0 ? Int((earned / possible * 100 + 0.001).rounded(.down)) : 0
    }

    /// Whether it reaches `threshold`, in percent.
    public func reaches(_ threshold: Int) -> Bool { possible > 0 && percent >= threshold }
}
