internal import Assessment

/// Reads Aiken: a stem, options `A)` or `A.`, and `ANSWER: A`; more leniently than Moodle, which wants capitals and one-line stems.
struct AikenReader {
    private var stem: [String] = []
    private var options: [(letter: Character, text: String)] = []
    private var start = 1
    private var isAfterBlank = false

    static func read(_ bytes: [UInt8], into draft: inout BankDraft) {
        var reader = AikenReader()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() { reader.take(String(line).trimmedText, number + 1, into: &draft) }
        reader.end(into: &draft)
    }

    /// Whether a text is Aiken: an answer of single letters right below an option.
    static func recognises(_ lines: [Substring]) -> Bool {
        var isOption = false
        for line in lines {
            let text = String(line.prefix(200)).trimmedText
            if isOption, letters(of: text)?.isEmpty == false { return true }
            if !text.isEmpty { isOption = option(text) != nil }
        }
        return false
    }

    private mutating func take(_ line: String, _ number: Int, into draft: inout BankDraft) {
        if line.isEmpty {
            isAfterBlank = true
            return
        }
        defer { isAfterBlank = false }
        if let letters = Self.letters(of: line) {
            finish(letters, into: &draft)
        } else if let option = Self.option(line),
            options.isEmpty ? option.letter == "A" && !stem.isEmpty : isNew(option.letter)
        {
            options.append(option)
        } else {
            if isAfterBlank, !options.isEmpty { end(into: &draft) }
            if options.isEmpty {
                if stem.isEmpty { start = number }
                stem.append(line)
            } else {
                options[options.count - 1].text += "\n" + line
            }
        }
    }

    private func isNew(_ letter: Character) -> Bool { !options.contains { $0.letter == letter } }

    /// What stands there without an answer is no question.
    private mutating func end(into draft: inout BankDraft) {
        if !options.isEmpty {
            draft.omit("The question has no answer. Write ANSWER: and the letter below its options.", line: start)
        } else if !stem.isEmpty {
            draft.omit("This text has no options. Write them below it as A) and B).", line: start)
        }
        (stem, options) = ([], [])
    }

    private mutating func finish(_ letters: [Character], into draft: inout BankDraft) {
        defer { (stem, options) = ([], []) }
        let text = stem.joined(separator: "\n")
        let places = letters.compactMap { letter in options.firstIndex { $0.letter == letter } }
        let problem: String? =
            if text.isEmpty { "The question has no text above its options. Write one." } else if options.count < 2 {
                "A choice needs at least two options. Write them as A) and B)."
            } else if letters.isEmpty {
                "ANSWER: has no letter. Write that of the right option."
            } else if places.count < letters.count { "ANSWER: names a letter that no option has. Correct it." } else {
                nil
            }
        if let problem {
            draft.omit(problem, line: start)
            return
        }
        let choices = options.indices.map { place in
            ChoiceInteraction.Option(
                text: RichText(plain: options[place].text), fraction: places.contains(place) ? 1 : 0)
        }
        let isMultiple = letters.count > 1
        let item = Item(
            stem: RichText(plain: text),
            interaction: .choice(
                .init(options: choices, isMultiple: isMultiple, scoring: isMultiple ? .allOrNothing : .sum)))
        draft.take(Family(title: Title.of(item.stem.plain), category: [], item: item), line: start)
    }

    /// The letters of an answer line; nil for any other line.
    private static func letters(of line: String) -> [Character]? {
        guard line.prefix(6).uppercased() == "ANSWER" else { return nil }
        let rest = line.dropFirst(6).drop(while: \.isWhitespace)
        guard rest.first == ":" else { return nil }
        let words = rest.dropFirst().uppercased().split { $0.isWhitespace || ",.;)&".contains($0) }
        return words.allSatisfy { $0.count == 1 } ? words.compactMap(\.first) : []
    }

    private static func option(_ line: String) -> (letter: Character, text: String)? {
        guard let letter = line.first, letter.isASCII, letter.isLetter else { return nil }
        let rest = line.dropFirst().drop(while: \.isWhitespace)
        guard let sign = rest.first, sign == ")" || sign == "." else { return nil }
        let text = String(rest.dropFirst()).trimmedText
        return text.isEmpty ? nil : (Character(letter.uppercased()), text)
    }
}
