internal import Assessment
internal import XML

/// Writes a choice: a list, a menu, words of the stem or places on a picture.
struct QTIChoiceWriter {
    let choice: ChoiceInteraction
    let names: QTIPart.Names
    let prose: QTIProseWriter

    func part() throws(Rejection) -> QTIPart {
        guard choice.options.count >= 2 || choice.image != nil || choice.display == .text else {
            throw Rejection("It has fewer than two options to choose from.")
        }
        var part = choice.isMultiple ? try several() : try one()
        part.isInline = isMenu
        part.feedback = choice.options.enumerated().compactMap { place, option in
            option.feedback.map { (Self.name(place), $0) }
        }
        guard !part.feedback.isEmpty else { return part }
        // Feedback has the name of its option.
        part.template = nil
        part.hasSeveralFeedbacks = choice.isMultiple
        part.rules.append(QTIRuleWriter.set(names.feedback, QTIRuleWriter.variable(names.response)))
        return part
    }

    static func name(_ place: Int) -> String { "C\(place + 1)" }

    private var isMenu: Bool { choice.display == .menu && !choice.isMultiple && choice.image == nil }

    private func mark(_ chosen: [Int]) -> Mark {
        Item(stem: RichText(plain: ""), interaction: .choice(choice)).mark(.choices(chosen))
    }

    private func one() throws(Rejection) -> QTIPart {
        let marks = choice.options.indices.map { mark([$0]) }
        guard let best = marks.firstIndex(where: \.isFull) else { throw Rejection("No option earns full marks.") }
        let earning = marks.indices.filter { marks[$0].fraction > 0 }
        let isMapped = earning != [best]
        let mapping = isMapped ? QTIPart.mapping(earning.map { (Self.name($0), marks[$0].fraction) }) : nil
        return QTIPart(
            names,
            declaration: QTIPart.declaration(
                names, "single", "identifier", correct: [Self.name(best)], mapping: mapping),
            element: try element(), isMapped: isMapped, points: 1)
    }

    private func several() throws(Rejection) -> QTIPart {
        let right = choice.options.indices.filter { choice.options[$0].fraction > 0 }
        guard !right.isEmpty, right.count <= choice.mostChoices ?? .max, mark(right).isFull else {
            throw Rejection("Its right options together do not earn full marks.")
        }
        let key = right.map(Self.name)
        let declare = { (mapping: XMLElement?) in
            QTIPart.declaration(names, "multiple", "identifier", correct: key, mapping: mapping)
        }
        let places = choice.options.indices
        switch choice.scoring {
        case .allOrNothing:
            return QTIPart(names, declaration: declare(nil), element: try element(), isMapped: false, points: 1)
        case .sum:
            let entries = places.map { (Self.name($0), choice.options[$0].fraction) }.filter { $0.1 != 0 }
            return QTIPart(
                names, declaration: declare(QTIPart.mapping(entries, upper: 1)), element: try element(),
                isMapped: true, points: 1)
        case .rightAnswers:
            // Every option that is rightly left earns a point beforehand, which choosing it takes away.
            let mapping = QTIPart.mapping(places.map { (Self.name($0), right.contains($0) ? 1.0 : -1.0) })
            let unbound = XMLElement.new(
                "mapping", mapping.attributes.filter { $0.key == "defaultValue" }, mapping.elements)
            let left = Double(choice.options.count - right.count)
            var part = QTIPart(
                names, declaration: declare(unbound), element: try element(),
                rules: [QTIRuleWriter.map(names.response, to: names.score, plus: left)])
            part.points = Double(choice.options.count)
            return part
        case .awards:
            let branches = choice.awards.map { award in
                let options = XMLElement.new("multiple", [:], award.places.map { QTIRuleWriter.name(Self.name($0)) })
                return (
                    test: XMLElement.new("match", [:], [QTIRuleWriter.variable(names.response), options]),
                    rules: [QTIRuleWriter.set(names.score, QTIRuleWriter.number(award.fraction))]
                )
            }
            return QTIPart(
                names, declaration: declare(nil), element: try element(), rules: [QTIRuleWriter.condition(branches)])
        }
    }

    private func element() throws(Rejection) -> XMLElement {
        var attributes: [String: String?] = ["responseIdentifier": names.response]
        attributes["maxChoices"] = choice.isMultiple ? String(choice.mostChoices ?? 0) : "1"
        if let image = choice.image {
            var parts = [try prose.files.picture(image)]
            for place in choice.options.indices {
                var region = try image.region(place)
                region["identifier"] = Self.name(place)
                region["hotspotLabel"] = choice.options[place].text.plain
                parts.append(.new("hotspotChoice", region))
            }
            return .new("hotspotInteraction", attributes, parts)
        }
        // What is chosen stands in the stem: the item puts it around this.
        if choice.display == .text { return .new("hottextInteraction", attributes) }
        attributes["shuffle"] = choice.shuffles ? "true" : "false"
        if isMenu { attributes["maxChoices"] = nil as String? }
        var parts: [XMLElement] = []
        for (place, option) in choice.options.enumerated() {
            let own = ["identifier": Self.name(place), "fixed": option.isFixed ? "true" : nil]
            parts.append(
                isMenu
                    ? .new("inlineChoice", own, text: try QTIProseWriter.menu(option.text))
                    : .new("simpleChoice", own, nodes: try prose.flow(option.text)))
        }
        return .new(isMenu ? "inlineChoiceInteraction" : "choiceInteraction", attributes, parts)
    }

    /// Option n as words within the stem.
    func hottext(_ place: Int) throws(Rejection) -> XMLElement {
        let words = try prose.flow(choice.options[place].text)
        return .new("hottext", ["identifier": Self.name(place)], nodes: words)
    }
}
