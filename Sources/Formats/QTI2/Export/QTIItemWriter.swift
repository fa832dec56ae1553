internal import Assessment
internal import XML

/// Writes one question as an `assessmentItem` of QTI 2.1.
struct QTIItemWriter {
    static let namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1"
    private static let templates = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
    private static let solution = "SOLUTION"

    private let item: Item
    private let prose: QTIProseWriter
    private let composition: QTIComposition

    init(_ item: Item, files: QTIFilesOut) throws(Rejection) {
        self.item = item
        prose = QTIProseWriter(files: files)
        composition = try QTIComposition(item.interaction, prose)
    }

    func element(identifier: String, title: String) throws(Rejection) -> XMLElement {
        var parts = composition.parts.map(\.declaration)
        parts += composition.outcomes
        if item.feedback != nil {
            // Holds its own name from the beginning, so that the solution is shown whatever was answered.
            let value = XMLElement.new("defaultValue", [:], [.new("value", [:], text: Self.solution)])
            parts.append(
                .new(
                    "outcomeDeclaration",
                    ["identifier": Self.solution, "cardinality": "single", "baseType": "identifier"], [value]))
        }
        parts.append(.new("itemBody", [:], try body()))
        if let template = composition.template {
            parts.append(.new("responseProcessing", ["template": Self.templates + template]))
        } else if !composition.rules.isEmpty {
            parts.append(.new("responseProcessing", [:], composition.rules))
        }
        for part in composition.parts {
            for (identifier, text) in part.feedback {
                parts.append(try modal(part.names.feedback, identifier, text))
            }
        }
        if let feedback = item.feedback { parts.append(try modal(Self.solution, Self.solution, feedback)) }
        return .new(
            "assessmentItem",
            [
                "xmlns": Self.namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation":
                    "\(Self.namespace) http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
                "identifier": identifier, "title": title, "adaptive": "false", "timeDependent": "false",
            ], parts)
    }

    private func modal(_ outcome: String, _ identifier: String, _ text: RichText) throws(Rejection) -> XMLElement {
        .new(
            "modalFeedback", ["outcomeIdentifier": outcome, "identifier": identifier, "showHide": "show"],
            nodes: try prose.flow(text))
    }

    private func body() throws(Rejection) -> [XMLElement] {
        if item.hotTexts != nil { return [try hottexts()] }
        var prose = prose
        let parts = composition.parts
        // Where a text has the same gap twice the part stands at the first.
        var standing: Set<Int> = []
        let filled = item.stem.gaps.filter(parts.indices.contains)
        guard Set(filled).count == filled.count else { throw Rejection("One of its parts stands in two places.") }
        standing.formUnion(filled)
        prose.gap = { parts.indices.contains($0) ? parts[$0].element : nil }
        var blocks = try prose.blocks(item.stem)
        for place in parts.indices where !standing.contains(place) {
            blocks.append(parts[place].isInline ? .new("p", [:], [parts[place].element]) : parts[place].element)
        }
        for guidance in composition.guidance {
            blocks.append(.new("rubricBlock", ["view": "scorer"], nodes: try self.prose.flow(guidance)))
        }
        return blocks
    }

    /// Words of the stem are chosen: the interaction holds the stem.
    private func hottexts() throws(Rejection) -> XMLElement {
        guard let choice = item.hotTexts, case let shell = composition.parts[0].element else { return .new("div") }
        guard item.stem.gaps.sorted() == Array(choice.options.indices) else {
            throw Rejection("Not every option stands in its text once.")
        }
        let writer = QTIChoiceWriter(choice: choice, names: composition.parts[0].names, prose: prose)
        var words: [XMLElement] = []
        for place in choice.options.indices { words.append(try writer.hottext(place)) }
        var prose = prose
        prose.gap = { words[$0] }
        return .new(shell.name, shell.attributes.mapValues { $0 }, try prose.blocks(item.stem))
    }
}
