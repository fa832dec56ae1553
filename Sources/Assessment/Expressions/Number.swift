/// A number of an expression: exact as long as it can be, a finite `Double` from then on.
///
/// Sums, products, quotients and whole powers of decimals stay exact; a square root, a sine, or a result beyond 128 bits does not.
public enum Number: Hashable, Sendable {
    case exact(Rational)
    /// Never infinite and never "not a number".
    case approximate(Double)

    public init(_ whole: Int) { self = .exact(Rational(whole)) }

    /// `nil` for infinity and for what is not a number.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        self = .approximate(double)
    }

    /// Reads a plain decimal such as `12`, `-0.50`, `.5` and `6.02e23`. Nothing else: no blanks, no comma, no hexadecimal.
    ///
    /// More digits than 128 bits hold are rounded to the 17 of a `Double`; what is still too large or too small is
    /// approximate. `nil` for what is no number, or beyond every `Double`.
    public init?(_ text: some StringProtocol) {
        guard let decimal = DecimalText(text) else { return nil }
        if let exact = decimal.rational {
            self = .exact(exact)
            return
        }
        guard let double = Double(text), double.isFinite else { return nil }
        self = DecimalText(double.description)?.rational.map(Number.exact) ?? .approximate(double)
    }

    public var double: Double {
        switch self {
        case .exact(let rational): rational.double
        case .approximate(let double): double
        }
    }

    public var isExact: Bool {
        if case .exact = self { true } else { false }
    }

    public var isNegative: Bool { double < 0 }

    public var isZero: Bool { double == 0 }

    /// The whole number that it is; `nil` for a fraction, and for an approximate value that no longer tells one whole number
    /// from the next.
    var whole: Int128? {
        switch self {
        case .exact(let rational): rational.isWhole ? rational.numerator : nil
        case .approximate(let double):
            double.magnitude <= 0x1p53 ? Int128(exactly: double) : nil
        }
    }
}

extension Number: Comparable {
    /// By value: ½ is equal to an approximate 0.5 here, although `==` of Swift tells how it came about.
    public func hasValue(of other: Number) -> Bool {
        if case .exact(let left) = self, case .exact(let right) = other { return left == right }
        return double == other.double
    }

    public static func < (left: Number, right: Number) -> Bool {
        if case .exact(let first) = left, case .exact(let second) = right { return first < second }
        return left.double < right.double
    }
}
