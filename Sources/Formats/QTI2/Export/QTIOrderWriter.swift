internal import Assessment
internal import XML

/// Writes entries to be put in order. What QTI has no rule for is written out: what each order earns.
struct QTIOrderWriter {
    let order: OrderInteraction
    let names: QTIPart.Names
    let prose: QTIProseWriter

    /// More entries than these have more orders than are worth writing out.
    private static let mostEntries = 5

    func part() throws(Rejection) -> QTIPart {
        guard order.entries.count >= 2 else { throw Rejection("It has fewer than two entries to put in order.") }
        let key = order.rightOrder.map(Self.name)
        let declaration = QTIPart.declaration(names, "ordered", "identifier", correct: key)
        let element = try element()
        switch order.grading {
        case .allOrNothing:
            return QTIPart(names, declaration: declaration, element: element, isMapped: false, points: 1)
        case .absolutePosition:
            // A point for each entry in its place.
            let one = QTIRuleWriter.set(
                names.score, .new("sum", [:], [QTIRuleWriter.variable(names.score), QTIRuleWriter.number(1)]))
            let rules = key.enumerated().map { place, entry in
                let given = XMLElement.new(
                    "index", ["n": String(place + 1)], [QTIRuleWriter.variable(names.response)])
                return QTIRuleWriter.condition([(.new("match", [:], [given, QTIRuleWriter.name(entry)]), [one])])
            }
            var part = QTIPart(names, declaration: declaration, element: element, rules: rules)
            part.points = Double(key.count)
            return part
        default:
            return QTIPart(
                names, declaration: declaration, element: element, rules: [QTIRuleWriter.condition(try branches())])
        }
    }

    private static func name(_ place: Int) -> String { "E\(place + 1)" }

    /// What each order that earns something earns.
    private func branches() throws(Rejection) -> [(test: XMLElement, rules: [XMLElement])] {
        var orders = order.awards.map(\.places)
        if order.grading != .awards {
            guard order.entries.count <= Self.mostEntries else {
                throw Rejection(
                    "It is marked by how entries stand to each other, which QTI cannot say of more than \(Self.mostEntries) entries."
                )
            }
            orders = order.entries.indices.reduce([[]]) { orders, _ in
                orders.flatMap { start in
                    order.entries.indices.filter { !start.contains($0) }.map { start + [$0] }
                }
            }
        }
        let item = Item(stem: RichText(plain: ""), interaction: .order(order))
        return orders.compactMap { places in
            let mark = item.mark(.places(places)).fraction
            if mark <= 0 { return nil }
            let given = XMLElement.new("ordered", [:], places.map { QTIRuleWriter.name(Self.name($0)) })
            return (
                test: .new("match", [:], [QTIRuleWriter.variable(names.response), given]),
                rules: [QTIRuleWriter.set(names.score, QTIRuleWriter.number(mark))]
            )
        }
    }

    private func element() throws(Rejection) -> XMLElement {
        guard let image = order.image else {
            var choices: [XMLElement] = []
            for (place, entry) in order.entries.enumerated() {
                choices.append(.new("simpleChoice", ["identifier": Self.name(place)], nodes: try prose.flow(entry)))
            }
            return .new("orderInteraction", ["responseIdentifier": names.response, "shuffle": "true"], choices)
        }
        var parts = [try prose.files.picture(image)]
        for (place, entry) in order.entries.enumerated() {
            var region = try image.region(place)
            region["identifier"] = Self.name(place)
            region["hotspotLabel"] = entry.plain
            parts.append(.new("hotspotChoice", region))
        }
        return .new("graphicOrderInteraction", ["responseIdentifier": names.response], parts)
    }
}
