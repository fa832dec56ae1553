/// A number, with or without its unit, compared with accepted values.
public struct NumericEntryInteraction: Hashable, Sendable, Codable {
    public struct Accepted: Hashable, Sendable, Codable {
        /// `nil` accepts any response (GIFT's `*`), or any within `lower` and `upper` where these are given.
        public var value: Double?
        /// Absolute, inclusive, at least 0. Means nothing where there are bounds.
        public var tolerance: Double
        /// Inclusive bounds that are not symmetric about the value.
        public var lower: Double?
        public var upper: Double?
        public var fraction: Double
        /// A fraction of 0 with feedback is a known misconception: the number that a wrong method gives.
        public var feedback: RichText?

        public init(
            value: Double?, tolerance: Double = 0, lower: Double? = nil, upper: Double? = nil, fraction: Double,
            feedback: RichText? = nil
        ) {
            self.value = value
            self.tolerance = tolerance
            self.lower = lower
            self.upper = upper
            self.fraction = fraction
            self.feedback = feedback
        }
    }

    public struct Unit: Hashable, Sendable, Codable {
        /// As it is written, such as `km/h`; compared without blanks, case counts.
        public var name: String
        /// A number written in this unit times this is the number in the key's unit; not 0.
        public var multiplier: Double

        public init(name: String, multiplier: Double) {
            self.name = name
            self.multiplier = multiplier
        }
    }

    /// How many significant figures a response must be written with.
    public struct SignificantFigures: Hashable, Sendable, Codable {
        /// At least 1.
        public var count: Int
        /// The share of the mark that is lost with another number of figures, from 0 to 1. 1 is strict.
        public var penalty: Double

        public init(count: Int, penalty: Double = 1) {
            self.count = count
            self.penalty = penalty
        }
    }

    /// A number that is set on a scale rather than typed: QTI's slider.
    public struct Scale: Hashable, Sendable, Codable {
        public var lower: Double
        public var upper: Double
        /// Above 0.
        public var step: Double

        public init(lower: Double, upper: Double, step: Double) {
            self.lower = lower
            self.upper = upper
            self.step = step
        }
    }

    /// The first that matches gives the mark.
    public var accepted: [Accepted]
    /// Units in which it may be written; the first is the key's own. Empty: the number stands alone.
    @Usual public var units: [Unit]
    /// The share of the mark that is lost when the unit is missing or unknown, from 0 to 1; `nil` where it need not be written.
    public var unitPenalty: Double?
    public var figures: SignificantFigures?
    public var scale: Scale?

    public init(
        accepted: [Accepted], units: [Unit] = [], unitPenalty: Double? = nil, figures: SignificantFigures? = nil,
        scale: Scale? = nil
    ) {
        self.accepted = accepted
        self.units = units
        self.unitPenalty = unitPenalty
        self.figures = figures
        self.scale = scale
    }
}
