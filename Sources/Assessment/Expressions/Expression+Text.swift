extension Expression: CustomStringConvertible {
    /// The formula in its dialect, always written the same way: read again it gives the same tree.
    public var description: String { ExpressionText(dialect: dialect).text(root, atLeast: .choice) }
}

/// Writes a tree with no more parentheses than it needs.
private struct ExpressionText {
    let dialect: Dialect
    private let operators: [Infix]

    init(dialect: Dialect) {
        self.dialect = dialect
        operators = (dialect.hasWords ? Infix.words : []) + dialect.operators
    }

    func text(_ node: ExpressionNode, atLeast loosest: Precedence) -> String {
        switch node {
        case .literal(.text(let text)): return "\"\(text)\""
        case .literal(.number(.approximate(let double))): return double.description
        case .literal(let value): return value.description
        case .variable(let name): return isBare(name) ? name : "{\(name)}"
        case .call(.negate, let arguments): return prefixed("-", arguments[0], dialect.minus, loosest)
        case .call(.not, let arguments):
            return dialect.hasWords
                ? prefixed("not ", arguments[0], .not, loosest) : prefixed("!", arguments[0], dialect.minus, loosest)
        case .call(let function, let arguments):
            if let infix = infix(.function(function)), arguments.count == 2 {
                return joined(arguments[0], infix, arguments[1], loosest)
            }
            return call(function, arguments)
        case .both(let left, let right): return infix(.both).map { joined(left, $0, right, loosest) } ?? ""
        case .either(let left, let right): return infix(.either).map { joined(left, $0, right, loosest) } ?? ""
        case .test(let test, let node): return "\(test.rawValue)(\(text(node, atLeast: .choice)))"
        case .choice(let condition, let then, let otherwise):
            let parts = [
                text(condition, atLeast: .or), "?", text(then, atLeast: .choice), ":",
                text(otherwise, atLeast: dialect.chainsChoices ? .choice : .or),
            ]
            return wrapped(parts.joined(separator: " "), .choice, loosest)
        }
    }

    private func infix(_ meaning: Infix.Meaning) -> Infix? { operators.first { $0.meaning == meaning } }

    private func joined(_ left: ExpressionNode, _ infix: Infix, _ right: ExpressionNode, _ loosest: Precedence)
        -> String
    {
        let space = infix.precedence == .power ? "" : " "
        let sides = (text(left, atLeast: infix.left), text(right, atLeast: infix.right))
        return wrapped(sides.0 + space + infix.symbol + space + sides.1, infix.precedence, loosest)
    }

    private func prefixed(
        _ sign: String, _ operand: ExpressionNode, _ precedence: Precedence, _ loosest: Precedence
    ) -> String {
        wrapped(sign + text(operand, atLeast: precedence), precedence, loosest)
    }

    private func wrapped(_ text: String, _ precedence: Precedence, _ loosest: Precedence) -> String {
        precedence < loosest ? "(\(text))" : text
    }

    private func call(_ function: Function, _ arguments: [ExpressionNode]) -> String {
        let name = dialect.functions.first { $0.function == function }?.name ?? function.rawValue
        if arguments.isEmpty, dialect.constant(name) != nil { return name }
        return name + "(" + arguments.map { text($0, atLeast: .choice) }.joined(separator: ", ") + ")"
    }

    private func isBare(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.properties.isAlphabetic, !dialect.isReserved(name) else {
            return false
        }
        return name.unicodeScalars.allSatisfy(ExpressionToken.isNamePart)
    }
}
