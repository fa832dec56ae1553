internal import Assessment

extension JMEScope {
    /// JME's functions and operators that are Gongbox's own, by the name that they have in JME.
    private static let shared: [String: Function] = [
        "*": .multiply, "/": .divide, "^": .power, "<": .less, ">": .greater, "<=": .lessOrEqual, ">=": .greaterOrEqual,
        "negate": .negate, "abs": .absolute, "sgn": .sign, "sign": .sign, "sqrt": .squareRoot, "sqr": .squareRoot,
        "exp": .exponential, "ln": .naturalLogarithm, "log": .logarithm, "sin": .sin, "cos": .cos, "tan": .tan,
        "arcsin": .asin, "arccos": .acos, "arctan": .atan, "sinh": .sinh, "cosh": .cosh, "tanh": .tanh,
        "sec": .secant, "cosec": .cosecant, "cot": .cotangent, "degrees": .degrees, "radians": .radians,
        "floor": .floor, "ceil": .ceiling, "trunc": .truncate, "round": .roundHalfUp, "precround": .round,
        "siground": .significantFigures, "mod": .modulo, "gcd": .greatestCommonDivisor, "gcf": .greatestCommonDivisor,
        "lcm": .leastCommonMultiple, "fact": .factorial, "perm": .permutations, "comb": .binomial,
    ]

    func call(_ name: String, _ nodes: [JME], _ locals: [String: JMEValue]) throws(Rejection) -> JMEValue {
        switch (name, nodes.count) {
        case ("if", 3): return try value(try truth(nodes[0], locals) ? nodes[1] : nodes[2], locals)
        case ("switch", 2...): return try choose(nodes, locals)
        case ("and", 2): return .boolean(try truth(nodes[0], locals) ? truth(nodes[1], locals) : false)
        case ("or", 2): return .boolean(try truth(nodes[0], locals) ? true : truth(nodes[1], locals))
        case ("xor", 2): return .boolean(try truth(nodes[0], locals) != truth(nodes[1], locals))
        case ("not", 1): return .boolean(try !truth(nodes[0], locals))
        case ("#", 2):
            guard case .call("..", let ends) = nodes[0] else {
                throw Rejection("“#” needs a range before it, such as 1..9#2. Correct it in Numbas.")
            }
            return .range(
                try range(value(ends[0], locals), value(ends[1], locals), step: value(nodes[1], locals)))
        default: break
        }
        var arguments: [JMEValue] = []
        for node in nodes { arguments.append(try value(node, locals)) }
        if let result = try defined(name, arguments) { return result }
        if let result = try listed(name, arguments) { return result }
        if let result = try written(name, arguments) { return result }
        switch (name, arguments.count) {
        case ("=", 2): return .boolean(arguments[0].isEqual(to: arguments[1]))
        case ("<>", 2): return .boolean(!arguments[0].isEqual(to: arguments[1]))
        case ("+", 2): return try calculate(.add, name, arguments)
        case ("-", 2): return try calculate(.subtract, name, arguments)
        case ("|", 2):
            let rest = try calculate(.modulo, name, arguments.reversed())
            return .boolean(rest.isEqual(to: .number(Number(0))))
        case ("isint", 1):
            return .boolean(try calculate(.floor, name, arguments).isEqual(to: arguments[0]))
        case ("root", 2): return try calculate(.root, name, arguments.reversed())
        default: break
        }
        guard let function = Self.shared[name], function.arity.contains(arguments.count) else {
            throw Rejection("The function “\(name.prefix(40))” cannot be carried over. Write the question without it.")
        }
        return try calculate(function, name, arguments)
    }

    private func truth(_ node: JME, _ locals: [String: JMEValue]) throws(Rejection) -> Bool {
        switch try value(node, locals) {
        case .boolean(let isTrue): return isTrue
        case .number(let number): return !number.isZero
        default: throw Rejection("A condition is neither true nor false. Correct it in Numbas.")
        }
    }

    /// Conditions and values in turn; one value more is for when none holds.
    private func choose(_ nodes: [JME], _ locals: [String: JMEValue]) throws(Rejection) -> JMEValue {
        for place in stride(from: 0, to: nodes.count - 1, by: 2) where try truth(nodes[place], locals) {
            return try value(nodes[place + 1], locals)
        }
        guard let last = nodes.last, nodes.count % 2 == 1 else {
            throw Rejection("No case of a “switch” fits. Add a last value for all others.")
        }
        return try value(last, locals)
    }

    func calculate(_ function: Function, _ name: String, _ arguments: [JMEValue]) throws(Rejection) -> JMEValue {
        var numbers: [Value] = []
        for argument in arguments {
            guard case .number(let number) = argument else {
                throw Rejection("“\(name)” needs numbers, not “\(argument.words.prefix(40))”. Correct it in Numbas.")
            }
            numbers.append(.number(number))
        }
        do throws(EvaluationError) { return JMEValue(try function.apply(numbers)) } catch {
            throw Rejection("A variable cannot be worked out. \(error)")
        }
    }

    /// What is done with texts.
    private func written(_ name: String, _ arguments: [JMEValue]) throws(Rejection) -> JMEValue? {
        switch (name, arguments.count) {
        case ("+", 2):
            guard arguments.contains(where: { if case .text = $0 { true } else { false } }) else { return nil }
            let joined = arguments[0].words + arguments[1].words
            guard joined.utf8.count <= 20_000 else { throw Rejection("A text grows too long. Shorten it in Numbas.") }
            return .text(joined)
        case ("string", 1): return .text(arguments[0].words)
        case ("latex", 1), ("safe", 1): return arguments[0]
        case ("upper", 1): return .text(arguments[0].words.uppercased())
        case ("lower", 1): return .text(arguments[0].words.lowercased())
        case ("capitalise", 1):
            let text = arguments[0].words
            return .text(text.prefix(1).uppercased() + text.dropFirst())
        case ("pluralise", 3): return arguments[0].isEqual(to: .number(Number(1))) ? arguments[1] : arguments[2]
        case ("dpformat", 2), ("sigformat", 2):
            guard case .number(let number) = arguments[0], case .number(let wish) = arguments[1] else { return nil }
            let count = Int(max(0, min(30, wish.double)))
            return .text(
                (name == "dpformat" ? NumberFormat.decimalPlaces(count) : .significantFigures(count)).text(number))
        default: return nil
        }
    }
}
