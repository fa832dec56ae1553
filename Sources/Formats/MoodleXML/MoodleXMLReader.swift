internal import Assessment
internal import XML

/// Reads Moodle's XML (`question/format/xml/format.php`, 4.5): every core type that a box can ask without Moodle behind it.
struct MoodleXMLReader {
    private var category: [String] = []

    static func read(_ source: BankSource, into draft: inout BankDraft) {
        guard let root = source.xml(telling: &draft) else { return }
        var reader = MoodleXMLReader()
        for element in root.elements where element.name == "question" { reader.take(element, into: &draft) }
    }

    private mutating func take(_ element: XMLElement, into draft: inout BankDraft) {
        let type = element["type"] ?? ""
        if type == "category" {
            category = CategoryPath.parts(element.first("category")?.first("text")?.text ?? "")
            return
        }
        var question = MoodleQuestion(element)
        do {
            let family = try question.family(type: type, category: category)
            draft.take(family, line: element.line, notices: question.notices, media: question.prose.media.shown)
        } catch {
            draft.omit(error.reason, line: element.line)
        }
    }
}
