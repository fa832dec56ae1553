/// Single or multiple choice, true/false, hot text and hot spots. Options are known by their place, from 0, in the family's own
/// order.
public struct ChoiceInteraction: Hashable, Sendable, Codable {
    public struct Option: Hashable, Sendable, Codable {
        public var text: RichText
        /// What choosing this option adds to the mark, from -1 to 1; 1 is full marks.
        public var fraction: Double
        public var feedback: RichText?
        /// Whether it keeps its place when the others are shuffled: "none of the above" (QTI's `fixed`).
        @Usual public var isFixed: Bool

        public init(text: RichText, fraction: Double, feedback: RichText? = nil, isFixed: Bool = false) {
            self.text = text
            self.fraction = fraction
            self.feedback = feedback
            self.isFixed = isFixed
        }
    }

    /// How several choices together make a mark.
    public enum Scoring: String, Sendable, HasUsual {
        /// The sum of the fractions of what was chosen, held within 0 and 1.
        case sum
        /// Full marks for exactly the options with a positive fraction, otherwise none (QTI's `match_correct`).
        case allOrNothing
        /// Each option that is rightly chosen or rightly left earns its equal share (Brightspace's "right answers").
        case rightAnswers
        /// What `awards` says of exactly the options that were chosen, otherwise none.
        case awards

        public static var usual: Scoring { .sum }
    }

    /// Where the options are shown.
    public enum Display: String, Sendable, HasUsual {
        /// One below the other.
        case list
        /// In a menu: QTI's inline choice.
        case menu
        /// In the stem, option n at its gap n: QTI's hot text.
        case text

        public static var usual: Display { .list }
    }

    public var options: [Option]
    public var isMultiple: Bool
    /// Whether a form shows the options in an order of its own. True/false keeps its order.
    public var shuffles: Bool
    @Usual public var scoring: Scoring
    @Usual public var display: Display
    /// For scoring by awards: every combination that earns something.
    @Usual public var awards: [Award]
    /// At most so many may be chosen; more are not kept.
    public var mostChoices: Int?
    /// Hot spots: region n of the picture is option n, whose text names it for those who do not see it.
    public var image: ImageMap?

    public init(
        options: [Option], isMultiple: Bool, shuffles: Bool = true, scoring: Scoring = .sum, display: Display = .list,
        mostChoices: Int? = nil, image: ImageMap? = nil
    ) {
        self.options = options
        self.isMultiple = isMultiple
        self.shuffles = shuffles
        self.scoring = scoring
        self.display = display
        self.mostChoices = mostChoices
        self.image = image
    }
}
