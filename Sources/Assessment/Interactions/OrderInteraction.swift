/// Entries to be put in order; the key is the order in which they are listed here, unless it was repaired.
public struct OrderInteraction: Hashable, Sendable, Codable {
    /// How an order is worth something though it is not the right one.
    public enum Grading: String, Sendable, HasUsual {
        case allOrNothing
        /// Each entry in its right place earns its share.
        case absolutePosition
        // The rest as Moodle's ordering type has them: an entry counts by its neighbours, by how far it is from its place, or
        // when it belongs to the longest run that is in order.
        case relativeNextExcludeLast
        case relativeNextIncludeLast
        case relativeOnePreviousAndNext
        case relativeAllPreviousAndNext
        case longestOrderedSubset
        case longestContiguousSubset
        case relativeToCorrect
        /// What `awards` says of exactly this order, otherwise none.
        case awards

        public static var usual: Grading { .allOrNothing }
    }

    public var entries: [RichText]
    @Usual public var grading: Grading
    /// For grading by awards: every order that earns something, the right one too.
    @Usual public var awards: [Award]
    /// Places on a picture: region n is entry n.
    public var image: ImageMap?
    /// The entries in their right order, by their places here: all of them, each once. Nil for the order as listed.
    ///
    /// A repair cannot list them anew, because stored answers name them by their places.
    public var key: [Int]?

    public init(entries: [RichText], grading: Grading = .allOrNothing, image: ImageMap? = nil) {
        self.entries = entries
        self.grading = grading
        self.image = image
    }

    /// The entries in their right order, by their places.
    public var rightOrder: [Int] { key ?? Array(entries.indices) }

    private enum CodingKeys: String, CodingKey { case entries, grading, awards, image, key, marksEachPlace }

    /// Items that were stored by version 0.2 say `marksEachPlace`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        entries = try container.decode([RichText].self, forKey: .entries)
        awards = try container.decodeIfPresent([Award].self, forKey: .awards) ?? []
        image = try container.decodeIfPresent(ImageMap.self, forKey: .image)
        key = try container.decodeIfPresent([Int].self, forKey: .key)
        let marksEachPlace = try container.decodeIfPresent(Bool.self, forKey: .marksEachPlace) ?? false
        grading =
            try container.decodeIfPresent(Grading.self, forKey: .grading)
            ?? (marksEachPlace ? .absolutePosition : .allOrNothing)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entries, forKey: .entries)
        try container.encodeIfPresent(image, forKey: .image)
        try container.encode(_grading, forKey: .grading)
        try container.encodeIfPresent(key, forKey: .key)
        try container.encode(_awards, forKey: .awards)
    }
}
