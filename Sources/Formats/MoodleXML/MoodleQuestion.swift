internal import Assessment
internal import XML

/// One `question` element and its reading as a family.
struct MoodleQuestion {
    let element: XMLElement
    var prose: ProseReader
    /// What a teacher should look at, one plain sentence each.
    private(set) var notices: [String] = []

    init(_ element: XMLElement) {
        self.element = element
        let files = MoodleFiles(element)
        prose = ProseReader(media: MediaCase(find: files.bytes))
    }

    mutating func notice(_ reason: String) {
        if !notices.contains(reason) { notices.append(reason) }
    }

    mutating func family(type: String, category: [String]) throws(Rejection) -> Family {
        let variants = try variants(type: type)
        let title = ProseReader.plain(element.first("name")?.first("text")?.text ?? "", .html)
        if prose.omittedImages > 0 {
            notice("A picture or sound is not in the file and was left out. Describe it in words.")
        }
        if prose.isTruncated { notice("A text is longer than 1 MB or nested too deeply, and was cut.") }
        let identifier = element.first("idnumber")?.text.trimmedText ?? ""
        return Family(
            sourceID: identifier.isEmpty ? nil : identifier,
            title: title.isEmpty ? Title.of(variants[0].item.stem.plain) : title, category: category,
            tags: element.first("tags")?.all("tag").map { $0.text.trimmedText }.filter { !$0.isEmpty } ?? [],
            variants: variants)
    }

    private mutating func variants(type: String) throws(Rejection) -> [Variant] {
        switch type {
        case "calculated", "calculatedsimple", "calculatedmulti":
            return try calculated(isMultiple: type == "calculatedmulti")
        case "cloze", "multianswer":
            return [Variant(try cloze())]
        case "gapselect", "ddwtos":
            return [Variant(try gaps(type == "ddwtos" ? "dragbox" : "selectoption"))]
        default:
            let interaction = try interaction(type: type)
            return [Variant(try item(interaction))]
        }
    }

    private mutating func interaction(type: String) throws(Rejection) -> Interaction {
        switch type {
        case "multichoice": .choice(try choice())
        case "oumultiresponse": .choice(try multipleResponse())
        case "truefalse": .choice(try trueFalse())
        case "shortanswer": .textEntry(try textEntry())
        case "numerical": .numericEntry(try numericEntry())
        case "matching", "match": .match(try match())
        case "ordering": .order(try order())
        case "essay": .extendedText(essay())
        case "description": .description
        case "ddimageortext": .match(try dragOntoImage())
        case "ddmarker": .match(try markers())
        case "random", "randomsamatch":
            throw Rejection(
                "This question draws others at random, which a check does by itself. Import those questions.")
        case "":
            throw Rejection("The question has no type. Export the bank from Moodle again.")
        default:
            throw Rejection("Questions of type \(type) need a plug-in of Moodle's. Write the question as another type.")
        }
    }

    mutating func item(_ interaction: Interaction) throws(Rejection) -> Item {
        let text = try body()
        return try item(interaction, stem: visible(RichText.withoutGaps(text.source), text.format))
    }

    mutating func item(_ interaction: Interaction, stem: RichText) throws(Rejection) -> Item {
        Item(stem: stem, interaction: interaction, feedback: optional(element.first("generalfeedback")))
    }

    /// The question's text, as it stands in the file.
    func body() throws(Rejection) -> MoodleText {
        guard let text = element.first("questiontext").map(MoodleText.init) else {
            throw Rejection("The question has no text. Write it in Moodle and export again.")
        }
        return text
    }

    /// The question's text, with its legacy picture below it.
    mutating func visible(_ text: String, _ format: TextFormat) throws(Rejection) -> RichText {
        var text = text
        if let image = element.first("image_base64"), let name = element.first("image")?.text.trimmedText,
            !image.text.isEmpty
        {
            text += "<p><img src=\"@@PLUGINFILE@@/\(name)\"></p>"
        }
        guard let rich = prose.visible(text, format) else {
            throw Rejection(
                prose.omittedImages > 0
                    ? "The question is a picture that is not in the file. Describe it in words."
                    : "The question has no text. Write it in Moodle and export again.")
        }
        return rich
    }

    /// A text that may be missing or empty.
    mutating func optional(_ element: XMLElement?) -> RichText? {
        guard let element else { return nil }
        let text = MoodleText(element)
        return prose.optional(RichText.withoutGaps(text.source), text.format)
    }

    /// Whether a flag such as `<single>true</single>` is set.
    func flag(_ name: String, otherwise: Bool) -> Bool {
        guard let value = element.first(name)?.text.trimmedText.lowercased() else { return otherwise }
        // An empty element stands for a box that is ticked.
        return value.isEmpty || value == "1" || value == "true" || value == "yes"
    }
}
