internal import Assessment
internal import XML

/// One resolution of an item: reads its interactions, finds how they are scored, and puts it together in the item model.
struct QTIItem {
    let root: XMLElement
    let body: XMLElement
    let markup: QTIMarkup
    let session: QTISession
    let find: (String) -> XMLElement?
    private(set) var notices: [String] = []

    init(
        _ root: XMLElement, session: QTISession, media: MediaCase, find: @escaping (String) -> XMLElement?
    ) throws(QTIRejection) {
        guard let body = root.first("itemBody") else {
            throw QTIRejection("The question has no itemBody. Write what is asked.")
        }
        self.root = root
        self.body = body
        self.session = session
        self.find = find
        markup = QTIMarkup(session: session, media: media)
    }

    /// The item; `before` is what a student reads first: shared stimuli, as HTML.
    mutating func item(before: String) throws(QTIRejection) -> Item {
        let reader = QTIInteractionReader(session: session)
        var interactions: [QTIInteraction] = []
        for element in visibleInteractions(in: body) { interactions.append(try reader.read(element)) }
        let slots = interactions.flatMap(\.slots)
        guard slots.count <= 100 else {
            throw QTIRejection("The question has more than 100 places to answer. Split it.")
        }
        if interactions.contains(where: { ["drawingInteraction", "uploadInteraction"].contains($0.name) }) {
            notices.append(
                "The question asks for a drawing or a file. A student explains it in words, or shows the teacher.")
        }
        let solution = try solve(interactions)
        let stem = try QTIStem(markup: markup, interactions: interactions, layout: solution.layout).html(of: body)
        if let problem = markup.prose.omittedImages > 0 && stem.isBlank ? "its picture is not here" : nil {
            throw QTIRejection("The question shows nothing: \(problem). Import the package that holds it.")
        }
        guard let rich = markup.rich(before + stem) ?? nameAsText() else {
            throw QTIRejection("The question has no text. Write what is asked.")
        }
        if markup.prose.omittedImages > 0 {
            notices.append("A picture, sound or film is not here and was left out. Import the package that holds it.")
        }
        if markup.prose.isTruncated {
            notices.append("A text is longer than 1 MB or nested too deeply, and was cut.")
        }
        return Item(stem: rich, interaction: solution.interaction, feedback: solution.feedback)
    }

    /// An item may ask with its title alone.
    private mutating func nameAsText() -> RichText? {
        let title = (root["title"] ?? "").trimmedText
        if title.isEmpty { return nil }
        notices.append("The question has no text. Its title was taken for it.")
        return RichText(plain: RichText.withoutGaps(title))
    }

    private func visibleInteractions(in element: XMLElement) -> [XMLElement] {
        element.elements.flatMap { child -> [XMLElement] in
            if child.name.hasPrefix("template"), !session.shows(child) { return [] }
            if ["feedbackInline", "feedbackBlock", "rubricBlock"].contains(child.name) { return [] }
            return child.name.hasSuffix("Interaction") ? [child] : visibleInteractions(in: child)
        }
    }

    private mutating func solve(_ interactions: [QTIInteraction]) throws(QTIRejection) -> QTISolution {
        let slots = interactions.flatMap(\.slots)
        let feedback = QTIFeedback(root, markup: markup)
        if slots.allSatisfy(\.isTeachers) {
            var solution =
                slots.isEmpty
                ? QTISolution(interaction: .description) : QTISolution(teacher: slots, guidance: guidance(slots))
            var unanswered = session
            unanswered.begin(with: [:])
            let rules = root.first("responseProcessing")?.elements.map(QTIRule.init) ?? []
            solution.feedback = feedback.text(feedback.standing(unanswered, rules: rules))
            return solution
        }
        var answered: [String] = []
        for slot in slots where !slot.isTeachers && !answered.contains(slot.response) { answered.append(slot.response) }
        let keyless = answered.filter { session.key($0).isNull && session.declarations[$0]?.mapping == nil }
        let processing = try QTIProcessing(root, session: session, answered: answered, find: find)
        if keyless.count == answered.count, !processing.notices.isEmpty || processing.rules.isEmpty {
            throw QTIRejection("The question has no key. Give it a correctResponse.")
        }
        notices += processing.notices
        let scorer = QTIScorer(session: session, slots: slots, rules: processing.rules, score: processing.score)
        var solver = QTISolver(
            scorer: scorer, interactions: interactions, markup: markup, feedback: feedback, guidance: guidance(slots))
        let solution = try solver.solve()
        notices += solver.notices
        return solution
    }

    /// What the author tells those who mark, and the model answer.
    private func guidance(_ slots: [QTISlot]) -> RichText? {
        let rubrics = root.descendants { element in
            guard element.name == "rubricBlock" else { return false }
            let views = element["view"]?.split(separator: " ") ?? []
            return !views.contains("candidate") && (views.contains("scorer") || views.contains("tutor"))
        }
        var texts = rubrics.map { markup.html(of: $0.children) }
        for slot in slots where slot.isTeachers {
            let words = session.key(slot.response).words
            if !words.isEmpty { texts.append(MarkupText.escaped(words)) }
        }
        return markup.rich(texts.count == 1 ? texts[0] : texts.map { "<div>\($0)</div>" }.joined())
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
