/// What one whole answer is worth, where no rule over its parts tells: QTI items may score any combination as they like.
public struct Award: Hashable, Sendable, Codable {
    /// A choice: the chosen options, in rising order. An order: the entry at each place.
    public var places: [Int]
    public var fraction: Double

    public init(places: [Int], fraction: Double) {
        self.places = places
        self.fraction = fraction
    }
}
