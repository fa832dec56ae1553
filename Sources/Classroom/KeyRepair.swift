import Assessment
import Mastery

/// A corrected key, as the teacher proposes it for one variant.
public struct KeyRepair: Sendable {
    public let variant: Int
    public let key: ItemKey
    /// Whether the family's variants that have the very same key now are corrected alike.
    public let includesAlike: Bool
    public let reason: String
    /// The family's latest repair when the teacher looked, or 0: a repair of something that has changed since is refused.
    public let latest: Int

    public init(variant: Int, key: ItemKey, includesAlike: Bool, reason: String, latest: Int) {
        self.variant = variant
        self.key = key
        self.includesAlike = includesAlike
        self.reason = reason
        self.latest = latest
    }

    /// What it would do.
    public struct Outlook: Sendable {
        /// The corrected items, by variant.
        public let items: [Int: Item]
        /// Decided attempts whose score changes, oldest first.
        public let changes: [Change]
    }

    public struct Change: Sendable, Identifiable {
        /// The attempt's.
        public let id: String
        public let person: String
        public let name: String
        public let unitTitle: String
        public let number: Int
        public let state: AttemptState
        public let before: Score
        public let after: Score
        /// What the decision would be, where the score crosses the threshold.
        public let flip: AttemptState?
        /// Whether another attempt has mastered the unit already.
        public let isMasteredElsewhere: Bool
        /// By family, points won or lost.
        let points: [Int: Double]
    }
}

/// One variant as the teacher reviews it: the whole item with its key.
public struct ReviewVariant: Sendable {
    public let id: Int
    public let family: ReviewFamily
    public let item: Item
    /// How many variants of the family have this very key, this one among them.
    public let alike: Int
    /// The family's latest repair, or 0.
    public let latest: Int
    /// Repairs of this variant, newest first: when (milliseconds since 1970), why, and the note before.
    public let repairs: [(at: Int64, reason: String, before: String)]

    /// The question as a form that nobody has drawn would show it.
    public var shown: FormItem {
        FormItem(
            place: 1, family: family.id, variant: id, item: item, presentation: Presentation([]), response: .empty,
            sequence: 0)
    }
}
