/// What an item holds to be right, in the shape in which a teacher may correct it.
public enum ItemKey: Hashable, Sendable {
    /// What each option adds to the mark, from -1 to 1.
    case choice([Double])
    /// Answers that earn full marks, with Moodle's wildcards.
    case text([String])
    /// One number; the tolerance is absolute and inclusive.
    case number(value: Double, tolerance: Double)
    /// For each source, the place of its target.
    case match([Int])
    /// Places of the entries in their right order.
    case order([Int])
    /// For each part of a composite item; nil for one that cannot be corrected.
    indirect case parts([ItemKey?])
}

extension Item {
    /// Nil where only a new import can correct the item.
    public var key: ItemKey? { interaction.key }

    /// The item with another key, or nil where the key does not fit it: another kind or number of things, nothing right.
    public func corrected(by key: ItemKey) -> Item? {
        guard let interaction = interaction.corrected(by: key) else { return nil }
        var item = self
        item.interaction = interaction
        return item
    }
}

extension Interaction {
    fileprivate var key: ItemKey? {
        switch self {
        case .choice(let choice): .choice(choice.options.map(\.fraction))
        case .textEntry(let entry): .text(entry.accepted.filter { $0.fraction >= 0.9999 }.map(\.pattern))
        case .numericEntry(let entry): entry.key
        case .match(let match): .match(match.key)
        case .order(let order): .order(order.rightOrder)
        case .composite(let composite):
            composite.parts.contains { $0.interaction.key != nil }
                ? .parts(composite.parts.map(\.interaction.key)) : nil
        case .associate, .extendedText, .description: nil
        }
    }

    fileprivate func corrected(by key: ItemKey) -> Interaction? {
        switch (self, key) {
        case (.choice(var choice), .choice(let fractions)):
            guard fractions.count == choice.options.count, fractions.contains(where: { $0 > 0 }),
                fractions.allSatisfy({ (-1...1).contains($0) })
            else { return nil }
            for (place, fraction) in fractions.enumerated() { choice.options[place].fraction = fraction }
            return .choice(choice)
        case (.textEntry(var entry), .text(let patterns)):
            guard !patterns.isEmpty else { return nil }
            entry.accepted = entry.accepted(for: patterns)
            return .textEntry(entry)
        case (.numericEntry(var entry), .number(let value, let tolerance)):
            guard entry.key != nil, value.isFinite, tolerance.isFinite, tolerance >= 0 else { return nil }
            // What a wrong method gives stands after what is right: the first that matches gives the mark.
            let right = entry.accepted.first { $0.fraction >= 0.9999 }
            entry.accepted.removeAll { $0.fraction >= 0.9999 }
            entry.accepted.insert(
                .init(value: value, tolerance: tolerance, fraction: 1, feedback: right?.feedback), at: 0)
            return .numericEntry(entry)
        case (.match(var match), .match(let places)):
            guard places.count == match.key.count, places.allSatisfy(match.targets.indices.contains) else { return nil }
            match.key = places
            return .match(match)
        case (.order(var order), .order(let places)):
            guard places.sorted() == Array(order.entries.indices) else { return nil }
            order.key = places == Array(order.entries.indices) ? nil : places
            return .order(order)
        case (.composite(var composite), .parts(let keys)):
            guard keys.count == composite.parts.count else { return nil }
            for (number, key) in keys.enumerated() {
                guard let key else { continue }
                guard let part = composite.parts[number].interaction.corrected(by: key) else { return nil }
                composite.parts[number].interaction = part
            }
            return .composite(composite)
        default: return nil
        }
    }
}

extension TextEntryInteraction {
    /// Right answers first, each with what was said to it before; then those that earn less, except where they are right now.
    fileprivate func accepted(for patterns: [String]) -> [Accepted] {
        let right = patterns.map { pattern in
            var answer = accepted.first { $0.pattern == pattern } ?? Accepted(pattern: pattern, fraction: 1)
            // What was said to a wrong answer does not suit a right one.
            if answer.fraction < 0.9999 { answer.feedback = nil }
            answer.fraction = 1
            return answer
        }
        return right + accepted.filter { $0.fraction < 0.9999 && !patterns.contains($0.pattern) }
    }
}

extension NumericEntryInteraction {
    /// The one right number; nil where there are several, or where anything is right.
    fileprivate var key: ItemKey? {
        let right = accepted.filter { $0.fraction >= 0.9999 }
        guard right.count == 1 else { return nil }
        if let lower = right[0].lower, let upper = right[0].upper {
            return .number(value: (lower + upper) / 2, tolerance: (upper - lower) / 2)
        }
        return right[0].value.map { .number(value: $0, tolerance: right[0].tolerance) }
    }
}
