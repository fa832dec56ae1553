/// The tree of an expression. The parser bounds its size, so that whatever walks it may recurse.
indirect enum ExpressionNode: Hashable, Sendable {
    /// Never negative and never nothing: a sign is `negate`.
    case literal(Value)
    case variable(String)
    case call(Function, [ExpressionNode])
    /// Only the side that counts is evaluated.
    case choice(condition: ExpressionNode, then: ExpressionNode, otherwise: ExpressionNode)
    case both(ExpressionNode, ExpressionNode)
    case either(ExpressionNode, ExpressionNode)
    case test(NumberTest, ExpressionNode)

    /// Moodle's questions about a result that may be no number.
    enum NumberTest: String, CaseIterable {
        case isNaN = "is_nan"
        case isFinite = "is_finite"
        case isInfinite = "is_infinite"
    }

    func collectVariables(into names: inout Set<String>) {
        switch self {
        case .literal: break
        case .variable(let name): names.insert(name)
        case .call(_, let arguments): for argument in arguments { argument.collectVariables(into: &names) }
        case .choice(let condition, let then, let otherwise):
            for node in [condition, then, otherwise] { node.collectVariables(into: &names) }
        case .both(let left, let right), .either(let left, let right):
            left.collectVariables(into: &names)
            right.collectVariables(into: &names)
        case .test(_, let node): node.collectVariables(into: &names)
        }
    }
}
