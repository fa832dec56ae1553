/// What an expression can do with values: the one table that every dialect names its functions and operators from, and that
/// QTI's rules call directly.
///
/// Each is total: it gives a value or says why there is none, in bounded time and space.
public enum Function: String, Hashable, Sendable, CaseIterable {
    // Operators.
    case add, subtract, multiply, divide, negate, power
    /// `quotient` rounds down and `modulo` has the sign of the divisor; `truncatedQuotient` and `remainder` cut towards zero.
    case quotient, modulo, truncatedQuotient, remainder
    /// PHP's `%`: both sides lose what is after their point first.
    case wholeRemainder
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, not

    case pi, e
    case absolute = "abs"
    case sign
    case squareRoot = "sqrt"
    case cubeRoot = "cbrt"
    /// root(n, x), the n-th root of x.
    case root
    case exponential = "exp"
    /// e^x − 1 and ln(1 + x), accurate near 0.
    case expm1, log1p
    /// ln(x), and log(x, base), whose base is 10 if it is left out.
    case naturalLogarithm = "ln"
    case logarithm = "log"

    case sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh, asinh, acosh, atanh
    case secant = "sec"
    case cosecant = "csc"
    case cotangent = "cot"
    case radians, degrees

    case floor
    case ceiling = "ceil"
    case truncate = "trunc"
    /// round(x, places): halves away from zero. `roundHalfUp`: halves towards +∞, which is QTI's and Canvas's rule.
    case round, roundHalfUp
    case significantFigures = "sigfig"

    case minimum = "min"
    case maximum = "max"
    case sum, mean, median, range, count

    case greatestCommonDivisor = "gcd"
    case leastCommonMultiple = "lcm"
    case factorial, binomial, permutations

    // Moodle's: a number whose decimal digits are read, or written, in another base.
    case bindec, decbin, octdec, decoct

    /// How many arguments it takes.
    public var arity: ClosedRange<Int> {
        switch self {
        case .pi, .e: 0...0
        case .add, .subtract, .multiply, .divide, .power, .quotient, .modulo, .truncatedQuotient, .remainder,
            .wholeRemainder, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .root, .atan2,
            .significantFigures, .binomial, .permutations:
            2...2
        case .round, .logarithm: 1...2
        case .minimum, .maximum, .sum, .mean, .median, .range, .count, .greatestCommonDivisor, .leastCommonMultiple:
            1...Self.mostArguments
        default: 1...1
        }
    }

    static let mostArguments = 100

    /// What is calculated from nothing is nothing.
    public func apply(_ arguments: [Value]) throws(EvaluationError) -> Value {
        guard arity.contains(arguments.count) else { throw .wrongNumberOfArguments(self) }
        if arguments.contains(.nothing) { return .nothing }
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .boolean(try compare(arguments[0], arguments[1]))
        case .not:
            guard let isTrue = arguments[0].boolean else { throw .conditionIsText }
            return .boolean(!isTrue)
        default:
            var numbers: [Number] = []
            for argument in arguments {
                guard let number = argument.number else { throw .unfit(self, needs: .number) }
                numbers.append(number)
            }
            return .number(try calculate(numbers))
        }
    }

    /// QTI's rule: where there is no result, there is nothing.
    public func valueOrNothing(_ arguments: [Value]) -> Value {
        do { return try apply(arguments) } catch { return .nothing }
    }

    private func compare(_ left: Value, _ right: Value) throws(EvaluationError) -> Bool {
        if case .text(let first) = left, case .text(let second) = right {
            switch self {
            case .equal: return first == second
            case .notEqual: return first != second
            default: throw .unfit(self, needs: .number)
            }
        }
        guard let first = left.number, let second = right.number else { throw .unfit(self, needs: .comparable) }
        return switch self {
        case .equal: first.hasValue(of: second)
        case .notEqual: !first.hasValue(of: second)
        case .less: first < second
        case .lessOrEqual: !(second < first)
        case .greater: second < first
        default: !(first < second)
        }
    }
}
