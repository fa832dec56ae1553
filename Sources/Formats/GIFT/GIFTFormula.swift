internal import Assessment

/// An accepted number of a question with declarations: a formula, with a tolerance that may be a share of it.
struct GIFTFormula {
    let head: GIFTHead
    let values: [String: Value]

    /// `formula`, `formula:0.5`, `formula:2%`, `low..high` or `*`.
    func accepted(_ source: String) throws(Rejection) -> (value: Double?, tolerance: Double) {
        if source == "*" { return (nil, 0) }
        if let dots = source.firstRange(of: "..") {
            let low = try number(source[..<dots.lowerBound]).double
            let high = try number(source[dots.upperBound...]).double
            let middle = low / 2 + high / 2
            return (middle, max(abs(high - middle), abs(middle - low)))
        }
        guard let colon = source.lastIndex(of: ":") else {
            let value = try number(source[...])
            guard let figures = head.figures else { return (value.double, 0) }
            // What rounds to it: half a unit of the last figure.
            let rounded = try number(source[...], rounding: figures.count)
            return (rounded.double, try halfUnit(rounded.double, figures: figures.count))
        }
        let value = try number(source[..<colon]).double
        let tolerance = String(source[colon...].dropFirst()).trimmedText
        let share = tolerance.hasSuffix("%")
        let width = abs(try number(tolerance[...].dropLast(share ? 1 : 0)).double)
        return (value, share ? abs(value) * width / 100 : width)
    }

    private func number(_ source: Substring, rounding figures: Int? = nil) throws(Rejection) -> Number {
        let words = String(source).trimmedText
        do {
            let formula = try Expression(figures.map { "sigfig(\(words), \($0))" } ?? words)
            try head.space.check(formula)
            guard let number = try formula.evaluate(in: values).number else {
                throw ParameterError("It is not a number.")
            }
            return number
        } catch {
            throw Rejection("In the answer \(words.prefix(80)): \(error)")
        }
    }

    private func halfUnit(_ value: Double, figures: Int) throws(Rejection) -> Double {
        guard value != 0 else { return 0 }
        // 0.00271 is written 2.71e-03: the exponent of the first figure.
        let power = NumberFormat.significantFigures(1).text(.approximate(abs(value)))
        let exponent = Self.exponent(power)
        return try number("0.5 * 10^(\(exponent - figures + 1))").double
    }

    /// Of a number that is written with one figure: `300`, `0.004`, `2×10^-7`.
    private static func exponent(_ text: String) -> Int {
        if let power = text.firstRange(of: "×10^") { return Int(text[power.upperBound...]) ?? 0 }
        guard let point = text.firstIndex(of: ".") else { return text.count - 1 }
        return -(text[point...].dropFirst().prefix { $0 == "0" }.count + 1)
    }
}
