extension QTISession {
    /// The operators on texts; nil for another operator.
    func text(_ expression: QTIExpression, _ operands: [QTIValue]) throws(QTIRejection) -> QTIValue? {
        switch expression.name {
        case "stringMatch", "substring":
            guard operands.count == 2, var one = operands[0].only?.words, var other = operands[1].only?.words else {
                return .null
            }
            if (expression.attributes["caseSensitive"] ?? "true") == "false" {
                (one, other) = (one.lowercased(), other.lowercased())
            }
            // The deprecated attribute of `stringMatch` asks whether the first holds the second; `substring` whether the second holds the first.
            if expression.name == "substring" { return .boolean(other.contains(one)) }
            return .boolean(expression.attributes["substring"] == "true" ? one.contains(other) : one == other)
        case "patternMatch":
            guard let given = operands.first?.only?.words else { return .null }
            return .boolean(try pattern(expression).contains { $0.matches(given) })
        default: return nil
        }
    }

    /// The texts that a `patternMatch` is after.
    func pattern(_ expression: QTIExpression) throws(QTIRejection) -> [QTIPattern] {
        let source = expression.attributes["pattern"] ?? ""
        let isName = source.hasPrefix("{") && source.hasSuffix("}")
        let text = isName ? value(String(source.dropFirst().dropLast())).words : source
        guard let alternatives = QTIPattern.alternatives(text) else {
            throw QTIRejection(
                "The question compares answers with the pattern \(text), which stands for too many texts. Write the right answers out.",
                line: expression.line)
        }
        return alternatives
    }
}
