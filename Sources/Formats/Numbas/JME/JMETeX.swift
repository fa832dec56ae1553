internal import Assessment

/// Writes a JME formula as TeX, with no more parentheses than it needs.
struct JMETeX {
    /// Looser first.
    private enum Strength: Int {
        case relation, sum, product, power, single
    }

    static func text(_ node: JME) throws(Rejection) -> String { try text(node, .relation) }

    private static func text(_ node: JME, _ loosest: Strength) throws(Rejection) -> String {
        let (tex, strength) = try written(node)
        return strength.rawValue < loosest.rawValue ? "\\left( \(tex) \\right)" : tex
    }

    private static func written(_ node: JME) throws(Rejection) -> (String, Strength) {
        switch node {
        case .number(let number):
            if case .exact(let rational) = number, !rational.isWhole, JMEValue.text(number) != "\(Value.number(number))"
            {
                let sign = rational.numerator < 0 ? "-" : ""
                return (
                    "\(sign)\\frac{\(rational.numerator.magnitude)}{\(rational.denominator)}",
                    number.isNegative ? .sum : .power
                )
            }
            return (JMEValue.text(number), number.isNegative ? .sum : .single)
        case .text(let text): return ("\\text{\(text)}", .single)
        case .name(let name): return (try self.name(name), .single)
        case .list, .inserted:
            throw Rejection("A formula shows a list, which cannot be carried over. Show its entries.")
        case .call(let name, let arguments):
            switch (name, arguments.count) {
            case ("negate", 1): return ("-" + (try text(arguments[0], .product)), .sum)
            case ("+", 2), ("-", 2):
                let right = try text(arguments[1], name == "+" ? .sum : .product)
                return ("\(try text(arguments[0], .sum)) \(name) \(right)", .sum)
            case ("*", 2): return (try product(arguments[0], arguments[1]), .product)
            case ("/", 2):
                return ("\\frac{ \(try text(arguments[0])) }{ \(try text(arguments[1])) }", .power)
            case ("^", 2): return (try text(arguments[0], .single) + "^{ \(try text(arguments[1])) }", .power)
            case ("=", 2), ("<", 2), (">", 2), ("<=", 2), (">=", 2), ("<>", 2):
                let sign = ["<": "\\lt", ">": "\\gt", "<=": "\\leq", ">=": "\\geq", "<>": "\\neq"][name] ?? name
                return ("\(try text(arguments[0])) \(sign) \(try text(arguments[1], .sum))", .relation)
            default: return try call(name, arguments)
            }
        }
    }

    /// A number stands before what it multiplies; only before another number is there a sign between.
    private static func product(_ left: JME, _ right: JME) throws(Rejection) -> String {
        let first = try text(left, .product)
        let second = try text(right, .power)
        let isNumber = first.last?.isNumber == true
        let needsSign =
            second.first?.isNumber == true || second.hasPrefix("-") || isNumber && second.hasPrefix("\\frac")
        return first + (needsSign ? " \\times " : " ") + second
    }

    private static func call(_ written: String, _ arguments: [JME]) throws(Rejection) -> (String, Strength) {
        let name = written.lowercased()
        switch (name, arguments.count) {
        case ("sqrt", 1), ("sqr", 1): return ("\\sqrt{ \(try text(arguments[0])) }", .single)
        case ("abs", 1): return ("\\left| \(try text(arguments[0])) \\right|", .single)
        case ("exp", 1): return ("e^{ \(try text(arguments[0])) }", .power)
        case ("fact", 1): return (try text(arguments[0], .single) + "!", .power)
        case ("diff", 3):
            let order = try text(arguments[2])
            let power = order == "1" ? "" : "^{\(order)}"
            return ("\\frac{d\(power) \(try text(arguments[0], .single))}{d \(try text(arguments[1]))\(power)}", .power)
        case ("int", 2):
            return ("\\int \(try text(arguments[0], .product)) \\, d\(try text(arguments[1]))", .product)
        default: break
        }
        // f(x), g'(x): a function that only has a name.
        let isPlain = name.filter { $0 != "'" }.count == 1
        guard isPlain || functions.contains(name) else {
            throw Rejection("The text shows the function “\(name.prefix(40))”, which only Numbas writes out.")
        }
        var list: [String] = []
        for argument in arguments { list.append(try text(argument)) }
        let sign = isPlain ? written : functionNames[name] ?? "\\\(name)"
        return ("\(sign) \\left( \(list.joined(separator: ", ")) \\right)", .power)
    }

    private static let functions: Set<String> = [
        "sin", "cos", "tan", "sec", "cosec", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "ln", "log",
        "gcd", "min", "max", "arg",
    ]
    private static let functionNames = ["cosec": "\\operatorname{cosec}"]

    private static let greek: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
    ]

    /// Digits at the end of a name are its index: x1 is x₁.
    private static func name(_ name: String) throws(Rejection) -> String {
        let letters = name.prefix { $0.isLetter }
        let rest = name.dropFirst(letters.count)
        guard letters.count == 1 || greek.contains(String(letters)) else {
            throw Rejection("The text shows the name “\(name.prefix(40))”, which only Numbas writes out.")
        }
        let base = letters.count == 1 ? String(letters) : "\\\(letters)"
        let index = rest.drop { $0 == "_" }
        if index.isEmpty { return base }
        return index.allSatisfy { $0 == "'" } ? base + index : base + "_{\(index)}"
    }
}
