extension Function {
    func rounded(_ numbers: [Number]) throws(EvaluationError) -> Number {
        let number = numbers[0]
        switch self {
        case .floor: return Self.floored(number)
        case .ceiling: return negated(Self.floored(negated(number)))
        case .truncate: return Self.truncated(number)
        case .roundHalfUp:
            return Self.floored(try Function.add.sum([number, try quotient(Number(1), Number(2))]))
        case .significantFigures:
            let figures = try whole(numbers[1])
            guard (1...30).contains(figures) else { throw .unfit(self, needs: .figures) }
            return DecimalDigits(number, figures: Int(figures)).rounded(toFigures: Int(figures)).number
        default:
            let places = numbers.count > 1 ? try whole(numbers[1]) : 0
            guard (-30...30).contains(places) else { throw .unfit(self, needs: .places) }
            return DecimalDigits(number, places: max(Int(places), 0)).rounded(toPlaces: Int(places)).number
        }
    }

    static func floored(_ number: Number) -> Number {
        switch number {
        case .exact(let rational): whole(rational.floor)
        case .approximate(let double): exact(double.rounded(.down))
        }
    }

    static func truncated(_ number: Number) -> Number {
        switch number {
        case .exact(let rational): whole(rational.truncated)
        case .approximate(let double): exact(double.rounded(.towardZero))
        }
    }

    private static func whole(_ value: Int128) -> Number {
        Rational(value).map(Number.exact) ?? .approximate(Double(value))
    }

    /// A whole number found is exact again, as long as a `Double` tells one whole number from the next.
    private static func exact(_ double: Double) -> Number {
        Number.approximate(double).whole.map(whole) ?? .approximate(double)
    }
}
