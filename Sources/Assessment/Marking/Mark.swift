/// What a response is worth, before the teacher has looked at it.
public struct Mark: Hashable, Sendable {
    /// From 0 to 1.
    public var fraction: Double
    /// What the author says to this very response.
    public var feedback: [RichText]
    /// Whether a person must mark it: an essay, or an item that holds one. Its share of `fraction` is 0 until somebody has.
    public var awaitsTeacher: Bool

    public init(fraction: Double, feedback: [RichText] = [], awaitsTeacher: Bool = false) {
        // Thirds and sevenths are written with five decimals; they add up to full marks all the same.
        self.fraction = fraction > 0.9999 ? 1 : max(0, fraction.isNaN ? 0 : fraction)
        self.feedback = feedback
        self.awaitsTeacher = awaitsTeacher
    }

    public var isFull: Bool { fraction == 1 }
}

extension Item {
    /// Marks a response by the key. Total: any response to any item has a mark.
    public func mark(_ response: Response) -> Mark { interaction.mark(response) }
}

extension Interaction {
    func mark(_ response: Response) -> Mark {
        switch (self, response) {
        case (.choice(let choice), .choices(let chosen)): choice.mark(chosen)
        case (.textEntry(let entry), .text(let text)): entry.mark(text)
        case (.numericEntry(let entry), .text(let text)): entry.mark(text)
        case (.match(let match), .places(let places)): match.mark(places)
        case (.associate(let associate), .places(let places)): associate.mark(places)
        case (.order(let order), .places(let places)): order.mark(places)
        case (.extendedText, .text): Mark(fraction: 0, awaitsTeacher: !response.isEmpty)
        case (.composite(let composite), .parts(let parts)): composite.mark(parts)
        default: Mark(fraction: 0)
        }
    }
}

extension CompositeInteraction {
    /// The weighted mean of the parts.
    fileprivate func mark(_ responses: [Response]) -> Mark {
        let marks = parts.enumerated().map { number, part in
            part.interaction.mark(number < responses.count ? responses[number] : .empty)
        }
        let whole = parts.reduce(0) { $0 + $1.weight }
        let sum = zip(parts, marks).reduce(0) { $0 + $1.0.weight * $1.1.fraction }
        let fraction =
            isAllOrNothing
            ? (zip(parts, marks).allSatisfy { $0.weight == 0 || $1.isFull } ? 1 : 0) : whole > 0 ? sum / whole : 0
        return Mark(
            fraction: fraction, feedback: marks.flatMap(\.feedback),
            awaitsTeacher: marks.contains(where: \.awaitsTeacher))
    }
}
