internal import Assessment

/// A text with menus of the same words, as Moodle's *select missing words*: `[[n]]` in the text is a menu of its group, in which
/// choice n is right.
struct MoodleMenus {
    let stem: RichText
    let answers: String

    /// What Moodle allows.
    private static let mostGroups = 20

    /// Nil where something is more than such a menu, or where cloze says it as well: no two menus have the same words, and none
    /// has a single one.
    init?(_ composite: CompositeInteraction, stem: RichText) {
        guard !composite.isAllOrNothing, composite.awards.isEmpty, stem.gaps == Array(composite.parts.indices) else {
            return nil
        }
        var groups: [[String]] = []
        var choices: [(text: String, group: Int)] = []
        var right: [Int] = []
        for part in composite.parts {
            guard part.weight == composite.parts[0].weight, case .choice(let choice) = part.interaction,
                let (words, key) = Self.menu(choice)
            else { return nil }
            let group = groups.firstIndex { $0.sorted() == words.sorted() } ?? groups.count
            if group == groups.count {
                groups.append(words)
                choices += words.map { ($0, group + 1) }
            }
            guard let number = choices.firstIndex(where: { $0.group == group + 1 && $0.text == words[key] }) else {
                return nil
            }
            right.append(number + 1)
        }
        let isOnlyHere = groups.count < composite.parts.count || groups.contains { $0.count == 1 }
        guard isOnlyHere, groups.count <= Self.mostGroups else { return nil }
        let pieces = stem.pieces.map { piece in
            switch piece {
            case .html(let html): html.replacing("[[", with: "[&#91;")
            case .gap(let number): "[[\(right[number])]]"
            }
        }
        self.stem = RichText(sanitised: pieces.joined())
        answers =
            "<shuffleanswers>1</shuffleanswers>\n"
            + choices.map { choice in
                let text = MarkupText.escaped(RichText(plain: choice.text).html)
                return "<selectoption><text>\(text)</text><group>\(choice.group)</group></selectoption>\n"
            }.joined()
    }

    /// Different plain words of which one is right and says nothing.
    private static func menu(_ choice: ChoiceInteraction) -> (words: [String], key: Int)? {
        guard !choice.isMultiple, choice.shuffles, choice.display == .menu, choice.scoring == .sum,
            choice.image == nil, choice.options.allSatisfy({ $0.feedback == nil && !$0.isFixed })
        else { return nil }
        let words = choice.options.map(\.text.plain)
        let right = choice.options.indices.filter { choice.options[$0].fraction == 1 }
        guard right.count == 1, choice.options.count(where: { $0.fraction == 0 }) == words.count - 1,
            Set(words).count == words.count, zip(words, choice.options).allSatisfy({ RichText(plain: $0) == $1.text })
        else { return nil }
        return (words, right[0])
    }
}
