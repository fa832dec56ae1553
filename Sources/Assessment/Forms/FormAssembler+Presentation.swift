extension FormAssembler {
    /// Draws the order in which an item shows what it shuffles.
    public mutating func presentation(of item: Item) -> Presentation {
        guard case .composite(let composite) = item.interaction else { return Presentation([order(item.interaction)]) }
        return Presentation(composite.parts.map { order($0.interaction) })
    }

    private mutating func order(_ interaction: Interaction) -> [Int] {
        switch interaction {
        case .choice(let choice): choice.shuffles && choice.display != .text ? order(of: choice.options) : []
        case .match(let match): generator.shuffled(match.targets.count)
        case .associate(let associate): generator.shuffled(associate.entries.count)
        case .order(let order): generator.shuffled(order.entries.count)
        case .textEntry, .numericEntry, .extendedText, .composite, .description: []
        }
    }

    /// Fixed options keep their places; the others are shuffled among the rest.
    private mutating func order(of options: [ChoiceInteraction.Option]) -> [Int] {
        let free = options.indices.filter { !options[$0].isFixed }
        var shuffled = generator.shuffled(free.count).map { free[$0] }[...]
        return options.indices.map { options[$0].isFixed ? $0 : shuffled.popFirst() ?? $0 }
    }
}
