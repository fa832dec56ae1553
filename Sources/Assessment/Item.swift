/// One resolved question, as a student meets it: QTI's *item*. A variant of a family stores exactly one, and never changes.
public struct Item: Hashable, Sendable, Codable {
    /// What is asked, above the interaction.
    public var stem: RichText
    /// How it is answered, with the key. The key never leaves the server.
    public var interaction: Interaction
    /// Shown with the corrections, whatever was answered.
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
    case order(OrderInteraction)
    case extendedText(ExtendedTextInteraction)
    case description
}

/// Single or multiple choice, and true/false. Options are known by their place, from 0, in the family's own order.
public struct ChoiceInteraction: Hashable, Sendable, Codable {
    public struct Option: Hashable, Sendable, Codable {
        public var text: RichText
        /// What choosing this option adds to the mark, from -1 to 1; 1 is full marks.
        public var fraction: Double
        public var feedback: RichText?

        public init(text: RichText, fraction: Double, feedback: RichText? = nil) {
            self.text = text
            self.fraction = fraction
            self.feedback = feedback
        }
    }

    public var options: [Option]
    /// Whether several options may be chosen; the mark is then the sum of their fractions, held within 0 and 1.
    public var isMultiple: Bool
    /// Whether a form shows the options in an order of its own. True/false keeps its order.
    public var shuffles: Bool

    public init(options: [Option], isMultiple: Bool, shuffles: Bool = true) {
        self.options = options
        self.isMultiple = isMultiple
        self.shuffles = shuffles
    }
}

/// A short text, compared with accepted answers.
public struct TextEntryInteraction: Hashable, Sendable, Codable {
    public struct Accepted: Hashable, Sendable, Codable {
        /// Plain text; `*` stands for any run of characters, `\*` for an asterisk (Moodle's wildcards).
        public var pattern: String
        public var fraction: Double
        public var feedback: RichText?

        public init(pattern: String, fraction: Double, feedback: RichText? = nil) {
            self.pattern = pattern
            self.fraction = fraction
            self.feedback = feedback
        }
    }

    /// The first that matches gives the mark.
    public var accepted: [Accepted]
    public var isCaseSensitive: Bool

    public init(accepted: [Accepted], isCaseSensitive: Bool = false) {
        self.accepted = accepted
        self.isCaseSensitive = isCaseSensitive
    }
}

/// A number, compared with accepted values and their tolerances.
public struct NumericEntryInteraction: Hashable, Sendable, Codable {
    public struct Accepted: Hashable, Sendable, Codable {
        /// `nil` accepts any response (GIFT's `*`).
        public var value: Double?
        /// Absolute, inclusive, at least 0.
        public var tolerance: Double
        public var fraction: Double
        public var feedback: RichText?

        public init(value: Double?, tolerance: Double, fraction: Double, feedback: RichText? = nil) {
            self.value = value
            self.tolerance = tolerance
            self.fraction = fraction
            self.feedback = feedback
        }
    }

    /// The first that matches gives the mark.
    public var accepted: [Accepted]

    public init(accepted: [Accepted]) {
        self.accepted = accepted
    }
}

/// Each source goes with one target; every right pair is worth the same.
public struct MatchInteraction: Hashable, Sendable, Codable {
    public var sources: [RichText]
    /// Plain text, as they stand in a menu. Distinct; distractors are allowed.
    public var targets: [String]
    /// For each source, the place of its target in `targets`.
    public var key: [Int]

    public init(sources: [RichText], targets: [String], key: [Int]) {
        self.sources = sources
        self.targets = targets
        self.key = key
    }
}

/// Entries to be put in order; the key is the order in which they are listed here.
public struct OrderInteraction: Hashable, Sendable, Codable {
    public var entries: [RichText]
    /// Whether each entry in its right place earns its share; otherwise it is all or nothing.
    public var marksEachPlace: Bool

    public init(entries: [RichText], marksEachPlace: Bool) {
        self.entries = entries
        self.marksEachPlace = marksEachPlace
    }
}

/// An essay or a drawing explained in words: the teacher marks it in the conference.
public struct ExtendedTextInteraction: Hashable, Sendable, Codable {
    /// What the teacher looks for; shown to the teacher only.
    public var guidance: RichText?
    public var expectedLines: Int

    public init(guidance: RichText? = nil, expectedLines: Int = 6) {
        self.guidance = guidance
        self.expectedLines = expectedLines
    }
}
