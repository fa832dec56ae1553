import Glibc

/// Exact where both sides are and the result fits 128 bits; otherwise in binary.
extension Function {
    func negated(_ number: Number) -> Number {
        switch number {
        case .exact(let rational): .exact(rational.negated)
        case .approximate(let double): .approximate(-double)
        }
    }

    func sum(_ numbers: [Number]) throws(EvaluationError) -> Number {
        var total = Number(0)
        for number in numbers {
            if case .exact(let left) = total, case .exact(let right) = number, let sum = left.adding(right) {
                total = .exact(sum)
            } else {
                total = try finite(total.double + number.double)
            }
        }
        return total
    }

    func product(_ left: Number, _ right: Number) throws(EvaluationError) -> Number {
        if case .exact(let first) = left, case .exact(let second) = right, let product = first.multiplied(by: second) {
            return .exact(product)
        }
        return try finite(left.double * right.double)
    }

    func quotient(_ left: Number, _ right: Number) throws(EvaluationError) -> Number {
        guard !right.isZero else { throw .divisionByZero }
        if case .exact(let first) = left, case .exact(let second) = right,
            let result = second.reciprocal.flatMap(first.multiplied)
        {
            return .exact(result)
        }
        return try finite(left.double / right.double)
    }

    /// 0^0 is 1, as in every one of the dialects. A negative base has a whole exponent or no result.
    func power(_ base: Number, _ exponent: Number) throws(EvaluationError) -> Number {
        if base.isZero, exponent.isNegative { throw .divisionByZero }
        if case .exact(let base) = base, case .exact(let exponent) = exponent {
            if exponent.isWhole {
                if let power = base.raised(to: exponent.numerator) { return .exact(power) }
            } else if let power = base.root(exponent.denominator)?.raised(to: exponent.numerator) {
                return .exact(power)
            }
        }
        return try finite(Glibc.pow(base.double, exponent.double))
    }

    /// An odd root of a negative number is negative.
    func root(_ degree: Int128, _ number: Number) throws(EvaluationError) -> Number {
        guard degree > 0 else { throw .unfit(self, needs: .naturalNumber) }
        if number.isZero { return Number(0) }
        if number.isNegative {
            guard degree % 2 == 1 else { throw .undefined(self) }
            return negated(try root(degree, negated(number)))
        }
        if case .exact(let rational) = number, let root = rational.root(degree) { return .exact(root) }
        switch degree {
        case 2: return try finite(number.double.squareRoot())
        case 3: return try finite(Glibc.cbrt(number.double))
        default: return try finite(Glibc.pow(number.double, 1 / Double(degree)))
        }
    }

    func division(_ left: Number, _ right: Number) throws(EvaluationError) -> Number {
        if self == .wholeRemainder {
            return try Function.remainder.division(Self.truncated(left), Self.truncated(right))
        }
        let exactQuotient = try quotient(left, right)
        let cutsDown = self == .quotient || self == .modulo
        let cut = cutsDown ? Self.floored(exactQuotient) : Self.truncated(exactQuotient)
        if self == .quotient || self == .truncatedQuotient { return cut }
        if left.isExact, right.isExact, exactQuotient.isExact {
            return try Function.subtract.calculate([left, try product(right, cut)])
        }
        let rest = Glibc.fmod(left.double, right.double)
        return try finite(cutsDown && rest != 0 && (rest < 0) != right.isNegative ? rest + right.double : rest)
    }

    func median(_ sorted: [Number]) throws(EvaluationError) -> Number {
        let middle = sorted.count / 2
        guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
        return try quotient(try sum([sorted[middle - 1], sorted[middle]]), Number(2))
    }
}
