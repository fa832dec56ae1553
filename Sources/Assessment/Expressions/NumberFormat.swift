/// How a number is written for people. Halves are rounded away from zero; a number that rounds to 0 has no sign.
public enum NumberFormat: Hashable, Sendable {
    /// All digits of an exact decimal, a fraction such as `1/3`, and 15 figures of an approximate value, with no zeros at its end.
    case plain
    /// So many digits after the point, 0 to 30.
    case decimalPlaces(Int)
    /// So many digits from the first that is not 0, 1 to 30; `1.20×10^6` below 0.0001 and from a million on.
    case significantFigures(Int)
    /// The same as Moodle shows it: `1.20e6` below 0.001 and from 10 000 on (`qtype_calculated_calculate_answer`).
    case moodleSignificantFigures(Int)

    public func text(_ number: Number) -> String {
        switch self {
        case .plain:
            return Self.plainText(number)
        case .decimalPlaces(let wish):
            let places = min(max(wish, 0), 30)
            return DecimalDigits(number, places: places).rounded(toPlaces: places).plain(places: places)
        case .significantFigures(let wish):
            let figures = min(max(wish, 1), 30)
            let digits = DecimalDigits(number, figures: figures).rounded(toFigures: figures)
            if digits.digits.isEmpty { return "0" }
            guard (-3...6).contains(digits.exponent) else {
                return digits.mantissa(figures: figures) + "×10^\(digits.exponent - 1)"
            }
            return digits.plain(places: figures - digits.exponent)
        case .moodleSignificantFigures(let wish):
            let figures = min(max(wish, 1), 30)
            let digits = DecimalDigits(number, figures: figures).rounded(toFigures: figures)
            if digits.digits.isEmpty { return "0" }
            guard (-2...4).contains(digits.exponent) else {
                return digits.mantissa(figures: figures) + "e\(digits.exponent - 1)"
            }
            return digits.plain(places: figures - digits.exponent)
        }
    }

    private static func plainText(_ number: Number) -> String {
        if case .exact(let rational) = number, !rational.isDecimal {
            return "\(rational.numerator)/\(rational.denominator)"
        }
        // An exact decimal ends after 127 places at the latest: its denominator is below 2^127.
        let digits =
            number.isExact ? DecimalDigits(number, places: 127) : DecimalDigits(number).rounded(toFigures: 15)
        guard (-20...21).contains(digits.exponent) else {
            return digits.mantissa(figures: max(digits.digits.count, 1)) + "e\(digits.exponent - 1)"
        }
        return digits.plain(places: max(digits.digits.count - digits.exponent, 0))
    }
}

extension Rational {
    /// Whether its decimal ends: no prime but 2 and 5 divides the denominator.
    fileprivate var isDecimal: Bool {
        var rest = denominator
        while rest % 2 == 0 { rest /= 2 }
        while rest % 5 == 0 { rest /= 5 }
        return rest == 1
    }
}
