internal import Assessment

/// A word of a JME formula.
enum JMEToken: Hashable {
    case number(Number)
    case name(String)
    case text(String)
    case sign(String)
    case end

    static let longestSource = 10_000

    /// Longest first.
    private static let signs = [
        "..", "<=", ">=", "<>", "&&", "||", "+", "-", "*", "/", "^", "|", "#", "<", ">", "=", "(", ")", "[", "]", "{",
        "}", ",", "&", "!",
    ].map { Array($0.unicodeScalars) }

    static func tokens(of source: String) throws(Rejection) -> [JMEToken] {
        guard source.utf8.count <= longestSource else {
            throw Rejection("A formula is longer than \(longestSource) bytes. Split it into several variables.")
        }
        let scalars = Array(source.unicodeScalars)
        var tokens: [JMEToken] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let start = index
            if scalar.properties.isWhitespace {
                index += 1
            } else if isDigit(scalar) || scalar == "." && index + 1 < scalars.count && isDigit(scalars[index + 1]) {
                skipNumber(scalars, &index)
                guard let number = Number(text(scalars[start..<index])) else {
                    throw Rejection("The number \(text(scalars[start..<index]).prefix(40)) is too large.")
                }
                tokens.append(.number(number))
            } else if scalar.properties.isAlphabetic || scalar == "$" || scalar == "_" {
                index += 1
                while index < scalars.count, isNamePart(scalars[index]) { index += 1 }
                while index < scalars.count, scalars[index] == "'" { index += 1 }
                tokens.append(.name(text(scalars[start..<index])))
            } else if scalar == "'" || scalar == "\"" {
                tokens.append(.text(try quoted(scalars, &index)))
            } else if scalar == "−" {
                index += 1
                tokens.append(.sign("-"))
            } else if let sign = signs.first(where: { scalars[index...].starts(with: $0) }) {
                index += sign.count
                tokens.append(.sign(text(sign[...])))
            } else {
                throw Rejection("“\(scalar)” in “\(source.prefix(60))” means nothing in a formula. Take it out.")
            }
        }
        return tokens + [.end]
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_"
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    /// Two points are a range, not a number's.
    private static func skipNumber(_ scalars: [Unicode.Scalar], _ index: inout Int) {
        func skipDigits() { while index < scalars.count, isDigit(scalars[index]) { index += 1 } }
        skipDigits()
        guard index + 1 < scalars.count, scalars[index] == ".", isDigit(scalars[index + 1]) else { return }
        index += 1
        skipDigits()
    }

    /// A backslash keeps a quote from ending the text; before `n` it is a line end, and before anything else itself, as in TeX.
    private static func quoted(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(Rejection) -> String {
        let quote = scalars[index]
        index += 1
        var text = String.UnicodeScalarView()
        while index < scalars.count, scalars[index] != quote {
            if scalars[index] == "\\", index + 1 < scalars.count,
                scalars[index + 1] == quote || scalars[index + 1] == "\\"
            {
                index += 1
            }
            text.append(scalars[index])
            index += 1
        }
        guard index < scalars.count else {
            throw Rejection("A quote in “\(Self.text(scalars.prefix(60)))” is never closed. Close it.")
        }
        index += 1
        return String(text)
    }
}
