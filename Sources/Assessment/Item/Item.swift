/// One resolved question, as a student meets it: QTI's *item*. A variant of a family stores exactly one; nothing but its
/// key ever changes.
public struct Item: Hashable, Sendable, Codable {
    /// What is asked. Where it holds gaps (`RichText.gap(_:)`), parts, hot texts or blanks stand inside it; what has no gap
    /// stands below it.
    public var stem: RichText
    /// How it is answered, with the key. The key never leaves the server.
    public var interaction: Interaction
    /// Shown with the corrections, whatever was answered: the worked solution.
    public var feedback: RichText?

    public init(stem: RichText, interaction: Interaction, feedback: RichText? = nil) {
        self.stem = stem
        self.interaction = interaction
        self.feedback = feedback
    }

    /// Whether the item counts towards the score: all but a description do.
    public var isScored: Bool {
        if case .description = interaction { return false }
        return true
    }
}

/// How an item is answered, named for QTI's interactions.
public enum Interaction: Hashable, Sendable, Codable {
    case choice(ChoiceInteraction)
    case textEntry(TextEntryInteraction)
    case numericEntry(NumericEntryInteraction)
    case match(MatchInteraction)
    case associate(AssociateInteraction)
    case order(OrderInteraction)
    case extendedText(ExtendedTextInteraction)
    /// Several blanks or several small questions in one item, each with its share of the mark.
    case composite(CompositeInteraction)
    case description
}
