/// A fraction in lowest terms, with a positive denominator. Decimals such as 0.1 and 6.02e23 are exact in it.
///
/// Nothing overflows: a result that does not fit 128 bits is `nil`, and `Number` goes on with a `Double`.
public struct Rational: Hashable, Sendable {
    public let numerator: Int128
    public let denominator: Int128

    public init(_ whole: Int) {
        numerator = Int128(whole)
        denominator = 1
    }

    /// `nil` for a zero denominator, and at the very edge of 128 bits, where a number has no negative.
    public init?(_ numerator: Int128, over denominator: Int128 = 1) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let divisor = Int128(Self.greatestDivisor(numerator.magnitude, denominator.magnitude))
        self.numerator = (denominator < 0 ? -numerator : numerator) / divisor
        self.denominator = (denominator < 0 ? -denominator : denominator) / divisor
    }

    public var isWhole: Bool { denominator == 1 }

    /// The nearest binary fraction, rounded once.
    public var double: Double {
        let exactInDouble: UInt128 = 1 << 53
        let (top, bottom) = (numerator.magnitude, denominator.magnitude)
        if top <= exactInDouble, bottom <= exactInDouble {
            // Through Int, whose conversion is one instruction.
            return Double(Int(truncatingIfNeeded: numerator)) / Double(Int(truncatingIfNeeded: denominator))
        }
        var (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
        var exponent = 0
        // Long division in binary until the quotient has more digits than a Double; what is left then only breaks a tie.
        while quotient < 1 << 63 {
            rest <<= 1
            quotient <<= 1
            exponent -= 1
            if rest >= bottom {
                rest -= bottom
                quotient |= 1
            }
        }
        if rest != 0 { quotient |= 1 }
        return Double(sign: numerator < 0 ? .minus : .plus, exponent: exponent, significand: Double(quotient))
    }

    static func greatestDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}

extension Rational: Comparable {
    public static func < (left: Rational, right: Rational) -> Bool {
        if (left.numerator < 0) != (right.numerator < 0) { return left.numerator < 0 }
        let first = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
        let second = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
        return left.numerator < 0 ? second < first : first < second
    }
}

extension Rational {
    var negated: Rational { Rational(lowest: -numerator, denominator) }

    func adding(_ other: Rational) -> Rational? {
        let divisor = Int128(Self.greatestDivisor(denominator.magnitude, other.denominator.magnitude))
        let (first, firstOverflows) = numerator.multipliedReportingOverflow(by: other.denominator / divisor)
        let (second, secondOverflows) = other.numerator.multipliedReportingOverflow(by: denominator / divisor)
        let (sum, sumOverflows) = first.addingReportingOverflow(second)
        let (bottom, overflows) = (denominator / divisor).multipliedReportingOverflow(by: other.denominator)
        guard !firstOverflows, !secondOverflows, !sumOverflows, !overflows else { return nil }
        return Rational(sum, over: bottom)
    }

    func multiplied(by other: Rational) -> Rational? {
        // Reduced crosswise first, so that only what is really too large overflows.
        guard let left = Rational(numerator, over: other.denominator),
            let right = Rational(other.numerator, over: denominator)
        else { return nil }
        let (top, topOverflows) = left.numerator.multipliedReportingOverflow(by: right.numerator)
        let (bottom, bottomOverflows) = left.denominator.multipliedReportingOverflow(by: right.denominator)
        guard !topOverflows, !bottomOverflows else { return nil }
        return Rational(top, over: bottom)
    }

    /// `nil` for zero.
    var reciprocal: Rational? { Rational(denominator, over: numerator) }

    /// Repeated squaring; a result that does not fit ends it early.
    func raised(to exponent: Int128) -> Rational? {
        if exponent < 0 { return exponent == .min ? nil : reciprocal?.raised(to: -exponent) }
        var (result, square, left) = (Rational(1), self, exponent)
        while left > 0 {
            if left & 1 == 1 {
                guard let product = result.multiplied(by: square) else { return nil }
                result = product
            }
            left >>= 1
            if left > 0 {
                guard let next = square.multiplied(by: square) else { return nil }
                square = next
            }
        }
        return result
    }

    /// The root, where it is a fraction too. Above 0 only.
    func root(_ degree: Int128) -> Rational? {
        guard numerator > 0, (1...126).contains(degree) else { return nil }
        guard let top = Self.wholeRoot(numerator, degree), let bottom = Self.wholeRoot(denominator, degree) else {
            return nil
        }
        return Rational(top, over: bottom)
    }

    private static func wholeRoot(_ power: Int128, _ degree: Int128) -> Int128? {
        var (low, high): (Int128, Int128) = (1, power)
        while low < high {
            let middle = low + (high - low) / 2
            if let raised = Rational(middle)?.raised(to: degree), raised.numerator < power {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return Rational(low)?.raised(to: degree)?.numerator == power ? low : nil
    }

    var floor: Int128 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }

    var truncated: Int128 { numerator / denominator }

    private init(lowest numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }
}
