/// Several blanks or small questions in one item: cloze, gap match, QTI items with more than one interaction.
///
/// Part n stands at the stem's gap n, or below the stem where there is no such gap.
public struct CompositeInteraction: Hashable, Sendable, Codable {
    public struct Part: Hashable, Sendable, Codable {
        /// Neither composite nor a description.
        public var interaction: Interaction
        /// Its share of the mark is its weight among all. A part of weight 0 counts for nothing: a row that goes with nothing.
        public var weight: Double

        public init(_ interaction: Interaction, weight: Double = 1) {
            self.interaction = interaction
            self.weight = weight
        }
    }

    public var parts: [Part]
    /// Whether only the whole earns anything.
    @Usual public var isAllOrNothing: Bool

    public init(parts: [Part], isAllOrNothing: Bool = false) {
        self.parts = parts
        self.isAllOrNothing = isAllOrNothing
    }
}
