internal import Assessment
internal import XML

/// One `item` element and its reading as a family.
struct QTI12Item {
    let element: XMLElement
    let responses: [QTI12Response]
    let processing: QTI12Processing
    /// By label, lower case: `question_type`, `cc_profile`, `bbmd_questiontype` …
    let metadata: [String: String]
    var prose: ProseReader
    private(set) var notices: [String] = []

    init(_ element: XMLElement, source: BankSource) {
        self.element = element
        let responses = QTI12Response.all(element)
        self.responses = responses
        metadata = Self.metadata(element)
        processing = QTI12Processing(element) { name in
            responses.contains { $0.ident == name && ($0.isMultiple || $0.isOrdered) }
        }
        prose = ProseReader(media: MediaCase(find: source.find))
    }

    mutating func notice(_ reason: String) {
        if !notices.contains(reason) { notices.append(reason) }
    }

    /// What kind of question it says it is, lower case, words parted by `_`, without the usual ending: `multiple_choice`.
    var type: String {
        let written =
            metadata["question_type"] ?? metadata["qmd_questiontype"] ?? metadata["bbmd_questiontype"]
            ?? metadata["cc_profile"]?.split(separator: ".").dropFirst().first.map(String.init)
            ?? metadata["qmd_itemtype"] ?? ""
        let words = written.lowercased().split { !$0.isLetter }.joined(separator: "_")
        return words.hasSuffix("_question") ? String(words.dropLast(9)) : words
    }

    mutating func family(category: [String]) throws(Rejection) -> Family {
        let variants = try variants()
        if prose.omittedImages > 0 {
            notice("A picture or sound is not in the file and was left out. Describe it in words.")
        }
        if prose.isTruncated { notice("A text is longer than 1 MB or nested too deeply, and was cut.") }
        let title = ProseReader.plain(element["title"] ?? "", .html)
        // Canvas calls a question without a name so.
        let isNamed = !title.isEmpty && title != "Question"
        let ident = (element["ident"] ?? element["label"] ?? "").trimmedText
        return Family(
            sourceID: ident.isEmpty ? nil : ident, title: isNamed ? title : Title.of(variants[0].item.stem.plain),
            category: category, variants: variants)
    }

    private mutating func variants() throws(Rejection) -> [Variant] {
        if type == "calculated" || element.descendants(where: { $0.name == "calculated" }).first != nil {
            return try calculated()
        }
        return [Variant(try item())]
    }

    private mutating func item() throws(Rejection) -> Item {
        switch type {
        case "arithmetic", "significant_figures":
            throw Rejection(
                "Brightspace's \(type.replacing("_", with: " ")) questions cannot be read. Write the question with its values."
            )
        case "hot_spot", "hotspot": throw Rejection("A place on a picture is asked for. Ask for a named place instead.")
        case "text_only", "stimulus": return try item(.description, stem: stem())
        case "essay", "long_answer", "file_upload", "short_response", "upload":
            if type == "file_upload" || type == "upload" {
                notice("Files cannot be handed in. Students show the work in the conference.")
            }
            return try item(.extendedText(essay()), stem: stem())
        default: break
        }
        guard !responses.contains(where: { $0.element.name == "response_xy" }) else {
            throw Rejection("A place on a picture is asked for. Ask for a named place instead.")
        }
        guard let first = responses.first else {
            guard processing.isEmpty else {
                throw Rejection("The question has no field to answer in. Export it again.")
            }
            return try item(.description, stem: stem())
        }
        if let match = try match() { return try item(.match(match), stem: stem()) }
        if responses.count > 1 || isNamedBlanks { return try composite() }
        if first.isOrdered { return try item(.order(order(first)), stem: stem()) }
        if first.isText, processing.isEmpty || first.rows > 1 && processing.mentions(of: first.ident).isEmpty {
            return try item(.extendedText(essay()), stem: stem())
        }
        let interaction = try interaction(first, others: [:])
        return try item(interaction, stem: stem())
    }

    /// The interaction of one response, while the others are answered as given.
    mutating func interaction(_ response: QTI12Response, others: QTI12Processing.Answers) throws(Rejection)
        -> Interaction
    {
        if response.isOrdered { return .order(try order(response)) }
        if response.isText {
            return response.isNumeric || type == "numerical" || type == "numeric"
                ? .numericEntry(try numericEntry(response)) : try textEntry(response, others: others)
        }
        return .choice(try choice(response, others: others))
    }

    func item(_ interaction: Interaction, stem: RichText) throws(Rejection) -> Item {
        var item = Item(stem: stem, interaction: interaction)
        var prose = prose
        item.feedback = feedback(processing.generalFeedback, &prose)
        return item
    }

    mutating func stem(gap: (XMLElement) -> String = { _ in "" }) throws(Rejection) -> RichText {
        var html = element.first("presentation").map { QTI12Material.html($0, gap: gap) } ?? ""
        if responses.count == 1 { html += " " + QTI12Material.html(responses[0].material) }
        return try visible(html.trimmedText, "The question has no text. Write it and export again.")
    }

    mutating func visible(_ html: String, _ otherwise: String) throws(Rejection) -> RichText {
        guard let rich = prose.visible(html, .html) else {
            throw Rejection(
                prose.omittedImages > 0 ? "It is a picture that is not in the file. Describe it in words." : otherwise)
        }
        return rich
    }

    /// The texts of feedbacks, by their idents.
    func feedback(_ links: [String], _ prose: inout ProseReader) -> RichText? {
        var html: [String] = []
        for link in links {
            guard let found = element.all("itemfeedback").first(where: { $0["ident"] == link }) else { continue }
            let text = QTI12Material.html(found)
            if !text.isEmpty, !html.contains(text) { html.append(text) }
        }
        return prose.optional(html.joined(separator: "<br>"), .html)
    }

    private mutating func essay() -> ExtendedTextInteraction {
        let solution = element.all("itemfeedback").first { $0["ident"] == "solution" || $0.first("solution") != nil }
        let rows = responses.first?.rows ?? 6
        return ExtendedTextInteraction(
            guidance: solution.flatMap { prose.optional(QTI12Material.html($0), .html) },
            expectedLines: min(40, max(6, rows)))
    }

    private static func metadata(_ item: XMLElement) -> [String: String] {
        var pairs: [String: String] = [:]
        for field in item.descendants(where: { $0.name == "qtimetadatafield" }) {
            guard let label = field.first("fieldlabel"), let entry = field.first("fieldentry") else { continue }
            pairs[label.text.trimmedText.lowercased()] = entry.text.trimmedText
        }
        for tag in item.first("itemmetadata")?.elements ?? [] where tag.elements.isEmpty {
            pairs[tag.name.lowercased()] = tag.text.trimmedText
        }
        return pairs
    }
}
