extension QTISession {
    /// The operators on containers; nil for another operator.
    mutating func container(_ expression: QTIExpression, _ operands: [QTIValue]) -> QTIValue? {
        let first = operands.first ?? .null
        let second = operands.count > 1 ? operands[1] : .null
        switch expression.name {
        case "multiple": return QTIValue(operands.flatMap(\.items), .multiple)
        case "ordered": return QTIValue(operands.flatMap(\.items), .ordered)
        case "containerSize": return .integer(first.items.count)
        case "random": return first.isNull ? .null : QTIValue([first.items[below(first.items.count)]])
        case "index":
            guard let place = attribute("n", of: expression), place >= 1, place <= Double(first.items.count) else {
                return .null
            }
            return QTIValue([first.items[Int(place) - 1]])
        case "delete":
            guard let gone = first.only, !second.isNull else { return .null }
            return QTIValue(second.items.filter { !$0.matches(gone) }, second.cardinality)
        case "member":
            guard let item = first.only, !second.isNull else { return .null }
            if compares { compared += second.items.compactMap(\.number) }
            return .boolean(second.items.contains { $0.matches(item) })
        case "contains":
            if first.isNull || second.isNull { return .null }
            return .boolean(contains(first, second))
        default: return nil
        }
    }

    private func contains(_ whole: QTIValue, _ part: QTIValue) -> Bool {
        if whole.cardinality == .ordered {
            guard part.items.count <= whole.items.count else { return false }
            return (0...(whole.items.count - part.items.count)).contains { start in
                part.items.indices.allSatisfy { whole.items[start + $0].matches(part.items[$0]) }
            }
        }
        var rest = whole.items
        for item in part.items {
            guard let place = rest.firstIndex(where: item.matches) else { return false }
            rest.remove(at: place)
        }
        return true
    }
}
