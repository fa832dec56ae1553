/// A word of a formula.
struct ExpressionToken {
    enum Kind: Equatable {
        case number(Number)
        case name(String)
        /// `{name}`
        case variable(String)
        /// In straight double quotes.
        case text(String)
        case symbol(String)
        case end
    }

    let kind: Kind
    /// Counted in scalars from 1.
    let position: Int

    /// Longest first.
    private static let symbols = [
        "**", "==", "!=", "<>", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "^", "\\", "(", ")", ",", "?", ":",
        "<",
        ">", "!",
    ].map { Array($0.unicodeScalars) }

    /// What people and word processors write for the plain signs.
    private static let typographic: [Unicode.Scalar: String] = [
        "−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=",
    ]

    static func tokens(of source: String, dialect: Dialect) throws(ExpressionError) -> [ExpressionToken] {
        let scalars = Array(source.unicodeScalars)
        var tokens: [ExpressionToken] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let start = index
            func add(_ kind: Kind) { tokens.append(ExpressionToken(kind: kind, position: start + 1)) }
            if scalar.properties.isWhitespace {
                index += 1
            } else if isDigit(scalar) || (scalar == "." && index + 1 < scalars.count && isDigit(scalars[index + 1])) {
                add(.number(try number(scalars, &index)))
            } else if scalar.properties.isAlphabetic {
                while index < scalars.count, isNamePart(scalars[index]) { index += 1 }
                add(.name(string(scalars[start..<index])))
            } else if scalar == "{" {
                add(.variable(try delimited(scalars, &index, by: "}", "The { is never closed. Write {name}.")))
            } else if scalar == "\"" {
                add(.text(try delimited(scalars, &index, by: "\"", "The quote is never closed. End it with \".")))
            } else if let plain = typographic[scalar] {
                index += 1
                add(.symbol(plain))
            } else if let symbol = symbols.first(where: { scalars[index...].starts(with: $0) }) {
                index += symbol.count
                add(.symbol(string(symbol[...])))
            } else {
                throw ExpressionError(
                    position: start + 1, reason: "“\(scalar)” means nothing in a formula. Take it out.")
            }
        }
        tokens.append(ExpressionToken(kind: .end, position: scalars.count + 1))
        return tokens
    }

    static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    /// An `e` belongs to the number where digits follow it.
    private static func number(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(ExpressionError) -> Number {
        let start = index
        func skipDigits() { while index < scalars.count, isDigit(scalars[index]) { index += 1 } }
        skipDigits()
        if index < scalars.count, scalars[index] == "." {
            index += 1
            skipDigits()
        }
        if index < scalars.count, scalars[index] == "e" || scalars[index] == "E" {
            let sign = index + 1 < scalars.count && "+-".unicodeScalars.contains(scalars[index + 1]) ? 1 : 0
            if index + 1 + sign < scalars.count, isDigit(scalars[index + 1 + sign]) {
                index += 1 + sign
                skipDigits()
            }
        }
        guard let number = Number(string(scalars[start..<index])) else {
            throw ExpressionError(position: start + 1, reason: "The number is too large. Numbers end near 1.8e308.")
        }
        return number
    }

    private static func delimited(
        _ scalars: [Unicode.Scalar], _ index: inout Int, by end: Unicode.Scalar, _ unclosed: String
    ) throws(ExpressionError) -> String {
        let start = index + 1
        guard let close = scalars[start...].firstIndex(of: end) else {
            throw ExpressionError(position: index + 1, reason: unclosed)
        }
        index = close + 1
        let content = string(scalars[start..<close])
        guard end != "}" || content.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw ExpressionError(position: start, reason: "There is no name between { and }. Write {name}.")
        }
        return content
    }
}
