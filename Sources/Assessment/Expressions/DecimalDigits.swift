/// A number's decimal digits, for rounding: 0.d₁d₂d₃… × 10^`exponent`, where d₁ is not 0.
///
/// Halves are rounded away from zero, as in class. A fraction is exact; a `Double` is taken for the shortest decimal that
/// names it, so that 1.005 rounds to 1.01 as its reader expects, and not to 1 as its binary neighbour would.
struct DecimalDigits {
    private(set) var isNegative: Bool
    /// 0 to 9 each, the last one not 0; none for zero.
    private(set) var digits: [UInt8]
    private(set) var exponent: Int

    /// `figures` are how many digits are wanted from the first on, and `places` how many after the point; the larger
    /// wish counts, and one digit more is kept to round by.
    init(_ number: Number, figures: Int = 0, places: Int = 0) {
        switch number {
        case .exact(let rational): self.init(rational, figures: figures, places: places)
        case .approximate(let double): self.init(double)
        }
    }

    private init(_ rational: Rational, figures: Int, places: Int) {
        let bottom = rational.denominator.magnitude
        let (whole, remainder) = rational.numerator.magnitude.quotientAndRemainder(dividingBy: bottom)
        isNegative = rational.numerator < 0
        digits = whole == 0 ? [] : String(whole).utf8.map { $0 - UInt8(ascii: "0") }
        exponent = digits.count
        var rest = remainder
        var place = 0
        while rest != 0, place <= places || digits.count <= figures {
            let digit = Self.nextDigit(&rest, bottom)
            place += 1
            if digits.isEmpty, digit == 0 { exponent -= 1 } else { digits.append(digit) }
        }
        dropLastZeros()
    }

    private init(_ double: Double) {
        isNegative = double < 0
        let parts = double.magnitude.description.split(separator: "e")
        let mantissa = parts.first.map(Array.init) ?? []
        let point = mantissa.firstIndex(of: ".") ?? mantissa.count
        let all = mantissa.compactMap { $0.wholeNumberValue.map(UInt8.init) }
        let leading = all.prefix { $0 == 0 }.count
        digits = Array(all.dropFirst(leading))
        exponent = digits.isEmpty ? 0 : point - leading + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        dropLastZeros()
    }

    /// Keeps so many digits.
    func rounded(toFigures figures: Int) -> DecimalDigits {
        var result = self
        guard digits.count > figures else { return result }
        result.digits = Array(digits.prefix(max(figures, 0)))
        if figures >= 0, digits[figures] >= 5 { result.carry() }
        result.dropLastZeros()
        return result
    }

    /// Keeps so many digits after the point; before it, where `places` is negative.
    func rounded(toPlaces places: Int) -> DecimalDigits { rounded(toFigures: exponent + places) }

    private mutating func dropLastZeros() {
        while digits.last == 0 { digits.removeLast() }
    }

    private mutating func carry() {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
        exponent += 1
    }

    /// The next digit of `rest`/`bottom`: ten times the rest, by doubling and adding, because the product may need more than
    /// 128 bits.
    private static func nextDigit(_ rest: inout UInt128, _ bottom: UInt128) -> UInt8 {
        let first = rest
        var digit: UInt8 = 0
        func settle(_ value: UInt128) -> UInt128 {
            guard value >= bottom else { return value }
            digit += 1
            return value - bottom
        }
        for addsOnce in [false, true, false] {
            digit *= 2
            rest = settle(rest * 2)
            if addsOnce { rest = settle(rest + first) }
        }
        return digit
    }

    /// Exact where 128 bits hold it.
    var number: Number {
        let text = (isNegative ? "-0." : "0.") + digits.map(String.init).joined() + "0e\(exponent)"
        return Number(text) ?? Number(0)
    }
}

extension DecimalDigits {
    /// With exactly so many digits after the point.
    func plain(places: Int) -> String {
        let whole = (0..<max(exponent, 0)).map { digit($0) }
        let fraction = (0..<max(places, 0)).map { digit(exponent + $0) }
        let sign = isNegative && !digits.isEmpty ? "-" : ""
        return sign + (whole.isEmpty ? "0" : whole.joined()) + (fraction.isEmpty ? "" : "." + fraction.joined())
    }

    /// `d.ddd` with so many digits in all; the power of ten that belongs to it is `exponent` − 1.
    func mantissa(figures: Int) -> String {
        let rest = (1..<max(figures, 1)).map { digit($0) }.joined()
        return (isNegative ? "-" : "") + digit(0) + (rest.isEmpty ? "" : "." + rest)
    }

    private func digit(_ index: Int) -> String { digits.indices.contains(index) ? String(digits[index]) : "0" }
}
