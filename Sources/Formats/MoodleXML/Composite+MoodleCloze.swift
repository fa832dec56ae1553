internal import Assessment

extension CompositeInteraction {
    /// The stem with its parts as gaps of Moodle's cloze; parts without a place in it stand below it.
    func moodleCloze(_ stem: RichText) throws(Rejection) -> RichText {
        guard !isAllOrNothing, awards.isEmpty else {
            throw Rejection("In Moodle each part counts by itself; here only certain parts together earn something.")
        }
        guard let weights = Self.whole(parts.map(\.weight)) else {
            throw Rejection("The weights of its parts are not whole numbers or small ratios of them, as Moodle wants.")
        }
        var gaps: [String] = []
        for (number, part) in parts.enumerated() {
            do {
                gaps.append("{\(weights[number]):\(try part.interaction.moodleGap)}")
            } catch {
                throw Rejection("Part \(number + 1): \(error.reason)")
            }
        }
        var html = ""
        var written: Set<Int> = []
        for piece in stem.pieces {
            switch piece {
            case .html(let words): html += Self.withoutGaps(words)
            case .gap(let number) where gaps.indices.contains(number) && written.insert(number).inserted:
                html += gaps[number]
            case .gap: break
            }
        }
        for number in gaps.indices where !written.contains(number) { html += "\n<p>\(gaps[number])</p>" }
        return RichText(sanitised: html)
    }

    /// Moodle's weights are whole numbers above 0.
    private static func whole(_ weights: [Double]) -> [Int]? {
        guard let least = weights.min(), least > 0 else { return nil }
        for factor in [1] + (1...60).map({ Double($0) / least }) {
            let scaled = weights.map { $0 * factor }
            if scaled.allSatisfy({ $0 < 10_000 && abs($0 - $0.rounded()) < 0.0001 }) {
                return scaled.map { Int($0.rounded()) }
            }
        }
        return nil
    }

    /// A text in which a brace before a number and a colon opens no gap.
    private static func withoutGaps(_ html: String) -> String {
        var text = ""
        var rest = html[...]
        while let brace = rest.firstIndex(of: "{") {
            let after = rest[rest.index(after: brace)...]
            let next = after.first { !$0.isNumber && !$0.isWhitespace && $0 != "." }
            text += rest[..<brace] + (next == ":" ? "&#123;" : "{")
            rest = after
        }
        return text + rest
    }
}

extension Interaction {
    /// Type and alternatives, as they stand between the braces of a gap.
    fileprivate var moodleGap: String {
        get throws(Rejection) {
            switch self {
            case .textEntry(let entry): return try entry.moodleGap
            case .numericEntry(let entry): return try entry.moodleGap
            case .choice(let choice): return try choice.moodleGap
            case .match, .order, .associate: throw Rejection("Moodle's cloze has no pairs and no orders.")
            case .extendedText: throw Rejection("Moodle's cloze has no essays.")
            case .composite, .description: throw Rejection("It is not a gap.")
            }
        }
    }
}

extension TextEntryInteraction {
    fileprivate var moodleGap: String {
        get throws(Rejection) {
            guard isCaseSensitive || !accepted.contains(where: \.isCaseSensitive) else {
                throw Rejection("In Moodle capital letters count for all answers or for none.")
            }
            let alternatives = try MoodleClozeAnswer.written(
                accepted.map { (RichText(plain: $0.pattern), max(0, $0.fraction), $0.feedback) })
            return (isCaseSensitive ? "SHORTANSWER_C:" : "SHORTANSWER:") + alternatives
        }
    }
}

extension NumericEntryInteraction {
    fileprivate var moodleGap: String {
        get throws(Rejection) {
            guard units.isEmpty else { throw Rejection("Moodle's cloze has no units.") }
            var answers: [MoodleClozeAnswer.Parts] = []
            for answer in accepted {
                let (text, tolerance) = try moodleNumber(answer)
                let written = text == "*" || tolerance == 0 ? text : "\(text):\(tolerance)"
                answers.append((RichText(plain: written), max(0, answer.fraction), answer.feedback))
            }
            return "NUMERICAL:" + (try MoodleClozeAnswer.written(answers))
        }
    }
}

extension ChoiceInteraction {
    fileprivate var moodleGap: String {
        get throws(Rejection) {
            guard scoring == .sum, display != .text, image == nil, mostChoices == nil, options.count >= 2 else {
                throw Rejection("Moodle's cloze cannot say how its options are marked or shown.")
            }
            let shuffled = shuffles && !options.contains(where: \.isFixed)
            let answers = options.map { ($0.text, $0.fraction, $0.feedback) }
            guard isMultiple else {
                let name = display == .menu ? "MULTICHOICE" : "MULTICHOICE_V"
                let ending = shuffled ? display == .menu ? "_S:" : "S:" : ":"
                return name + ending + (try MoodleClozeAnswer.written(answers))
            }
            let sum = options.reduce(0) { $0 + max(0, $1.fraction) }
            guard abs(sum - 1) < 0.005 else { throw Rejection("Its right options together are not full marks.") }
            return (shuffled ? "MULTIRESPONSE_S:" : "MULTIRESPONSE:")
                + (try MoodleClozeAnswer.written(answers, needsFull: false))
        }
    }
}

extension MoodleClozeAnswer {
    typealias Parts = (text: RichText, fraction: Double, feedback: RichText?)

    /// The alternatives of a gap, each with its share. `needsFull` is for gaps that one answer fills.
    static func written(_ answers: [Parts], needsFull: Bool = true) throws(Rejection) -> String {
        guard !needsFull || answers.contains(where: { $0.fraction > 0.9999 }) else {
            throw Rejection("None of its answers earns full marks.")
        }
        var alternatives: [String] = []
        for answer in answers {
            // With = alone, Moodle gives wrong options of several shares of its own.
            let isFull = needsFull && answer.fraction > 0.9999
            var text = isFull ? "=" : "%\(Share.percent(answer.fraction))%"
            text += try escaped(answer.text)
            if let feedback = answer.feedback { text += "#" + (try escaped(feedback)) }
            alternatives.append(text)
        }
        return alternatives.joined(separator: "~")
    }

    /// By entities, which Moodle decodes: its backslash does not go before every sign.
    private static func escaped(_ text: RichText) throws(Rejection) -> String {
        guard !text.html.contains("src=\"") else {
            throw Rejection("It shows a picture or plays a sound, which Moodle's cloze cannot.")
        }
        return text.html.reduce(into: "") { escaped, character in
            switch character {
            case "~", "#", "{", "}", "\\":
                escaped += "&#\(character.asciiValue ?? 0);"
            case "\n": escaped += " "
            default: escaped.append(character)
            }
        }
    }
}
