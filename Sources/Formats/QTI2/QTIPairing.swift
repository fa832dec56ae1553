internal import XML

/// Two sets whose members go together: match, gap match and their graphic kind. Each row (a source, a gap, a region) becomes a
/// slot, answered with one or several of the other set.
struct QTIPairing {
    private let element: XMLElement
    private let response: String
    private let key: [(String, String)]
    private let sources: [XMLElement]
    private let targets: [XMLElement]
    private let isGapped: Bool

    init(_ element: XMLElement, session: QTISession, response: String) {
        self.element = element
        self.response = response
        isGapped = element.name != "matchInteraction"
        if isGapped {
            sources = element.descendants { ["gapText", "gapImg"].contains($0.name) }.filter(session.shows)
            targets = element.descendants { ["gap", "associableHotspot"].contains($0.name) }.filter(session.shows)
        } else {
            let sets = element.all("simpleMatchSet").map { $0.all("simpleAssociableChoice").filter(session.shows) }
            sources = sets.first ?? []
            targets = sets.count > 1 ? sets[1] : []
        }
        let mapped = session.declarations[response]?.mapping?.entries.filter { $0.value > 0 }.map(\.key) ?? []
        let declared = session.key(response).items
        key = (declared.isEmpty ? mapped : declared).compactMap { item in
            if case .directedPair(let one, let other) = item { (one, other) } else { nil }
        }
    }

    func slots() throws(QTIRejection) -> [QTISlot] {
        guard !sources.isEmpty, !targets.isEmpty, sources.count <= 100, targets.count <= 100 else {
            throw QTIRejection(
                "There is nothing to match, or more than 100 things. Check both sets of the \(element.name).",
                line: element.line)
        }
        let rows = isGapped || !isOneEach(sources, \.0) && isOneEach(targets, \.1)
        let isSingle = isOneEach(rows ? targets : sources, rows ? \.1 : \.0)
        return (rows ? targets : sources).map { row in
            let choices = (rows ? sources : targets).compactMap { other -> QTIChoice? in
                guard let one = (rows ? other : row)["identifier"], let two = (rows ? row : other)["identifier"] else {
                    return nil
                }
                return QTIChoice(value: .directedPair(one, two), element: other)
            }
            let most = row["matchMax"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
            return QTISlot(
                response: response, domain: isSingle ? .one(choices) : .several(choices, most: most), row: row)
        }
    }

    /// Whether the key gives each row exactly one, or a gap can hold but one.
    private func isOneEach(_ rows: [XMLElement], _ side: (((String, String)) -> String)) -> Bool {
        rows.allSatisfy { row in
            let count = key.count { side($0) == row["identifier"] }
            return count == 1 || count == 0 && row.name == "gap"
        }
    }
}
