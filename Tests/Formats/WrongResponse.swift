import Assessment

extension Item {
    /// An answer that cannot be right; nil where that depends on the question.
    var wrongResponse: Response? { interaction.wrongResponse }
}

extension Interaction {
    var wrongResponse: Response? {
        switch self {
        case .choice(let choice):
            let wrong = choice.options.indices.filter { choice.options[$0].fraction <= 0 }
            return wrong.isEmpty ? nil : .choices(choice.isMultiple ? wrong : [wrong[0]])
        case .textEntry(let entry):
            let isOpen = entry.accepted.contains { $0.fraction > 0.9999 && $0.pattern.contains("*") }
            return isOpen ? nil : .text("qzj xwv")
        case .numericEntry(let entry):
            return entry.accepted.contains { $0.value == nil } ? nil : .text("98765.4321e7")
        case .match(let match) where match.targets.count > 1:
            return .places(match.key.map { ($0 + 1) % match.targets.count })
        case .order(let order) where order.entries.count > 1 && order.grading != .awards:
            return .places(order.rightOrder.reversed())
        case .composite(let composite):
            let parts = composite.parts.map { $0.interaction.wrongResponse ?? .empty }
            return parts.allSatisfy(\.isEmpty) ? nil : .parts(parts)
        default: return nil
        }
    }
}
