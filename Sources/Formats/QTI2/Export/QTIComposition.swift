internal import Assessment
internal import XML

/// The parts of an item and how their scores make one: SCORE, of MAXSCORE points.
struct QTIComposition {
    private(set) var parts: [QTIPart] = []
    private(set) var rules: [XMLElement] = []
    private(set) var template: String?
    private var maximum: Double?

    init(_ interaction: Interaction, _ prose: QTIProseWriter) throws(Rejection) {
        switch interaction {
        case .description: break
        case .composite(let composite):
            for (place, part) in composite.parts.enumerated() {
                parts.append(try QTIPart.part(part.interaction, .init(place), prose))
            }
            guidances = composite.parts.map { Self.guidance($0.interaction) }
            try compose(composite)
        default:
            let part = try QTIPart.part(interaction, .init(nil), prose)
            parts = [part]
            guidances = [Self.guidance(interaction)]
            (rules, template, maximum) = (part.rules, part.template, part.points)
            if template != nil { rules = [] }
        }
    }

    private var guidances: [RichText?] = []

    /// What those who mark are told, each once.
    var guidance: [RichText] { guidances.compactMap { $0 }.uniqued { $0 } }

    private static func guidance(_ interaction: Interaction) -> RichText? {
        if case .extendedText(let essay) = interaction { essay.guidance } else { nil }
    }

    private mutating func compose(_ composite: CompositeInteraction) throws(Rejection) {
        let marked = parts.indices.filter { !parts[$0].isTeachers }
        let teachers = parts.indices.filter { parts[$0].isTeachers }
        let weights = composite.parts.map(\.weight)
        guard Set(teachers.map { weights[$0] }).count <= 1 else {
            throw Rejection("The teacher's parts of it are worth unlike shares, which QTI cannot say.")
        }
        maximum = weights.reduce(0, +)
        if marked.isEmpty { return }
        rules = marked.flatMap { parts[$0].rules }
        if !composite.awards.isEmpty {
            guard teachers.isEmpty else { throw Rejection("A part for the teacher counts together with others.") }
            maximum = 1
            rules.append(
                QTIRuleWriter.condition(composite.awards.map { award in (together(award), [score(award.fraction)]) }))
        } else if composite.isAllOrNothing {
            guard teachers.isEmpty else { throw Rejection("A part for the teacher counts together with others.") }
            maximum = 1
            let counted = marked.filter { weights[$0] != 0 }
            rules.append(QTIRuleWriter.condition([(.new("and", [:], counted.map(isRight)), [score(1)])]))
        } else {
            let terms = marked.filter { weights[$0] != 0 }.map { place in
                let own = QTIRuleWriter.variable(parts[place].names.score)
                let share = weights[place] / parts[place].points
                return share == 1 ? own : XMLElement.new("product", [:], [QTIRuleWriter.number(share), own])
            }
            guard !terms.isEmpty else { throw Rejection("None of its parts counts.") }
            rules.append(QTIRuleWriter.set("SCORE", .new("sum", [:], terms)))
        }
    }

    private func score(_ value: Double) -> XMLElement { QTIRuleWriter.set("SCORE", QTIRuleWriter.number(value)) }

    /// Thirds add up to a hair less than the whole.
    private func isRight(_ place: Int) -> XMLElement {
        .new(
            "gte", [:],
            [
                QTIRuleWriter.variable(parts[place].names.score),
                QTIRuleWriter.number(0.9999 * parts[place].points),
            ])
    }

    /// Whether exactly the parts that an award names are right.
    private func together(_ award: Award) -> XMLElement {
        let tests = parts.indices.map { place in
            award.places.contains(place) ? isRight(place) : XMLElement.new("not", [:], [isRight(place)])
        }
        return .new("and", [:], tests)
    }

    /// SCORE with its maximum, MAXSCORE, the scores of parts, and what feedback hangs on.
    var outcomes: [XMLElement] {
        guard let maximum else { return [] }
        let words = QTIRuleWriter.words(maximum)
        let most = XMLElement.new("defaultValue", [:], [.new("value", [:], text: words)])
        var outcomes = [
            Self.number("SCORE", ["normalMaximum": words]), Self.number("MAXSCORE", [:], [most]),
        ]
        for part in parts {
            if part.names.score != "SCORE", !part.isTeachers {
                outcomes.append(Self.number(part.names.score, ["normalMaximum": QTIRuleWriter.words(part.points)]))
            }
            if part.feedback.isEmpty { continue }
            outcomes.append(
                .new(
                    "outcomeDeclaration",
                    [
                        "identifier": part.names.feedback, "baseType": "identifier",
                        "cardinality": part.hasSeveralFeedbacks ? "multiple" : "single",
                    ]))
        }
        return outcomes
    }

    private static func number(
        _ name: String, _ attributes: [String: String], _ inside: [XMLElement]? = nil
    ) -> XMLElement {
        let zero = XMLElement.new("defaultValue", [:], [.new("value", [:], text: "0")])
        let all = attributes.merging(["identifier": name, "cardinality": "single", "baseType": "float"]) { $1 }
        return .new("outcomeDeclaration", all.mapValues { $0 }, inside ?? [zero])
    }
}
