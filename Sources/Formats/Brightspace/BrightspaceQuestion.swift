internal import Assessment

/// One question of Brightspace's CSV and its reading as a family.
struct BrightspaceQuestion {
    private let rows: [BrightspaceRow]
    var prose: ProseReader
    private(set) var notices: [String] = []

    init(_ rows: [BrightspaceRow], source: BankSource) {
        self.rows = rows
        prose = ProseReader(media: MediaCase(find: source.find))
    }

    mutating func family() throws(Rejection) -> Family {
        let text = first("questiontext")
        var stem = text.map { html($0[0], isHTML: $0.isHTML) } ?? ""
        if let image = first("image")?[0], !image.isEmpty {
            stem += " <p><img src=\"\(MarkupText.escaped(image))\"></p>"
        }
        let interaction = try interaction(rows[0][0].trimmedText.uppercased())
        guard let shown = prose.visible(stem, .html) else {
            throw Rejection("The question has no text. Write it in a row QuestionText.")
        }
        let item = Item(stem: shown, interaction: interaction, feedback: optional(first("feedback"), 0))
        if prose.omittedImages > 0 {
            notices.append("A picture is not in the file and was left out. Describe it in words.")
        }
        let title = ProseReader.plain(first("title")?[0] ?? "", .moodle)
        let identifier = first("id")?[0] ?? ""
        return Family(
            sourceID: identifier.isEmpty ? nil : identifier, title: title.isEmpty ? Title.of(shown.plain) : title,
            category: [], item: item)
    }

    private mutating func interaction(_ type: String) throws(Rejection) -> Interaction {
        switch type {
        case "WR": .extendedText(.init(guidance: optional(first("answerkey"), 0)))
        case "SA": .textEntry(try textEntry())
        case "MC": .choice(try choice())
        case "MS": .choice(try selection())
        case "TF": .choice(try trueFalse())
        case "M": .match(try match())
        case "O": .order(try order())
        case "": throw Rejection("NewQuestion has no type. Write WR, SA, M, MC, TF, MS or O behind it.")
        default:
            throw Rejection(
                "Questions of type \(type.prefix(20)) cannot be read from a CSV. Use WR, SA, M, MC, TF, MS or O.")
        }
    }

    private mutating func textEntry() throws(Rejection) -> TextEntryInteraction {
        var accepted: [TextEntryInteraction.Accepted] = []
        for row in all("answer") {
            let (share, text) = row.share == nil || row[1].isEmpty ? (1, row[0]) : (row.share ?? 1, row[1])
            if text.isEmpty { continue }
            let kinds = row.values.dropFirst(2).map { $0.lowercased() }
            guard kinds.contains("regexp") || kinds.contains("regex") else {
                let isCaseSensitive = kinds.contains("sensitive") || kinds.contains("casesensitive")
                accepted.append(
                    .init(pattern: text.escapingAsterisks, fraction: share, isCaseSensitive: isCaseSensitive))
                continue
            }
            guard let texts = FinitePattern(text).alternatives else {
                throw Rejection(
                    "The pattern \(text.prefix(60)) stands for more texts than can be listed. List the answers.")
            }
            accepted += texts.map { .init(pattern: $0, fraction: share) }
        }
        let factor = try scale(accepted.map(\.fraction))
        for place in accepted.indices { accepted[place].fraction *= factor }
        return TextEntryInteraction(accepted: accepted)
    }

    private mutating func choice() throws(Rejection) -> ChoiceInteraction {
        var options = try options()
        // 1 stands for 100 where nothing is larger.
        let factor = try scale(options.map(\.fraction))
        for place in options.indices { options[place].fraction = max(0, options[place].fraction * factor) }
        return ChoiceInteraction(options: options, isMultiple: false)
    }

    private mutating func selection() throws(Rejection) -> ChoiceInteraction {
        var options = try options()
        let rightCount = options.count { $0.fraction > 0 }
        guard rightCount > 0 else { throw Rejection("No option is right. Write 1 before the right ones.") }
        let scoring = scoring
        for place in options.indices { options[place].fraction = options[place].fraction > 0 ? 1 : 0 }
        if scoring == .sum {
            // Right minus wrong.
            for place in options.indices {
                options[place].fraction = (options[place].fraction > 0 ? 1 : -1) / Double(rightCount)
            }
        }
        return ChoiceInteraction(options: options, isMultiple: true, scoring: scoring)
    }

    private mutating func options() throws(Rejection) -> [ChoiceInteraction.Option] {
        var options: [ChoiceInteraction.Option] = []
        for row in all("option") where !row.values.allSatisfy(\.isEmpty) {
            guard let share = row.share, let text = prose.visible(html(row[1], isHTML: row.isHTML), .html) else {
                throw Rejection("Line \(row.line): an option needs a number and a text: Option,100,text.")
            }
            options.append(.init(text: text, fraction: share, feedback: optional(row, 3)))
        }
        guard options.count >= 2 else { throw Rejection("A choice needs at least two rows Option. Add another.") }
        return options
    }

    /// The words for true and false are the page's own.
    private mutating func trueFalse() throws(Rejection) -> ChoiceInteraction {
        var options: [ChoiceInteraction.Option] = []
        for word in ["True", "False"] {
            let row = first(word.lowercased())
            // Feedback stands in the second or in a later column.
            let column = row.flatMap { row in
                (1..<max(1, row.values.count)).first { !["", "html"].contains(row[$0].lowercased()) }
            }
            options.append(
                .init(
                    text: RichText(plain: word), fraction: max(0, row?.share ?? 0),
                    feedback: column.flatMap { optional(row, $0) }))
        }
        let factor = try scale(options.map(\.fraction))
        for place in options.indices { options[place].fraction *= factor }
        return ChoiceInteraction(options: options, isMultiple: false, shuffles: false)
    }

    private mutating func match() throws(Rejection) -> MatchInteraction {
        var match = MatchInteraction(sources: [], targets: [], key: [], isAllOrNothing: scoring == .allOrNothing)
        let choices = all("choice").map { (number: $0[0], text: ProseReader.plain($0[1], .moodle)) }
            .filter { !$0.text.isEmpty }
        // A match points to its choice. Menus show matches; each choice asks for its own.
        for row in all("match") {
            let target = ProseReader.plain(row[1], .moodle)
            if target.isEmpty { continue }
            if !match.targets.contains(target) { match.targets.append(target) }
        }
        for choice in choices {
            let target = all("match").first { $0[0] == choice.number && !$0[1].isEmpty }
            guard let target, let place = match.targets.firstIndex(of: ProseReader.plain(target[1], .moodle)) else {
                throw Rejection(
                    "The choice “\(choice.text.prefix(40))” has no match. Write a row Match with its number.")
            }
            match.sources.append(RichText(plain: choice.text))
            match.key.append(place)
        }
        guard !match.sources.isEmpty, match.targets.count >= 2 else {
            throw Rejection("Matching needs at least two different pairs. Add another.")
        }
        return match
    }

    private mutating func order() throws(Rejection) -> OrderInteraction {
        var entries: [RichText] = []
        for row in all("item") {
            guard let text = prose.visible(html(row[0], isHTML: row.isHTML), .html) else { continue }
            entries.append(text)
        }
        guard entries.count >= 2 else { throw Rejection("Ordering needs at least two rows Item. Add another.") }
        return OrderInteraction(entries: entries, grading: scoring == .allOrNothing ? .allOrNothing : .absolutePosition)
    }

    /// By Brightspace's names. For matching and ordering only whether each part counts matters.
    private var scoring: ChoiceInteraction.Scoring {
        mutating get {
            switch first("scoring")?[0].filter(\.isLetter).lowercased() ?? "" {
            case "rightanswers", "equallyweighted", "rightanswer", "correctanswers": return .rightAnswers
            case "rightminuswrong": return .sum
            case "allornothing": return .allOrNothing
            case let other:
                notices.append(
                    other.isEmpty
                        ? "No row says how it is scored. Only the whole counts."
                        : "Its scoring “\(other.prefix(30))” is unknown. Only the whole counts.")
                return .allOrNothing
            }
        }
    }

    private func scale(_ fractions: [Double]) throws(Rejection) -> Double {
        guard let best = fractions.max(), best > 0 else {
            throw Rejection("No answer is right. Write 100 before the right one.")
        }
        return 1 / best
    }

    private func first(_ keyword: String) -> BrightspaceRow? { rows.first { $0.keyword == keyword } }
    private func all(_ keyword: String) -> [BrightspaceRow] { rows.filter { $0.keyword == keyword } }

    private func html(_ text: String, isHTML: Bool) -> String {
        isHTML ? RichText.withoutGaps(text) : LooseMarkup.settle(RichText.withoutGaps(text), breakingLines: true)
    }

    private mutating func optional(_ row: BrightspaceRow?, _ column: Int) -> RichText? {
        guard let row, !row[column].isEmpty, row[column].lowercased() != "html" else { return nil }
        return prose.optional(html(row[column], isHTML: row.isHTML), .html)
    }
}
