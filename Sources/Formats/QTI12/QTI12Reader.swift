internal import XML

/// Reads IMS QTI 1.2 as Canvas, Common Cartridge, Blackboard, Brightspace and the standard itself write it.
///
/// What an answer is worth is found by running the item's own rules (`QTI12Processing`).
struct QTI12Reader {
    private let source: BankSource

    static func read(_ root: XMLElement, from source: BankSource, into draft: inout BankDraft) {
        let reader = QTI12Reader(source: source)
        let before = draft.bank.questionsFound
        reader.read(root, category: [], into: &draft)
        if draft.bank.questionsFound == before, draft.file == nil, draft.citations.isEmpty {
            draft.omit("The file holds no question. Export the quiz or the bank again.", line: root.line)
        }
    }

    private func read(_ element: XMLElement, category: [String], into draft: inout BankDraft) {
        switch element.name {
        case "item": take(element, category: category, into: &draft)
        case "bankentry_item", "itemref":
            draft.cite(element["item_ref"] ?? element["linkrefid"] ?? "", line: element.line)
        case "selection_ordering": selection(element, category: category, into: &draft)
        default:
            var path = category
            if ["assessment", "section", "objectbank"].contains(element.name), let name = name(of: element),
                name != path.last
            {
                path.append(name)
            }
            for child in element.elements where !Self.dead.contains(child.name) {
                read(child, category: path, into: &draft)
            }
        }
    }

    /// Elements that hold no items.
    private static let dead: Set<String> = [
        "qtimetadata", "presentation_material", "rubric", "objectives", "outcomes_processing", "assessproc_extension",
        "assess_procextension", "sectionproc_extension", "qticomment", "assessmentcontrol", "sectioncontrol",
        "reference",
    ]

    private func take(_ element: XMLElement, category: [String], into draft: inout BankDraft) {
        var item = QTI12Item(element, source: source)
        do {
            let family = try item.family(category: category)
            draft.take(family, line: element.line, notices: item.notices, media: item.prose.media.shown)
        } catch {
            let title = ProseReader.plain(element["title"] ?? "", .html)
            let name = title.isEmpty || title == "Question" ? "" : "“\(title.prefix(60))”: "
            draft.omit(name + error.reason, line: element.line)
        }
    }

    /// A group from which a quiz draws.
    private func selection(_ element: XMLElement, category: [String], into draft: inout BankDraft) {
        guard let number = element.descendants(where: { $0.name == "selection_number" }).first?.text.trimmedText,
            let count = Int(number), count > 0
        else { return }
        draft.notice(
            "The quiz draws \(count) of the questions of “\(category.last ?? "a group")”. Say so in the check's blueprint.",
            line: element.line)
    }

    private func name(of element: XMLElement) -> String? {
        let fields = element.all("qtimetadata").flatMap { $0.all("qtimetadatafield") } + element.all("qtimetadatafield")
        let bank = fields.first { $0.first("fieldlabel")?.text.trimmedText == "bank_title" }?.first("fieldentry")?.text
        let name = ProseReader.plain(bank ?? element["title"] ?? "", .html)
        return name.isEmpty ? nil : name
    }
}
