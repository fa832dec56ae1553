extension NumericEntryInteraction {
    /// The first accepted value that the response lies within gives the mark.
    func mark(_ response: String) -> Mark {
        let readings = WrittenNumber(response).readings
        guard !response.allSatisfy(\.isWhitespace) else { return Mark(fraction: 0) }
        for answer in accepted where answer.accepts(readings) {
            return Mark(fraction: answer.fraction, feedback: answer.feedback.map { [$0] } ?? [])
        }
        return Mark(fraction: 0)
    }
}

extension NumericEntryInteraction.Accepted {
    fileprivate func accepts(_ readings: [Double]) -> Bool {
        guard let value else { return true }
        // Moodle's nominal tolerance: the bound itself is inside although binary fractions miss it by a hair.
        let slack = tolerance + 1e-14 * max(tolerance, abs(value))
        return readings.contains { abs($0 - value) <= slack }
    }
}

/// A number as people write it: `1.5e3`, `1,5`, `−2`, `6.02×10^23`, `6.02 * 10²³`, `1 000`, `3/4`, `25 %` is not one.
public struct WrittenNumber {
    /// What it may mean. `1,250` is 1.25 where the comma is decimal and 1250 where it groups: both stand here.
    public let readings: [Double]

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
        plain = plain.replacing("*10^", with: "e")
        readings = Self.commaReadings(plain).compactMap(Self.value)
    }

    private static let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

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
