/// What a response is worth, before the teacher has looked at it.
public struct Mark: Hashable, Sendable {
    /// From 0 to 1.
    public var fraction: Double
    /// What the author says to this very response.
    public var feedback: [RichText]
    /// Whether a person must mark it: an essay. `fraction` is then 0 until somebody has.
    public var awaitsTeacher: Bool

    public init(fraction: Double, feedback: [RichText] = [], awaitsTeacher: Bool = false) {
        self.fraction = min(1, max(0, fraction.isNaN ? 0 : fraction))
        self.feedback = feedback
        self.awaitsTeacher = awaitsTeacher
    }
}

extension Item {
    /// Marks a response by the key. Total: any response to any item has a mark.
    public func mark(_ response: Response) -> Mark {
        switch (interaction, response) {
        case (.choice(let choice), .choices(let chosen)): choice.mark(chosen)
        case (.textEntry(let entry), .text(let text)): entry.mark(text)
        case (.numericEntry(let entry), .text(let text)): entry.mark(text)
        case (.match(let match), .places(let places)): match.mark(places)
        case (.order(let order), .places(let places)): order.mark(places)
        case (.extendedText, .text): Mark(fraction: 0, awaitsTeacher: !response.isEmpty)
        default: Mark(fraction: 0)
        }
    }
}

extension ChoiceInteraction {
    fileprivate func mark(_ chosen: [Int]) -> Mark {
        let picked = chosen.filter(options.indices.contains).map { options[$0] }
        let sum = picked.reduce(0) { $0 + $1.fraction }
        // Thirds and sevenths are written with five decimals; they add up to full marks all the same.
        return Mark(fraction: sum > 0.9999 ? 1 : sum, feedback: picked.compactMap(\.feedback))
    }
}

extension MatchInteraction {
    fileprivate func mark(_ places: [Int?]) -> Mark {
        guard !key.isEmpty else { return Mark(fraction: 0) }
        let right = zip(places, key).count(where: { $0 == $1 })
        return Mark(fraction: Double(right) / Double(key.count))
    }
}

extension OrderInteraction {
    /// `places[n]` is the entry that was put at place n.
    fileprivate func mark(_ places: [Int?]) -> Mark {
        guard !entries.isEmpty else { return Mark(fraction: 0) }
        let right = entries.indices.count(where: { $0 < places.count && places[$0] == $0 })
        if marksEachPlace { return Mark(fraction: Double(right) / Double(entries.count)) }
        return Mark(fraction: right == entries.count ? 1 : 0)
    }
}
