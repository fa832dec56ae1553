extension QTISession {
    /// The operators that say yes or no about values; nil for another operator.
    mutating func comparison(_ expression: QTIExpression, _ operands: [QTIValue]) -> QTIValue? {
        let first = operands.first ?? .null
        let second = operands.count > 1 ? operands[1] : .null
        if compares, let one = first.number, let other = second.number { compared += [one, other] }
        switch expression.name {
        case "match": return .boolean(first.matches(second))
        case "equal", "equalRounded":
            guard let one = first.number, let other = second.number else { return .null }
            if expression.name == "equal" { return .boolean(equal(expression, one, other)) }
            let mode = expression.attributes["roundingMode"]
            guard let figures = attribute("figures", of: expression), abs(figures) < 300,
                let left = QTINumber.rounded(one, mode: mode, figures: Int(figures)),
                let right = QTINumber.rounded(other, mode: mode, figures: Int(figures))
            else { return .null }
            return .boolean(left == right)
        case "lt", "gt", "lte", "gte":
            guard let one = first.number, let other = second.number else { return .null }
            switch expression.name {
            case "lt": return .boolean(one < other)
            case "gt": return .boolean(one > other)
            case "lte": return .boolean(one <= other)
            default: return .boolean(one >= other)
            }
        default: return nil
        }
    }

    /// `one` is what is expected, `other` what is given; where they are written the other way round an absolute tolerance means the same.
    private mutating func equal(_ expression: QTIExpression, _ one: Double, _ other: Double) -> Bool? {
        let mode = expression.attributes["toleranceMode"] ?? "exact"
        if mode == "exact" { return one == other }
        let parts = (expression.attributes["tolerance"] ?? "").split(whereSeparator: \.isWhitespace)
        let sizes = parts.compactMap { part -> Double? in
            Double(part) ?? value(part.filter { $0 != "{" && $0 != "}" }).number
        }
        guard let below = sizes.first, below >= 0, (sizes.last ?? 0) >= 0 else { return nil }
        let above = sizes.count > 1 ? sizes[1] : below
        let bounds =
            mode == "relative"
            ? (one * (1 - below / 100), one * (1 + above / 100)) : (one - below, one + above)
        let lower = min(bounds.0, bounds.1)
        let upper = max(bounds.0, bounds.1)
        if compares { compared += [lower, upper, other - above, other + below] }
        // A bound is inside although binary fractions miss it by a hair.
        let slack = 1e-14 * max(abs(lower), abs(upper))
        let isAbove =
            expression.attributes["includeLowerBound"] == "false" ? other > lower + slack : other >= lower - slack
        let isBelow =
            expression.attributes["includeUpperBound"] == "false" ? other < upper - slack : other <= upper + slack
        return isAbove && isBelow
    }
}
