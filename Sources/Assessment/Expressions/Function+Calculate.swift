import Glibc

extension Function {
    /// `numbers` are as many as `arity` says; comparisons and `not` never come here.
    func calculate(_ numbers: [Number]) throws(EvaluationError) -> Number {
        switch self {
        case .pi: return .approximate(.pi)
        case .e: return .approximate(M_E)
        case .add, .sum: return try sum(numbers)
        case .subtract: return try sum([numbers[0], negated(numbers[1])])
        case .multiply: return try product(numbers[0], numbers[1])
        case .divide: return try quotient(numbers[0], numbers[1])
        case .negate: return negated(numbers[0])
        case .absolute: return numbers[0].isNegative ? negated(numbers[0]) : numbers[0]
        case .sign: return Number(numbers[0].isZero ? 0 : numbers[0].isNegative ? -1 : 1)
        case .power: return try power(numbers[0], numbers[1])
        case .squareRoot: return try root(2, numbers[0])
        case .cubeRoot: return try root(3, numbers[0])
        case .root: return try root(try whole(numbers[0]), numbers[1])
        case .quotient, .modulo, .truncatedQuotient, .remainder, .wholeRemainder:
            return try division(numbers[0], numbers[1])
        case .floor, .ceiling, .truncate, .round, .roundHalfUp, .significantFigures: return try rounded(numbers)
        case .minimum: return numbers.min() ?? Number(0)
        case .maximum: return numbers.max() ?? Number(0)
        case .count: return Number(numbers.count)
        case .mean: return try quotient(try sum(numbers), Number(numbers.count))
        case .range: return try sum([numbers.max() ?? Number(0), negated(numbers.min() ?? Number(0))])
        case .median: return try median(numbers.sorted())
        case .greatestCommonDivisor, .leastCommonMultiple, .factorial, .binomial, .permutations:
            return try counted(numbers)
        case .bindec: return try digits(numbers[0], readIn: 2, else: .binary)
        case .octdec: return try digits(numbers[0], readIn: 8, else: .octal)
        case .decbin: return try written(numbers[0], in: 2)
        case .decoct: return try written(numbers[0], in: 8)
        default: return try finite(try real(numbers.map(\.double)))
        }
    }

    /// What only a `Double` can hold.
    private func real(_ x: [Double]) throws(EvaluationError) -> Double {
        switch self {
        case .exponential: return Glibc.exp(x[0])
        case .expm1: return Glibc.expm1(x[0])
        case .log1p: return Glibc.log1p(x[0])
        case .naturalLogarithm: return Glibc.log(x[0])
        case .logarithm: return x.count > 1 && x[1] != 10 ? Glibc.log(x[0]) / Glibc.log(x[1]) : Glibc.log10(x[0])
        case .sin: return Glibc.sin(x[0])
        case .cos: return Glibc.cos(x[0])
        case .tan: return Glibc.tan(x[0])
        case .asin: return Glibc.asin(x[0])
        case .acos: return Glibc.acos(x[0])
        case .atan: return Glibc.atan(x[0])
        case .atan2: return Glibc.atan2(x[0], x[1])
        case .sinh: return Glibc.sinh(x[0])
        case .cosh: return Glibc.cosh(x[0])
        case .tanh: return Glibc.tanh(x[0])
        case .asinh: return Glibc.asinh(x[0])
        case .acosh: return Glibc.acosh(x[0])
        case .atanh: return Glibc.atanh(x[0])
        case .secant: return 1 / Glibc.cos(x[0])
        case .cosecant: return 1 / Glibc.sin(x[0])
        case .cotangent: return 1 / Glibc.tan(x[0])
        case .radians: return x[0] * .pi / 180
        case .degrees: return x[0] * 180 / .pi
        default: throw .undefined(self)
        }
    }

    /// Neither infinity nor "not a number" leaves a function. A pole (the logarithm of 0) is undefined, not large.
    func finite(_ double: Double) throws(EvaluationError) -> Number {
        if let number = Number(double) { return number }
        switch self {
        case .exponential, .expm1, .sinh, .cosh, .add, .sum, .mean, .range, .median, .subtract, .multiply, .divide,
            .power, .radians, .degrees, .factorial, .binomial, .permutations, .leastCommonMultiple:
            if double.isInfinite { throw .tooLarge(self) }
        default: break
        }
        throw .undefined(self)
    }

    func whole(_ number: Number) throws(EvaluationError) -> Int128 {
        guard let whole = number.whole else { throw .unfit(self, needs: .wholeNumber) }
        return whole
    }

    func natural(_ number: Number) throws(EvaluationError) -> Int128 {
        guard let whole = number.whole, whole >= 0 else { throw .unfit(self, needs: .naturalNumber) }
        return whole
    }

    /// A whole number that may need more than 128 bits, from its decimal digits.
    private func written(_ number: Number, in base: Int) throws(EvaluationError) -> Number {
        guard let result = Number(String(try natural(number), radix: base)) else { throw .tooLarge(self) }
        return result
    }

    private func digits(_ number: Number, readIn base: Int, else kind: EvaluationError.Kind)
        throws(EvaluationError) -> Number
    {
        guard let whole = number.whole, whole >= 0, let read = Int128(String(whole), radix: base),
            let rational = Rational(read)
        else { throw .unfit(self, needs: kind) }
        return .exact(rational)
    }
}
