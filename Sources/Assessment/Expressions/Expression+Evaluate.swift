extension Expression {
    /// The value, with these values of its variables. A side of a choice that does not count may be in error.
    public func evaluate(in variables: [String: Value] = [:]) throws(EvaluationError) -> Value {
        try root.evaluate(in: variables)
    }
}

extension ExpressionNode {
    func evaluate(in variables: [String: Value]) throws(EvaluationError) -> Value {
        switch self {
        case .literal(let value): return value
        case .variable(let name):
            guard let value = variables[name] else { throw .unknownVariable(name) }
            return value
        case .call(let function, let arguments):
            var values: [Value] = []
            for argument in arguments { values.append(try argument.evaluate(in: variables)) }
            return try function.apply(values)
        case .choice(let condition, let then, let otherwise):
            guard let isTrue = try condition.truth(in: variables) else { return .nothing }
            return try (isTrue ? then : otherwise).evaluate(in: variables)
        case .both(let left, let right): return try Self.settle(left, right, unless: false, in: variables)
        case .either(let left, let right): return try Self.settle(left, right, unless: true, in: variables)
        case .test(let test, let node):
            let isNaN: Bool
            let isInfinite: Bool
            do {
                if try node.evaluate(in: variables) == .nothing { return .nothing }
                (isNaN, isInfinite) = (false, false)
            } catch {
                switch error {
                case .undefined: (isNaN, isInfinite) = (true, false)
                case .tooLarge: (isNaN, isInfinite) = (false, true)
                default: throw error
                }
            }
            return switch test {
            case .isNaN: .boolean(isNaN)
            case .isFinite: .boolean(!isNaN && !isInfinite)
            case .isInfinite: .boolean(isInfinite)
            }
        }
    }

    /// `nil` for nothing.
    private func truth(in variables: [String: Value]) throws(EvaluationError) -> Bool? {
        let value = try evaluate(in: variables)
        if value == .nothing { return nil }
        guard let isTrue = value.boolean else { throw .conditionIsText }
        return isTrue
    }

    /// "And" is settled by a side that is false, "or" by one that is true, even beside nothing (QTI). The right side is not
    /// evaluated where the left one settles it.
    private static func settle(
        _ left: ExpressionNode, _ right: ExpressionNode, unless settling: Bool, in variables: [String: Value]
    ) throws(EvaluationError) -> Value {
        let first = try left.truth(in: variables)
        if first == settling { return .boolean(settling) }
        let second = try right.truth(in: variables)
        if second == settling { return .boolean(settling) }
        return first == nil || second == nil ? .nothing : .boolean(!settling)
    }
}
