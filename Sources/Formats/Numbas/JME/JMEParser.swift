internal import Assessment

/// Reads the words of a JME formula into its tree, by precedence climbing.
struct JMEParser {
    private let tokens: [JMEToken]
    private let source: String
    private var index = 0
    private var nesting = 0
    private var parts = 0

    private static let deepestNesting = 100
    private static let mostParts = 2_000

    /// How tightly a power and a product bind; a sign before a value stands between them.
    private static let power = 12
    private static let product = 10

    init(_ tokens: [JMEToken], source: String) {
        self.tokens = tokens
        self.source = source
    }

    mutating func parseAll() throws(Rejection) -> JME {
        let node = try parseInfix(0)
        guard token == .end else { throw misplaced() }
        return node
    }

    /// Numbas's table of precedences, the other way round: what binds tighter is larger.
    private static let precedences: [String: (name: String, strength: Int)] = [
        "^": ("^", power), "*": ("*", product), "/": ("/", product), "+": ("+", 9), "-": ("-", 9), "|": ("|", 8),
        "..": ("..", 8), "#": ("#", 7), "except": ("except", 6), "in": ("in", 6), "<": ("<", 5), ">": (">", 5),
        "<=": ("<=", 5), ">=": (">=", 5), "=": ("=", 4), "<>": ("<>", 4), "and": ("and", 3), "&": ("and", 3),
        "&&": ("and", 3), "or": ("or", 2), "||": ("or", 2), "xor": ("xor", 1),
    ]

    private var infix: (name: String, strength: Int)? {
        switch token {
        case .sign(let sign): Self.precedences[sign]
        case .name(let name): Self.precedences[name.lowercased()]
        default: nil
        }
    }

    /// Whether a value begins here that stands right behind another one.
    private var isJuxtaposed: Bool {
        switch token {
        case .number, .name, .sign("("), .sign("{"): true
        default: false
        }
    }

    private mutating func parseInfix(_ loosest: Int) throws(Rejection) -> JME {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.deepestNesting else {
            throw Rejection("A formula is nested too deeply. Split it into several variables.")
        }
        var left = try parsePrefix()
        while true {
            if let infix {
                guard infix.strength >= loosest else { return left }
                advance()
                // A power is of what stands right of it: 2^3^2 is 2^(3^2).
                let right = try parseInfix(infix.strength == Self.power ? Self.power : infix.strength + 1)
                left = try made(.call(infix.name, [left, right]))
            } else if isJuxtaposed {
                guard Self.product >= loosest else { return left }
                left = try made(.call("*", [left, try parseInfix(Self.product + 1)]))
            } else {
                return left
            }
        }
    }

    private mutating func parsePrefix() throws(Rejection) -> JME {
        switch token {
        case .sign("-"):
            advance()
            return try made(.call("negate", [try parseInfix(Self.power)]))
        case .sign("+"):
            advance()
            return try parseInfix(Self.power)
        case .sign("!"):
            advance()
            return try made(.call("not", [try parseInfix(4)]))
        case .name(let name) where name.lowercased() == "not":
            advance()
            return try made(.call("not", [try parseInfix(4)]))
        default:
            var node = try parseSingle()
            while token == .sign("!") || token == .sign("[") {
                let isFactorial = token == .sign("!")
                advance()
                if isFactorial {
                    node = try made(.call("fact", [node]))
                } else {
                    node = try made(.call("at", [node, try parseInfix(0)]))
                    try expect("]")
                }
            }
            return node
        }
    }

    private mutating func parseSingle() throws(Rejection) -> JME {
        let start = token
        advance()
        switch start {
        case .number(let number): return try made(.number(number))
        case .text(let text): return try made(.text(text))
        case .sign("("):
            let node = try parseInfix(0)
            try expect(")")
            return node
        case .sign("{"):
            let node = try parseInfix(0)
            try expect("}")
            return try made(.inserted(node))
        case .sign("["): return try made(.list(try parseList(until: "]")))
        case .name(let name):
            guard token == .sign("("), Self.precedences[name.lowercased()] == nil else {
                return try made(.name(name))
            }
            advance()
            return try made(.call(name, try parseList(until: ")")))
        default:
            index = max(0, index - 1)
            throw misplaced()
        }
    }

    private mutating func parseList(until end: String) throws(Rejection) -> [JME] {
        var entries: [JME] = []
        if token != .sign(end) {
            entries.append(try parseInfix(0))
            while token == .sign(",") {
                advance()
                entries.append(try parseInfix(0))
            }
        }
        try expect(end)
        return entries
    }
}

extension JMEParser {
    private var token: JMEToken { tokens[index] }

    /// Stays at the end.
    private mutating func advance() { index = min(index + 1, tokens.count - 1) }

    private mutating func expect(_ sign: String) throws(Rejection) {
        guard token == .sign(sign) else { throw misplaced() }
        advance()
    }

    private mutating func made(_ node: JME) throws(Rejection) -> JME {
        parts += 1
        guard parts <= Self.mostParts else {
            throw Rejection("A formula has more than \(Self.mostParts) parts. Split it into several variables.")
        }
        return node
    }

    private func misplaced() -> Rejection {
        let place: String
        switch token {
        case .end: place = "ends too early"
        case .sign(let sign): place = "cannot be read at “\(sign)”"
        default: place = "cannot be read"
        }
        return Rejection("The formula “\(source.prefix(60))” \(place). Correct it in Numbas.")
    }
}
