internal import Assessment
internal import XML

/// Template processing: an item's variables are drawn so often that there are enough different questions.
struct QTITemplate {
    /// How many different ones are enough.
    static let enough = 200
    /// So many draws in a row that bring nothing new end the drawing.
    private static let mostRepeats = 200
    private static let mostTries = 100

    let rules: [QTIRule]
    /// The variables that a student can see at work, by name.
    private let visible: [String]
    private(set) var tries = 0
    private(set) var successes = 0

    init?(_ root: XMLElement, declarations: [String: QTIDeclaration]) {
        guard let processing = root.first("templateProcessing"), !processing.elements.isEmpty else { return nil }
        rules = processing.elements.map(QTIRule.init)
        var names = Set(declarations.values.filter(\.isMath).map(\.identifier))
        for element in root.descendants(where: { $0.name == "printedVariable" || $0["templateIdentifier"] != nil }) {
            if let name = element["templateIdentifier"] ?? element["identifier"] { names.insert(name) }
        }
        let templates = declarations.values.filter { $0.role == .template }.map(\.identifier)
        let shown = templates.filter(names.contains).sorted()
        visible = shown.isEmpty ? templates.sorted() : shown
    }

    /// Different resolutions of the item, in the order in which they were drawn. A second import draws the same.
    mutating func sessions(from start: QTISession) throws(QTIRejection) -> [QTISession] {
        var random = start.random
        var seen: Set<[QTIValue]> = []
        var found: [QTISession] = []
        var repeats = 0
        while found.count < Self.enough, repeats < Self.mostRepeats {
            var session = start
            session.random = random
            try draw(&session)
            random = session.random
            if tries >= 20 * Self.mostTries, successes * 1_000 < tries {
                throw QTIRejection(
                    "The template's constraint held in \(successes) of \(tries) draws. Widen the ranges of its variables."
                )
            }
            if seen.insert(visible.map(session.value)).inserted {
                found.append(session)
                repeats = 0
            } else {
                repeats += 1
            }
        }
        return found
    }

    /// One run. A constraint that does not hold starts it again with all variables as declared; after the hundredth time they
    /// stay so, and the rules after the constraint are run.
    private mutating func draw(_ session: inout QTISession) throws(QTIRejection) {
        let clean = session
        for _ in 0..<Self.mostTries {
            let random = session.random
            session = clean
            session.random = random
            tries += 1
            if try session.run(rules) != .restart {
                successes += 1
                return
            }
        }
        let random = session.random
        session = clean
        session.random = random
        let last = rules.lastIndex { if case .constraint = $0 { true } else { false } }
        _ = try session.run(Array(rules[(last.map { $0 + 1 } ?? 0)...]))
    }

    func parameters(of session: QTISession) -> [Variant.Parameter] {
        visible.map { Variant.Parameter(name: $0, value: session.value($0).words) }
    }
}
