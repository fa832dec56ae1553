internal import Assessment

/// A question whose text holds `<<formula>>`, `<<formula | 3 sf>>` or `<<formula | 2 dp>>`, to be filled with the values of a variant.
struct GIFTTemplate {
    /// Longer questions are not drawn from, so that their variants cost no more than moments.
    static let longest = 16_384
    private static let longestFormula = 500

    private enum Piece {
        case text(ArraySlice<UInt8>)
        case formula(Expression, NumberFormat?, source: String)
    }

    private var pieces: [Piece] = []

    /// `text` is shielded, as a block's is.
    init(_ text: [UInt8], in space: ParameterSpace) throws(Rejection) {
        guard text.count <= Self.longest else {
            throw Rejection("A question with variables is longer than 16 KB. Shorten it.")
        }
        var rest = text[...]
        while let open = rest.pair(UInt8(ascii: "<")) {
            pieces.append(.text(rest[..<open]))
            guard let close = rest[(open + 2)...].pair(UInt8(ascii: ">")) else {
                throw Rejection("A << is never closed. Write >> after the formula, or &lt;&lt; for two signs.")
            }
            pieces.append(try Self.formula(GIFTEscapes.text(rest[(open + 2)..<close]), in: space))
            rest = rest[(close + 2)...]
        }
        pieces.append(.text(rest))
    }

    private static func formula(_ source: String, in space: ParameterSpace) throws(Rejection) -> Piece {
        let parts = source.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        // `||` is an “or” of the formula, not a format.
        let isFormatted = parts.count > 1 && !parts[parts.count - 2].isEmpty && !parts[parts.count - 1].isEmpty
        do {
            let format = isFormatted ? try format(parts[parts.count - 1]) : nil
            let words = isFormatted ? parts.dropLast().joined(separator: "|") : source
            guard words.utf8.count <= longestFormula else {
                throw ParameterError("The formula is too long. Declare a variable for it.")
            }
            let formula = try Expression(words)
            try space.check(formula)
            return .formula(formula, format, source: source)
        } catch {
            throw Rejection("In <<\(source.prefix(80))>>: \(error)")
        }
    }

    private static func format(_ text: String) throws(ParameterError) -> NumberFormat {
        let words = text.split(separator: " ")
        if words.count == 2, let count = Int(words[0]), (0...30).contains(count) {
            if words[1] == "sf", count > 0 { return .significantFigures(count) }
            if words[1] == "dp" { return .decimalPlaces(count) }
        }
        throw ParameterError("A format is 3 sf (significant figures) or 2 dp (decimal places).")
    }

    /// The shielded text with these values. A value never ends an answer or a brace: what GIFT would read in it is escaped.
    func filled(_ values: [String: Value]) throws -> [UInt8] {
        var text: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .formula(let formula, let format, let source):
                let value = try formula.evaluate(in: values)
                let words: String
                if let format, case .number(let number) = value {
                    words = format.text(number)
                } else {
                    words = value.description
                    guard value.number == nil || words.count(where: \.isNumber) <= 10 else {
                        throw ParameterError("<<\(source)>> has too many digits. Write <<\(source) | 3 sf>>.")
                    }
                }
                text += words.utf8.map(GIFTEscapes.mark)
            }
        }
        return text
    }
}

extension ArraySlice<UInt8> {
    /// Where the byte first stands twice.
    fileprivate func pair(_ byte: UInt8) -> Int? {
        indices.dropLast().first { self[$0] == byte && self[$0 + 1] == byte }
    }
}
