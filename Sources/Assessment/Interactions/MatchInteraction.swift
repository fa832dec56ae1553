/// Each source goes with one target; every right pair is worth the same.
public struct MatchInteraction: Hashable, Sendable, Codable {
    public var sources: [RichText]
    /// Plain text, as they stand in a menu. Distinct; distractors are allowed.
    public var targets: [String]
    /// For each source, the place of its target in `targets`.
    public var key: [Int]
    /// Labels for a picture: region n belongs to source n, whose text names it for those who do not see it.
    public var image: ImageMap?
    /// Whether only the whole earns anything.
    @Usual public var isAllOrNothing: Bool

    public init(
        sources: [RichText], targets: [String], key: [Int], image: ImageMap? = nil, isAllOrNothing: Bool = false
    ) {
        self.sources = sources
        self.targets = targets
        self.key = key
        self.image = image
        self.isAllOrNothing = isAllOrNothing
    }
}

/// Pairs are made within one set; the order of a pair or of the pairs counts for nothing.
public struct AssociateInteraction: Hashable, Sendable, Codable {
    /// Plain text, as they stand in a menu. Distinct.
    public var entries: [String]
    /// Two places of `entries` each.
    public var key: [[Int]]
    /// The share of each pair of the key, adding up to 1; empty where all are worth the same.
    @Usual public var weights: [Double]
    /// Whether a wrong pair takes nothing away; otherwise it takes an equal share.
    @Usual public var isLenient: Bool
    /// Whether only the whole earns anything.
    @Usual public var isAllOrNothing: Bool
    /// A picture with the entries on it: region n is entry n.
    public var image: ImageMap?

    public init(
        entries: [String], key: [[Int]], weights: [Double] = [], isLenient: Bool = false, isAllOrNothing: Bool = false
    ) {
        self.entries = entries
        self.key = key
        self.weights = weights
        self.isLenient = isLenient
        self.isAllOrNothing = isAllOrNothing
    }
}
