internal import Assessment

/// Makes a formula with its values in place fit to be read: no 1x, no + −3, no 0x. It never works anything out further than that,
/// so that what is shown is always equal to what was written.
struct JMESimplifier {
    let scope: JMEScope
    let locals: [String: JMEValue]
    /// Whether a fraction of two whole numbers is brought to its lowest terms, as Numbas does where nothing else is asked for.
    let reduces: Bool
    /// How many texts that are formulas stand around this one.
    var depth = 0
    private static let deepest = 4

    func simplified(_ node: JME) throws(Rejection) -> JME {
        switch node {
        case .number, .text, .name: return node
        case .inserted(let inner):
            switch try scope.value(inner, locals) {
            case .number(let number): return unsigned(.number(number)).map { .call("negate", [$0]) } ?? .number(number)
            case .text(let text):
                guard depth < Self.deepest else { throw Rejection("A formula shows itself. Correct it in Numbas.") }
                var inner = self
                inner.depth += 1
                return try inner.simplified(scope.tree(text))
            default: throw Rejection("A formula shows a list, which cannot be carried over. Show its entries.")
            }
        case .list: throw Rejection("A formula shows a list, which cannot be carried over. Show its entries.")
        case .call(let name, let arguments):
            var simple: [JME] = []
            for argument in arguments { simple.append(try simplified(argument)) }
            guard simple.count == 2 else { return name == "negate" ? negated(simple[0]) : .call(name, simple) }
            return joined(name, simple[0], simple[1])
        }
    }

    private func joined(_ name: String, _ left: JME, _ right: JME) -> JME {
        switch name {
        case "+":
            if left == Self.zero { return right }
            if right == Self.zero { return left }
            if let positive = unsigned(right) { return .call("-", [left, positive]) }
        case "-":
            if left == Self.zero { return negated(right) }
            if right == Self.zero { return left }
            if let positive = unsigned(right) { return .call("+", [left, positive]) }
        case "*": return product(left, right)
        case "/": return quotient(left, right)
        case "^":
            if right == Self.one { return left }
            if right == Self.zero, left != Self.zero { return Self.one }
        default: break
        }
        return .call(name, [left, right])
    }

    private func product(_ left: JME, _ right: JME) -> JME {
        if left == Self.zero || right == Self.zero { return Self.zero }
        if left == Self.one { return right }
        if right == Self.one { return left }
        if let positive = unsigned(left) { return negated(product(positive, right)) }
        if let positive = unsigned(right), case .number = positive { return negated(product(left, positive)) }
        return .call("*", [left, right])
    }

    private func quotient(_ top: JME, _ bottom: JME) -> JME {
        if bottom == Self.one { return top }
        if top == Self.zero, bottom != Self.zero { return Self.zero }
        if let positive = unsigned(top) { return negated(quotient(positive, bottom)) }
        if let positive = unsigned(bottom) { return negated(quotient(top, positive)) }
        if reduces, case .number(.exact(let first)) = top, case .number(.exact(let second)) = bottom, first.isWhole,
            second.isWhole, let ratio = Rational(first.numerator, over: second.numerator)
        {
            let parts = [ratio.numerator, ratio.denominator].compactMap { Rational($0) }.map { JME.number(.exact($0)) }
            return ratio.isWhole ? parts[0] : .call("/", parts)
        }
        return .call("/", [top, bottom])
    }

    /// With the other sign: −(−x) is x.
    private func negated(_ node: JME) -> JME {
        node == Self.zero ? node : unsigned(node) ?? .call("negate", [node])
    }

    /// What stands after its minus; nil where it begins with none.
    private func unsigned(_ node: JME) -> JME? {
        switch node {
        case .call("negate", let arguments): return arguments[0]
        case .number(let number) where number.isNegative:
            return Function.negate.valueOrNothing([.number(number)]).number.map(JME.number)
        default: return nil
        }
    }

    private static let zero = JME.number(Number(0))
    private static let one = JME.number(Number(1))
}
