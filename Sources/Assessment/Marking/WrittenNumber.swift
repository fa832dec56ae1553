#if canImport(Glibc)
    import Glibc
#endif

/// A number as people write it: `1.5e3`, `1,5`, `−2`, `6.02×10^23`, `6.02 * 10²³`, `10^(-3)`, `1 000`, `3/4`, `25 %` is not one.
public struct WrittenNumber {
    /// What it may mean. `1,250` is 1.25 where the comma is decimal and 1250 where it groups: both stand here.
    public let readings: [Double]
    /// How many significant figures it is written with. `1500` has two to four: zeros at the end of a whole number may only hold
    /// the place.
    public let figures: ClosedRange<Int>

    public init(_ text: String) {
        var plain = ""
        var isRaised = false
        for character in text.prefix(200) {
            // A run of raised characters is one exponent.
            let raised = Self.superscripts.firstIndex(of: character).map(String.init) ?? (character == "⁻" ? "-" : nil)
            if let raised {
                plain += isRaised ? raised : "^" + raised
                isRaised = true
                continue
            }
            isRaised = false
            switch character {
            case "−", "–": plain += "-"
            case "×", "·", "*", "x", "X": plain += "*"
            case "E": plain += "e"
            case _ where character.isWhitespace || character == "'" || character == "’" || character == "_": break
            default: plain.append(character)
            }
        }
        plain = Self.withBareExponent(plain).replacing("*10^", with: "e")
        if plain.hasPrefix("10^") { plain = "1e" + plain.dropFirst(3) }
        readings = Self.commaReadings(plain).compactMap(Self.value)
        figures = Self.figures(plain)
    }

    private static func figures(_ text: String) -> ClosedRange<Int> {
        let mantissa = text.prefix { $0 != "e" && $0 != "*" && $0 != "/" && $0 != "^" }
        let digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
        let separators = mantissa.count { $0 == "," || $0 == "." }
        let isWhole = separators == 0 || (separators > 1 && !mantissa.contains("."))
        let zeros = isWhole ? digits.reversed().prefix { $0 == "0" }.count : 0
        return (digits.count - zeros)...max(digits.count, digits.count - zeros)
    }

    private static let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    /// `10^(-3)` without its parentheses.
    private static func withBareExponent(_ text: String) -> String {
        guard text.hasSuffix(")"), let start = text.firstRange(of: "10^(") else { return text }
        let exponent = text[start.upperBound...].dropLast()
        return exponent.contains { "()".contains($0) } ? text : text[..<start.lowerBound] + "10^" + exponent
    }

    private static func commaReadings(_ text: String) -> [String] {
        let commas = text.count(where: { $0 == "," })
        let points = text.count(where: { $0 == "." })
        switch (commas, points) {
        case (0, 0), (0, 1): return [text]
        case (1, 0):
            let decimal = String(text.map { $0 == "," ? "." : $0 })
            return isGrouped(text) ? [decimal, text.filter { $0 != "," }] : [decimal]
        case (_, 0): return [text.filter { $0 != "," }]
        case (0, _): return [text.filter { $0 != "." }]
        default:
            // Both occur: the last one is the decimal sign, the other groups.
            let decimal: Character = text.last { $0 == "," || $0 == "." } ?? "."
            return [String(text.compactMap { $0 == decimal ? "." : $0 == "," || $0 == "." ? nil : $0 })]
        }
    }

    /// Whether the one comma stands before exactly three digits and after one to three that do not begin with 0.
    private static func isGrouped(_ text: String) -> Bool {
        let sides = text.drop { $0 == "-" || $0 == "+" }.split(separator: ",", omittingEmptySubsequences: false)
        guard sides.count == 2, sides[1].count == 3, (1...3).contains(sides[0].count), sides[0].first != "0" else {
            return false
        }
        return sides.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    private static func value(_ text: String) -> Double? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = decimal(parts[0]) else { return nil }
        guard parts.count == 2 else { return first }
        guard let second = decimal(parts[1]), second != 0 else { return nil }
        return first / second
    }

    /// `Double.init` also reads hexadecimal, infinity and NaN, which no student means.
    private static func decimal(_ text: Substring) -> Double? {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.e".contains($0)) }) else { return nil }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}

extension WrittenNumber {
    /// Writes a number with so many significant figures, in scientific notation: `1.50e3`. Rounds to nearest.
    static func write(_ value: Double, figures: Int) -> String {
        guard value != 0, value.isFinite else { return "0" }
        var exponent = Int(log10(abs(value)).rounded(.down))
        var digits = (abs(value) / pow(10, Double(exponent - figures + 1))).rounded()
        if digits >= pow(10, Double(figures)) {
            exponent += 1
            digits = (digits / 10).rounded()
        }
        let text = String(Int64(digits))
        return (value < 0 ? "-" : "") + text.prefix(1) + (figures > 1 ? "." + text.dropFirst() : "") + "e\(exponent)"
    }
}
