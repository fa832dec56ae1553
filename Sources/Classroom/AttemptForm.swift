import Assessment
import Mastery

/// One item of a form, as it is shown: the item, the order of its options, and what has been answered.
public struct FormItem: Sendable {
    /// From 1.
    public let place: Int
    public let family: Int
    public let variant: Int
    public let item: Item
    /// The order in which options, targets or entries are shown.
    public let presentation: Presentation
    public let response: Response
    /// The greatest sequence number that was saved; a later save must exceed it.
    public let sequence: Int
}

/// A form with its answers.
public struct AttemptForm: Sendable {
    public let attempt: Attempt
    public let unitTitle: String
    public let items: [FormItem]

    /// Scored items without an answer.
    public var unanswered: [Int] { items.filter { $0.item.isScored && $0.response.isEmpty }.map(\.place) }
}

/// One question of a form under way, with what its page needs of the others.
public struct Question: Sendable {
    public let attempt: String
    public let state: AttemptState
    public let unitTitle: String
    public let item: FormItem
    /// For each place of the form, from 1, whether it has an answer.
    public let answered: [Bool]
}
