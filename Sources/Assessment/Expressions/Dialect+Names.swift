extension Dialect {
    /// Why a call means nothing.
    struct Refusal: Error {
        let reason: String
    }

    /// Yes and no, where they are words of the dialect.
    func truth(_ name: String) -> Bool? { hasWords ? ["true": true, "false": false][name] : nil }

    /// A function without arguments that may stand without parentheses too.
    func constant(_ name: String) -> Function? {
        guard hasBareVariables else { return nil }
        return functions.first { $0.name == name && $0.function.arity == 0...0 }?.function
    }

    func call(_ written: String, _ arguments: [ExpressionNode]) -> Result<ExpressionNode, Refusal> {
        let name = folded(written)
        if name == "if", self != .moodle {
            guard arguments.count == 3 else {
                return .failure(Refusal(reason: "“if” takes a condition and two values. Write if(a > b, a, b)."))
            }
            return .success(.choice(condition: arguments[0], then: arguments[1], otherwise: arguments[2]))
        }
        if self == .moodle, let test = ExpressionNode.NumberTest(rawValue: name) {
            guard arguments.count == 1 else { return .failure(Refusal(reason: "“\(name)” takes one value.")) }
            return .success(.test(test, arguments[0]))
        }
        let named = functions.filter { $0.name == name }
        if let match = named.first(where: { $0.function.arity.contains(arguments.count) }) {
            return .success(.call(match.function, arguments))
        }
        guard let arity = named.first?.function.arity else {
            return .failure(Refusal(reason: "There is no function “\(written)”. Correct its name."))
        }
        let least = arity.lowerBound == 1 ? "1 argument" : "\(arity.lowerBound) arguments"
        let wanted = arity.count == 1 ? least : "\(arity.lowerBound) to \(arity.upperBound) arguments"
        return .failure(Refusal(reason: "“\(written)” takes \(wanted), not \(arguments.count)."))
    }

    /// Whether a bare word would not be read as the variable of that name.
    func isReserved(_ name: String) -> Bool {
        !hasBareVariables || constant(name) != nil || truth(name) != nil
            || hasWords && ["and", "or", "not"].contains(name)
    }
}
