internal import Assessment

/// Finds the gaps in the text of a cloze question: `{weight:TYPE:alternatives}` (Moodle 4.5, `qtype_multianswer`).
struct MoodleCloze {
    struct Gap {
        let weight: Double
        let type: String
        /// What stands after the type's colon, with its escapes.
        let alternatives: Substring
    }

    enum Piece {
        case text(Substring)
        case gap(Gap)
    }

    private(set) var pieces: [Piece] = []

    /// A brace that opens no gap is text.
    init(_ source: String) {
        var rest = source[...]
        var textStart = rest.startIndex
        while let open = rest.firstIndex(of: "{") {
            guard let (gap, end) = Self.gap(at: open, in: source[...]) else {
                rest = rest[rest.index(after: open)...]
                continue
            }
            if textStart < open { pieces.append(.text(source[textStart..<open])) }
            pieces.append(.gap(gap))
            rest = source[end...]
            textStart = end
        }
        if textStart < source.endIndex { pieces.append(.text(source[textStart...])) }
    }

    /// Longest first, since one may begin another.
    private static let types = [
        "MULTIRESPONSE_HS", "MULTIRESPONSE_H", "MULTIRESPONSE_S", "MULTIRESPONSE", "MULTICHOICE_HS", "MULTICHOICE_VS",
        "MULTICHOICE_H", "MULTICHOICE_V", "MULTICHOICE_S", "MULTICHOICE", "SHORTANSWER_C", "SHORTANSWER", "NUMERICAL",
        "MRHS", "MRH", "MRS", "MCHS", "MCVS", "MCH", "MCV", "MCS", "SAC", "MWC", "MR", "MC", "SA", "MW", "NM",
    ]

    private static func gap(at open: Substring.Index, in source: Substring) -> (Gap, Substring.Index)? {
        var rest = source[open...].dropFirst()
        let weight = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        rest = rest[weight.endIndex...].drop(while: \.isWhitespace)
        guard rest.first == ":" else { return nil }
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        guard let type = types.first(where: { rest.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(type.count).drop(while: \.isWhitespace)
        guard rest.first == ":" else { return nil }
        let start = rest.index(after: rest.startIndex)
        var isEscaped = false
        for place in source[start...].indices {
            if isEscaped {
                isEscaped = false
            } else if source[place] == "\\" {
                isEscaped = true
            } else if source[place] == "}" {
                let gap = Gap(weight: Double(weight) ?? 1, type: type, alternatives: source[start..<place])
                return (gap, source.index(after: place))
            }
        }
        return nil
    }
}

/// One alternative: `=right#feedback`, `%50%half`, `wrong`.
struct MoodleClozeAnswer {
    /// As HTML.
    let text: String
    /// From -1 to 1; nil where none is written.
    let fraction: Double?
    let feedback: String

    /// Alternatives are parted by `~`; a `~`, `#` or `}` after `\` or `&` means itself, the latter for `&#126;` and its like.
    static func all(_ alternatives: Substring) -> [MoodleClozeAnswer] {
        var answers: [MoodleClozeAnswer] = []
        var fields = [""]
        var before: Character?
        func isLiteral() -> Bool { before == "\\" || before == "&" }
        for character in alternatives {
            if character == "~", !isLiteral() {
                answers.append(MoodleClozeAnswer(fields))
                fields = [""]
            } else if character == "#", !isLiteral(), fields.count == 1 {
                fields.append("")
            } else {
                if before == "\\", "~#}\\".contains(character) { fields[fields.count - 1].removeLast() }
                fields[fields.count - 1].append(character)
            }
            // A backslash that was itself escaped escapes nothing more.
            before = before == "\\" && character == "\\" ? nil : character
        }
        answers.append(MoodleClozeAnswer(fields))
        return answers
    }

    private init(_ fields: [String]) {
        var text = Substring(fields[0].trimmedText)
        if text.first == "=" {
            fraction = 1
            text = text.dropFirst()
        } else if text.first == "%", let end = text.dropFirst().firstIndex(of: "%"),
            let percent = Double(
                text[text.index(after: text.startIndex)..<end].map { $0 == "," ? "." : String($0) }.joined())
        {
            fraction = percent.isFinite ? min(1, max(-1, Share.settled(percent))) : 0
            text = text[text.index(after: end)...]
        } else {
            fraction = nil
        }
        self.text = String(text).trimmedText
        feedback = fields.count > 1 ? fields[1].trimmedText : ""
    }
}
