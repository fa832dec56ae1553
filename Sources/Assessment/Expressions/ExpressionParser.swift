/// Reads the words of a formula into its tree, by precedence climbing.
struct ExpressionParser {
    private let tokens: [ExpressionToken]
    private let dialect: Dialect
    private let operators: [Infix]
    private var index = 0
    private var nesting = 0
    private var parts = 0

    init(tokens: [ExpressionToken], dialect: Dialect) {
        self.tokens = tokens
        self.dialect = dialect
        operators = dialect.operators + (dialect.hasWords ? Infix.words : [])
    }

    mutating func parseAll() throws(ExpressionError) -> ExpressionNode {
        let node = try parseChoice()
        guard token.kind == .end else { throw misplaced() }
        return node
    }

    private mutating func parseChoice() throws(ExpressionError) -> ExpressionNode {
        try enter()
        defer { nesting -= 1 }
        let condition = try parseInfix(.or)
        guard token.kind == .symbol("?") else { return condition }
        advance()
        let then = try parseChoice()
        try expect(":", "A ? needs a : after it. Write condition ? value : other value.")
        let otherwise = try dialect.chainsChoices ? parseChoice() : parseInfix(.or)
        if token.kind == .symbol("?") { throw error("Put parentheses around the second choice.") }
        return try made(.choice(condition: condition, then: then, otherwise: otherwise))
    }

    /// Reads operators that bind at least so tightly.
    private mutating func parseInfix(_ loosest: Precedence) throws(ExpressionError) -> ExpressionNode {
        var left = try parsePrefix(loosest)
        while let infix = infix, infix.precedence >= loosest {
            advance()
            let right = try parseInfix(infix.right)
            if infix.precedence == .comparison, self.infix?.precedence == .comparison {
                throw error("Two comparisons cannot follow each other. Write “a < b and b < c”.")
            }
            switch infix.meaning {
            case .function(let function): left = try made(.call(function, [left, right]))
            case .both: left = try made(.both(left, right))
            case .either: left = try made(.either(left, right))
            }
        }
        return left
    }

    private mutating func parsePrefix(_ loosest: Precedence) throws(ExpressionError) -> ExpressionNode {
        try enter()
        defer { nesting -= 1 }
        switch token.kind {
        case .symbol("-"):
            advance()
            return try made(.call(.negate, [try parseInfix(dialect.minus)]))
        case .symbol("+"):
            advance()
            return try parseInfix(dialect.minus)
        case .symbol("!"):
            advance()
            return try made(.call(.not, [try parseInfix(dialect.minus)]))
        case .name("not") where dialect.hasWords:
            guard loosest <= .not else { throw error("Put parentheses around “not …”.") }
            advance()
            return try made(.call(.not, [try parseInfix(.not)]))
        default: return try parseSingle()
        }
    }

    private mutating func parseSingle() throws(ExpressionError) -> ExpressionNode {
        let start = token
        switch start.kind {
        case .number(let number):
            advance()
            return try made(.literal(.number(number)))
        case .text(let text):
            advance()
            return try made(.literal(.text(text)))
        case .variable(let name):
            advance()
            return try made(.variable(name))
        case .symbol("("):
            advance()
            let node = try parseChoice()
            try expect(")", "A parenthesis is not closed. Add ).")
            return node
        case .name(let name):
            advance()
            return token.kind == .symbol("(") ? try parseCall(name, start) : try made(bare(name, start))
        case .symbol, .end: throw misplaced()
        }
    }

    private func bare(_ name: String, _ start: ExpressionToken) throws(ExpressionError) -> ExpressionNode {
        guard dialect.hasBareVariables else {
            throw ExpressionError(position: start.position, reason: "A variable stands in braces. Write {\(name)}.")
        }
        if let truth = dialect.truth(name) { return .literal(.boolean(truth)) }
        return dialect.constant(name).map { .call($0, []) } ?? .variable(name)
    }

    private mutating func parseCall(_ name: String, _ start: ExpressionToken) throws(ExpressionError) -> ExpressionNode
    {
        advance()
        var arguments: [ExpressionNode] = []
        if token.kind != .symbol(")") {
            repeat {
                if !arguments.isEmpty { advance() }
                arguments.append(try parseChoice())
            } while token.kind == .symbol(",")
        }
        try expect(")", "The arguments of “\(name)” are not closed. Add ).")
        switch dialect.call(name, arguments) {
        case .success(let node): return try made(node)
        case .failure(let refusal): throw ExpressionError(position: start.position, reason: refusal.reason)
        }
    }
}

extension ExpressionParser {
    private var token: ExpressionToken { tokens[index] }

    private var infix: Infix? {
        switch token.kind {
        case .symbol(let word), .name(let word): operators.first { $0.symbol == word }
        default: nil
        }
    }

    /// Stays at the end.
    private mutating func advance() { index = min(index + 1, tokens.count - 1) }

    private mutating func expect(_ symbol: String, _ reason: String) throws(ExpressionError) {
        guard token.kind == .symbol(symbol) else { throw token.kind == .end ? error(reason) : misplaced() }
        advance()
    }

    private mutating func enter() throws(ExpressionError) {
        nesting += 1
        guard nesting <= 2 * Expression.deepestNesting else {
            throw error("The formula is nested too deeply. Split it into several variables.")
        }
    }

    private mutating func made(_ node: ExpressionNode) throws(ExpressionError) -> ExpressionNode {
        parts += 1
        guard parts <= Expression.mostParts else {
            throw error("The formula has more than \(Expression.mostParts) parts. Split it into several variables.")
        }
        return node
    }

    private func error(_ reason: String) -> ExpressionError {
        ExpressionError(position: token.position, reason: reason)
    }

    private func misplaced() -> ExpressionError {
        switch token.kind {
        case .end: error("The formula ends too early. A value is missing at its end.")
        case .number, .name, .variable, .text, .symbol("("):
            error("An operator is missing before this. Write * to multiply.")
        case .symbol("^"): error("“^” is no power here. Write **.")
        case .symbol(let symbol): error("“\(symbol)” is misplaced. A value is missing here, or it is one too many.")
        }
    }
}
