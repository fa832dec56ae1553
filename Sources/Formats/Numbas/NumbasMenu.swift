/// A text with a little TeX, as a menu can show it: 1 × 10⁻³.
enum NumbasMenu {
    private static let words = ["\\times": "×", "\\cdot": "·", "\\mu": "μ", "\\pi": "π", "\\%": "%", "\\,": " "]
    private static let raised: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "-": "⁻",
        "+": "⁺",
    ]

    /// `nil` where more is needed than that.
    static func text(_ source: String) -> String? {
        guard source.contains(where: { "$\\^{}_".contains($0) }) else { return source.isEmpty ? nil : source }
        var rest = source.filter { $0 != "$" }.replacing("\\(", with: "").replacing("\\)", with: "")
        for (tex, sign) in words { rest = rest.replacing(tex, with: sign) }
        var text = ""
        while let place = rest.firstIndex(of: "^") {
            text += rest[..<place]
            var power = rest[place...].dropFirst()
            let isBraced = power.first == "{"
            let digits = isBraced ? power.dropFirst().prefix { $0 != "}" } : power.prefix(1)
            let signs = digits.compactMap { raised[$0] }
            guard !signs.isEmpty, signs.count == digits.count else { return nil }
            text += signs
            power = power.dropFirst(digits.count + (isBraced ? 2 : 0))
            rest = String(power)
        }
        text += rest
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty || words.contains { "\\{}_".contains($0) } ? nil : words
    }
}
