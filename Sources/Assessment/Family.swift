/// One question and its parameters: what a slot of a form draws from. Its variants are resolved, tested and stored at import.
public struct Family: Hashable, Sendable, Codable {
    /// The source's own identifier, when it has one: a second import then updates instead of duplicating.
    public var sourceID: String?
    /// Plain text, for lists that a teacher reads.
    public var title: String
    /// The category path, outermost first, plain text; its last part names the objective. Empty when the bank has none.
    public var category: [String]
    public var tags: [String]
    /// At least one.
    public var variants: [Item]

    public init(sourceID: String? = nil, title: String, category: [String], tags: [String] = [], variants: [Item]) {
        self.sourceID = sourceID
        self.title = title
        self.category = category
        self.tags = tags
        self.variants = variants
    }
}
