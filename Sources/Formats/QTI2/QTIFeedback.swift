internal import Assessment
internal import XML

/// What an item says to answers. Which feedback belongs to which answer is told by running the rules, not by reading them.
struct QTIFeedback {
    private let elements: [XMLElement]
    private let texts: [RichText?]

    init(_ root: XMLElement, markup: QTIMarkup) {
        let names: Set<String> = ["modalFeedback", "feedbackInline", "feedbackBlock"]
        elements = root.descendants { names.contains($0.name) }
        texts = elements.map(markup.text)
    }

    /// The places of what is shown.
    func shown(_ session: QTISession) -> Set<Int> {
        Set(
            elements.indices.filter { place in
                guard texts[place] != nil, let name = elements[place]["outcomeIdentifier"] else { return false }
                let identifier = elements[place]["identifier"] ?? ""
                let isNamed = session.value(name).items.contains { $0.words == identifier }
                return isNamed == (elements[place]["showHide"] != "hide")
            })
    }

    /// What is shown whatever is answered, because no rule has a say in it: the solution. `session` is before the rules.
    func standing(_ session: QTISession, rules: [QTIRule]) -> Set<Int> {
        let ruled = Set(rules.flatMap(\.targets))
        return shown(session).filter { !ruled.contains(elements[$0]["outcomeIdentifier"] ?? "") }
    }

    var all: Set<Int> { Set(elements.indices.filter { texts[$0] != nil }) }

    /// Nil for none.
    func text(_ places: Set<Int>) -> RichText? {
        let parts = places.sorted().compactMap { texts[$0]?.html }
        if parts.isEmpty { return nil }
        return RichText(sanitised: parts.count == 1 ? parts[0] : parts.map { "<div>\($0)</div>" }.joined())
    }
}
