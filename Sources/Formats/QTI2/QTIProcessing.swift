internal import XML

/// An item's response processing as rules, whether it writes them out, names one of the standard templates, or has none.
struct QTIProcessing {
    private(set) var rules: [QTIRule]
    private(set) var score: String
    private(set) var notices: [String] = []

    /// `answered` are the responses that the body asks for, `find` gives a file beside the item.
    init(
        _ root: XMLElement, session: QTISession, answered: [String], find: (String) -> XMLElement?
    ) throws(QTIRejection) {
        score = "SCORE"
        let element = root.first("responseProcessing")
        rules = element?.elements.map(QTIRule.init) ?? []
        let address = [element?["template"], element?["templateLocation"]].compactMap { $0 }.first { !$0.isEmpty }
        if rules.isEmpty, let address {
            try take(template: address, session: session, answered: answered, find: find)
            return
        }
        let targets = Set(rules.flatMap(\.targets))
        if let name = Self.scoreName(targets, session) {
            score = name
            return
        }
        assume(session: session, answered: answered)
        let hasScores = rules.isEmpty ? "no response processing" : "response processing that sets no score"
        notices.append(
            "The question has \(hasScores). Its declared key was taken, each answer worth the same. Check it.")
    }

    /// The outcome that is the score: SCORE by the standard, otherwise the one number that the rules work out.
    private static func scoreName(_ targets: Set<String>, _ session: QTISession) -> String? {
        if targets.contains("SCORE") { return "SCORE" }
        let numbers = targets.filter { session.declarations[$0]?.isNumeric == true && $0 != "MAXSCORE" }.sorted()
        return numbers.count == 1 ? numbers[0] : numbers.first { $0.lowercased().hasSuffix("score") }
    }

    private mutating func take(
        template address: String, session: QTISession, answered: [String], find: (String) -> XMLElement?
    ) throws(QTIRejection) {
        let last = address.split(separator: "/").last.map(String.init) ?? address
        let name = last.hasSuffix(".xml") ? String(last.dropLast(4)) : last
        switch name {
        case "match_correct", "CC2_match", "match_correct_cc2", "map_response", "CC2_map_response":
            if answered.count > 1 {
                notices.append("One scoring template stands for several answers. Each was taken to be worth the same.")
            }
            rules = answered.map {
                Self.rule(for: $0, session, isMapped: name.contains("map"), adds: answered.count > 1)
            }
        case "map_response_point", "CC2_map_response_point":
            throw .unsupported("points on a picture as answers (map_response_point)", line: nil)
        default:
            guard let root = find(address), root.name == "responseProcessing" else {
                throw QTIRejection(
                    "The question is scored by \(address), which is not a standard template and is not here. Import the package that holds it."
                )
            }
            rules = root.elements.map(QTIRule.init)
            score = Self.scoreName(Set(rules.flatMap(\.targets)), session) ?? score
        }
    }

    /// Scores every response by its mapping where that is all it has, otherwise by its key.
    private mutating func assume(session: QTISession, answered: [String]) {
        let isSole = answered.count == 1
        rules += answered.map { name in
            Self.rule(for: name, session, isMapped: true, adds: !isSole)
        }
    }

    private static func rule(for response: String, _ session: QTISession, isMapped: Bool, adds: Bool) -> QTIRule {
        let hasMapping = session.declarations[response]?.mapping != nil
        func element(_ name: String, _ identifier: String? = nil, _ children: [XMLElement] = []) -> XMLElement {
            XMLElement(
                name: name, attributes: identifier.map { ["identifier": $0] } ?? [:],
                children: children.map { .element($0) })
        }
        let variable = element("variable", response)
        if isMapped && hasMapping || session.key(response).isNull && hasMapping {
            let mapped = element("mapResponse", response)
            let value = adds ? element("sum", nil, [element("variable", "SCORE"), mapped]) : mapped
            return QTIRule(element("setOutcomeValue", "SCORE", [value]))
        }
        let one = XMLElement(name: "baseValue", attributes: ["baseType": "float"], children: [.text("1")])
        let value = adds ? element("sum", nil, [element("variable", "SCORE"), one]) : one
        let test = element("match", nil, [variable, element("correct", response)])
        let right = element("responseIf", nil, [test, element("setOutcomeValue", "SCORE", [value])])
        let zero = XMLElement(name: "baseValue", attributes: ["baseType": "float"], children: [.text("0")])
        let wrong = element("responseElse", nil, [element("setOutcomeValue", "SCORE", [zero])])
        return QTIRule(element("responseCondition", nil, adds ? [right] : [right, wrong]))
    }
}
