internal import Assessment

/// Writes families as Moodle XML (`question/format/xml/format.php`, 4.5). Each variant is a question of its own; several are in
/// a category of their own.
///
/// Bounds that are not symmetric become a middle and a tolerance; the order of a match's targets is that in which sources need them.
struct MoodleXMLWriter {
    private let media: (String) -> [UInt8]?
    private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"
    private var bank = ExportedBank(bytes: [])
    private var category: [String] = []

    static func write(_ families: [Family], media: (String) -> [UInt8]?) -> ExportedBank {
        withoutActuallyEscaping(media) { media in
            var writer = MoodleXMLWriter(media: media)
            for (place, family) in families.enumerated() { writer.take(family, line: place + 1) }
            writer.bank.bytes = Array((writer.text + "</quiz>\n").utf8)
            return writer.bank
        }
    }

    private mutating func take(_ family: Family, line: Int) {
        var questions: [String] = []
        var told: Set<String> = []
        for (number, variant) in family.variants.enumerated() {
            let title = family.variants.count > 1 ? "\(family.title) \(number + 1)" : family.title
            var markup = MoodleMarkup(media: media)
            do {
                let identifier = number == 0 ? family.sourceID : nil
                questions.append(try markup.question(variant.item, title, identifier, family.tags))
                for notice in markup.notices where told.insert(notice).inserted {
                    bank.notices.append(Omission(line: line, reason: "\(family.title): \(notice)"))
                }
            } catch {
                bank.omissions.append(Omission(line: line, reason: "\(title): \(error.reason)"))
            }
        }
        guard !questions.isEmpty else { return }
        if family.variants.count > 1 {
            turn(to: family.category + [family.title])
            bank.notices.append(
                Omission(
                    line: line,
                    reason:
                        "\(family.title): Its variants are questions in a category of this name. Have a quiz draw one at random from it."
                ))
        } else {
            turn(to: family.category)
        }
        text += questions.joined()
    }

    private mutating func turn(to category: [String]) {
        guard category != self.category else { return }
        self.category = category
        let parts = ["top"] + category.map { " " + RichText(plain: $0.replacing("/", with: "//")).html + " " }
        let path = MarkupText.escaped(parts.joined(separator: "/"))
        text += "<question type=\"category\"><category><text>\(path)</text></category></question>\n"
    }
}

extension MoodleMarkup {
    fileprivate mutating func question(
        _ item: Item, _ title: String, _ identifier: String?, _ tags: [String]
    ) throws(Rejection) -> String {
        let (type, stem, answers) = try content(of: item)
        var text = "<question type=\"\(type)\">\n"
        text += "<name><text>\(MarkupText.escaped(RichText(plain: title).html))</text></name>\n"
        text += try rich("questiontext", stem)
        if let feedback = item.feedback { text += try rich("generalfeedback", feedback) }
        if let identifier { text += "<idnumber>\(MarkupText.escaped(identifier))</idnumber>\n" }
        text += answers
        if !tags.isEmpty {
            text += "<tags>" + tags.map { "<tag><text>\(MarkupText.escaped($0))</text></tag>" }.joined() + "</tags>\n"
        }
        return text + "</question>\n"
    }

    /// Moodle's name of the type, the question's text and the elements that are the type's own.
    private mutating func content(of item: Item) throws(Rejection) -> (type: String, stem: RichText, answers: String) {
        if case .composite(let composite) = item.interaction {
            if let menus = MoodleMenus(composite, stem: item.stem) { return ("gapselect", menus.stem, menus.answers) }
            return ("cloze", try composite.moodleCloze(item.stem), "")
        }
        let (type, answers) = try answers(to: item.interaction)
        return (type, item.stem, answers)
    }
}
