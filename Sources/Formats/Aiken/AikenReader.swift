internal import Assessment

/// Reads Aiken: a stem, options `A)` or `A.`, and `ANSWER: A`; more leniently than Moodle, which wants capitals and one-line stems.
///
/// Dialects add `Feedback:` below the answer, several letters, true or false without options, and a line with a question's type
/// above it; what is of another type is left out by name.
struct AikenReader {
    private var stem: [String] = []
    private var options: [(letter: Character, text: String)] = []
    /// The answer, once it is known: what follows up to the next blank line is feedback.
    private var answer: String?
    private var feedback: [String] = []
    private var type = ""
    private var start = 1
    private var isAfterBlank = false

    private static let types: Set<String> = [
        "multichoice", "truefalse", "essay", "shortanswer", "description", "cloze", "numerical", "matching", "order",
        "category",
    ]

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
            if isOption, let answer = answer(of: text), letters(of: answer) != nil { return true }
            if !text.isEmpty { isOption = option(text) != nil }
        }
        return false
    }

    private mutating func take(_ line: String, _ number: Int, into draft: inout BankDraft) {
        if line.isEmpty {
            // A stem may have several paragraphs; a block of another type ends here.
            if answer != nil || !["", "multichoice", "truefalse"].contains(type) { end(into: &draft) }
            isAfterBlank = true
            return
        }
        defer { isAfterBlank = false }
        if Self.types.contains(line.lowercased()), stem.isEmpty || isAfterBlank {
            end(into: &draft)
            type = line.lowercased()
            start = number
        } else if let answer = Self.answer(of: line) {
            self.answer = answer
        } else if answer != nil {
            guard let words = Self.feedback(of: line) else {
                end(into: &draft)
                return take(line, number, into: &draft)
            }
            feedback.append(words)
        } else if let option = Self.option(line), opens(option.letter) {
            options.append(option)
        } else {
            if isAfterBlank, !options.isEmpty { end(into: &draft) }
            if options.isEmpty {
                if stem.isEmpty, type.isEmpty { start = number }
                stem.append(line)
            } else {
                options[options.count - 1].text += "\n" + line
            }
        }
    }

    /// Whether an option of that letter may stand here.
    private func opens(_ letter: Character) -> Bool {
        options.isEmpty ? letter == "A" && !stem.isEmpty : !options.contains { $0.letter == letter }
    }

    private mutating func end(into draft: inout BankDraft) {
        defer {
            (stem, options, feedback) = ([], [], [])
            (answer, type) = (nil, "")
        }
        if stem.isEmpty, options.isEmpty, answer == nil || type == "category" { return }
        do {
            let item = try item()
            draft.take(Family(title: Title.of(item.stem.plain), category: [], item: item), line: start)
        } catch {
            if type != "category" { draft.omit(error.reason, line: start) }
        }
    }

    private func item() throws(Rejection) -> Item {
        let text = stem.joined(separator: "\n")
        guard !text.isEmpty else { throw Rejection("The question has no text above its options. Write one.") }
        let words = RichText(plain: feedback.joined(separator: "\n"))
        return Item(
            stem: RichText(plain: text), interaction: try interaction(), feedback: words.isEmpty ? nil : words)
    }

    private func interaction() throws(Rejection) -> Interaction {
        switch type {
        case "", "multichoice", "truefalse": return .choice(try choice())
        case "essay": return .extendedText(.init())
        case "description": return .description
        case "shortanswer", "numerical":
            let texts = (answer ?? "").split(separator: ",").map { String($0).trimmedText }.filter { !$0.isEmpty }
            guard !texts.isEmpty else { throw Rejection("The question has no answer. Write ANSWER: below it.") }
            let numbers = texts.compactMap { GIFTNumber.number(Substring($0)) }
            if type == "numerical", numbers.count == texts.count {
                return .numericEntry(.init(accepted: numbers.map { .init(value: $0, fraction: 1) }))
            }
            return .textEntry(.init(accepted: texts.map { .init(pattern: $0.escapingAsterisks, fraction: 1) }))
        default:
            throw Rejection("A question of type \(type) cannot be read from Aiken. Write it in GIFT.")
        }
    }

    private func choice() throws(Rejection) -> ChoiceInteraction {
        guard let answer else {
            throw Rejection(
                options.isEmpty
                    ? "This text has no options and no answer. Write them below it, or remove it."
                    : "The question has no answer. Write ANSWER: and the letter below its options.")
        }
        if options.isEmpty, let isTrue = Self.truth(answer) {
            let options = [("True", isTrue), ("False", !isTrue)].map { word, isRight in
                ChoiceInteraction.Option(text: RichText(plain: word), fraction: isRight ? 1 : 0)
            }
            return ChoiceInteraction(options: options, isMultiple: false, shuffles: false)
        }
        guard options.count >= 2 else {
            throw Rejection("A choice needs at least two options. Write them as A) and B).")
        }
        let letters = Self.letters(of: answer) ?? []
        let places = letters.compactMap { letter in options.firstIndex { $0.letter == letter } }
        guard !letters.isEmpty, places.count == letters.count else {
            throw Rejection("ANSWER: does not name the letter of an option. Correct it.")
        }
        let choices = options.indices.map { place in
            ChoiceInteraction.Option(
                text: RichText(plain: options[place].text), fraction: places.contains(place) ? 1 : 0)
        }
        let isMultiple = letters.count > 1
        return ChoiceInteraction(
            options: choices, isMultiple: isMultiple, scoring: isMultiple ? .allOrNothing : .sum)
    }

    /// What stands behind `ANSWER:`; nil for any other line.
    private static func answer(of line: String) -> String? {
        guard line.prefix(6).uppercased() == "ANSWER" else { return nil }
        let rest = line.dropFirst(6).drop(while: \.isWhitespace)
        return rest.first == ":" ? String(rest.dropFirst()).trimmedText : nil
    }

    private static func feedback(of line: String) -> String? {
        let keyword = ["feedback:", "gfeed."].first { line.lowercased().hasPrefix($0) }
        return keyword.map { String(line.dropFirst($0.count)).trimmedText }
    }

    private static func truth(_ answer: String) -> Bool? {
        switch answer.uppercased() {
        case "T", "TRUE": true
        case "F", "FALSE": false
        default: nil
        }
    }

    /// Nil for what is no list of single letters.
    private static func letters(of answer: String) -> [Character]? {
        let words = answer.uppercased().split { $0.isWhitespace || ",.;)&".contains($0) }
        guard !words.isEmpty, words.allSatisfy({ $0.count == 1 }) else { return nil }
        return words.compactMap(\.first).uniqued { $0 }
    }

    private static func option(_ line: String) -> (letter: Character, text: String)? {
        guard let letter = line.first, letter.isASCII, letter.isLetter else { return nil }
        let rest = line.dropFirst().drop(while: \.isWhitespace)
        guard let sign = rest.first, sign == ")" || sign == "." else { return nil }
        let text = String(rest.dropFirst()).trimmedText
        return text.isEmpty ? nil : (Character(letter.uppercased()), text)
    }
}
