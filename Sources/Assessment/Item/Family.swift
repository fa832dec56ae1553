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
    public var variants: [Variant]
    /// Where the variants came from, in Gongbox's own text format, so that an author meets again what was written. `nil` for a
    /// family that has one variant only, or whose source tells the variants but not the rule.
    public var template: String?

    public init(
        sourceID: String? = nil, title: String, category: [String], tags: [String] = [], variants: [Variant],
        template: String? = nil
    ) {
        self.sourceID = sourceID
        self.title = title
        self.category = category
        self.tags = tags
        self.variants = variants
        self.template = template
    }

    /// A family that is one question.
    public init(sourceID: String? = nil, title: String, category: [String], tags: [String] = [], item: Item) {
        self.init(sourceID: sourceID, title: title, category: category, tags: tags, variants: [Variant(item)])
    }
}

/// One resolved instance of a family.
public struct Variant: Hashable, Sendable, Codable {
    public struct Parameter: Hashable, Sendable, Codable {
        public var name: String
        /// As it stands in the text.
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var item: Item
    /// What it was resolved with; empty where the family has no parameters.
    public var parameters: [Parameter]

    public init(_ item: Item, parameters: [Parameter] = []) {
        self.item = item
        self.parameters = parameters
    }
}
