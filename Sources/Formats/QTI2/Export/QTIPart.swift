internal import Assessment
internal import XML

/// One interaction as QTI has it: what it declares, what stands in the body, and how it is scored.
struct QTIPart {
    /// The names that are its own among those of its item.
    struct Names {
        let response: String
        /// The outcome that its rules set.
        let score: String
        let feedback: String

        /// `place` is nil for the only interaction of an item.
        init(_ place: Int?) {
            let ending = place.map { "_\($0 + 1)" } ?? ""
            response = "RESPONSE" + ending
            score = "SCORE" + ending
            feedback = "FEEDBACK" + ending
        }
    }

    let names: Names
    var declaration: XMLElement
    /// The interaction in the body.
    var element: XMLElement
    /// Whether it stands within a line.
    var isInline = false
    /// What its rules give for an answer that is right.
    var points = 1.0
    /// The standard template that scores it.
    var template: String?
    /// What sets its score; empty where only a person can tell.
    var rules: [XMLElement]
    /// Shown when the outcome `names.feedback` holds the identifier.
    var feedback: [(identifier: String, text: RichText)] = []
    /// Whether that outcome may hold several.
    var hasSeveralFeedbacks = false

    init(_ names: Names, declaration: XMLElement, element: XMLElement, rules: [XMLElement]) {
        self.names = names
        self.declaration = declaration
        self.element = element
        self.rules = rules
    }

    /// For what has one of the two standard ways of scoring.
    init(_ names: Names, declaration: XMLElement, element: XMLElement, isMapped: Bool, points: Double) {
        let rule =
            isMapped
            ? QTIRuleWriter.map(names.response, to: names.score)
            : QTIRuleWriter.match(names.response, to: names.score)
        self.init(names, declaration: declaration, element: element, rules: [rule])
        template = isMapped ? "map_response" : "match_correct"
        self.points = isMapped ? points : 1
    }

    var isTeachers: Bool { rules.isEmpty }

    static func declaration(
        _ names: Names, _ cardinality: String, _ baseType: String, correct: [String], mapping: XMLElement? = nil
    ) -> XMLElement {
        var parts: [XMLElement] = []
        if !correct.isEmpty { parts.append(.new("correctResponse", [:], correct.map { .new("value", [:], text: $0) })) }
        if let mapping { parts.append(mapping) }
        return .new(
            "responseDeclaration",
            ["identifier": names.response, "cardinality": cardinality, "baseType": baseType], parts)
    }

    /// What answers earn; `upper` is what all right ones together may reach.
    static func mapping(
        _ entries: [(key: String, value: Double)], otherwise: Double = 0, upper: Double? = nil
    ) -> XMLElement {
        let hasLosses = otherwise < 0 || entries.contains { $0.value < 0 }
        return .new(
            "mapping",
            [
                "defaultValue": QTIRuleWriter.words(otherwise), "lowerBound": hasLosses || upper != nil ? "0" : nil,
                "upperBound": upper.map(QTIRuleWriter.words),
            ],
            entries.map { .new("mapEntry", ["mapKey": $0.key, "mappedValue": QTIRuleWriter.words($0.value)]) })
    }

    /// `prose` writes the texts that it shows.
    static func part(
        _ interaction: Interaction, _ names: Names, _ prose: QTIProseWriter
    ) throws(Rejection) -> QTIPart {
        switch interaction {
        case .choice(let choice): return try QTIChoiceWriter(choice: choice, names: names, prose: prose).part()
        case .textEntry(let entry): return try QTITextWriter(entry: entry, names: names).part()
        case .numericEntry(let entry): return try QTINumberWriter(entry: entry, names: names).part()
        case .match(let match): return try match.part(names, prose)
        case .associate(let associate): return try associate.part(names, prose)
        case .order(let order): return try QTIOrderWriter(order: order, names: names, prose: prose).part()
        case .extendedText(let essay):
            return QTIPart(
                names, declaration: declaration(names, "single", "string", correct: []),
                element: .new(
                    "extendedTextInteraction",
                    ["responseIdentifier": names.response, "expectedLines": String(essay.expectedLines)]),
                rules: [])
        case .composite, .description:
            throw Rejection("One of its parts is no question that QTI has.")
        }
    }
}

extension ImageMap {
    /// Region `place` as QTI's attributes.
    func region(_ place: Int) throws(Rejection) -> [String: String?] {
        guard regions.indices.contains(place) else { throw Rejection("One of its places is not on the picture.") }
        let (shape, numbers): (String, [Double]) =
            switch regions[place] {
            case .rectangle(let left, let top, let right, let bottom): ("rect", [left, top, right, bottom])
            case .circle(let x, let y, let radius): ("circle", [x, y, radius])
            case .ellipse(let x, let y, let across, let down): ("ellipse", [x, y, across, down])
            case .polygon(let points): ("poly", points)
            }
        return ["shape": shape, "coords": numbers.map(QTIRuleWriter.words).joined(separator: ",")]
    }
}
