extension Function {
    func counted(_ numbers: [Number]) throws(EvaluationError) -> Number {
        switch self {
        case .greatestCommonDivisor:
            var divisor: UInt128 = 0
            for number in numbers { divisor = Rational.greatestDivisor(divisor, try whole(number).magnitude) }
            return Rational(Int128(truncatingIfNeeded: divisor)).map(Number.exact) ?? Number(0)
        case .leastCommonMultiple: return try leastCommonMultiple(numbers)
        case .factorial:
            let count = try natural(numbers[0])
            return try fallingProduct(from: count, count: count)
        case .permutations:
            let (all, chosen) = (try natural(numbers[0]), try natural(numbers[1]))
            return chosen > all ? Number(0) : try fallingProduct(from: all, count: chosen)
        default: return try binomial(try natural(numbers[0]), try natural(numbers[1]))
        }
    }

    private func leastCommonMultiple(_ numbers: [Number]) throws(EvaluationError) -> Number {
        var multiple = Number(1)
        for number in numbers {
            let next = try whole(number)
            if next == 0 { return Number(0) }
            let divisor = try Function.greatestCommonDivisor.counted([multiple, number])
            let factor = try quotient(number, divisor)
            multiple = try product(multiple, factor.isNegative ? negated(factor) : factor)
        }
        return multiple
    }

    /// n(n − 1)…, so many factors. All but one are at least 2: after 1,025 of them the product is too large for any number.
    private func fallingProduct(from first: Int128, count: Int128) throws(EvaluationError) -> Number {
        var (result, factor, left) = (Number(1), first, count)
        while left > 0 {
            result = try product(result, number(factor))
            factor -= 1
            left -= 1
        }
        return result
    }

    /// Each step at least doubles it, so this ends as soon.
    private func binomial(_ all: Int128, _ chosen: Int128) throws(EvaluationError) -> Number {
        guard chosen <= all else { return Number(0) }
        let steps = min(chosen, all - chosen)
        var (result, step) = (Number(1), Int128(0))
        while step < steps {
            result = try product(result, number(all - step))
            step += 1
            result = try quotient(result, number(step))
        }
        // In binary the quotients may miss the whole number by a hair.
        return result.isExact ? result : .approximate(result.double.rounded())
    }

    private func number(_ value: Int128) -> Number {
        Rational(value).map(Number.exact) ?? .approximate(Double(value))
    }
}
