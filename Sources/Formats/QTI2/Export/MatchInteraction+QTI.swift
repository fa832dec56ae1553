internal import Assessment
internal import XML

extension MatchInteraction {
    func part(_ names: QTIPart.Names, _ prose: QTIProseWriter) throws(Rejection) -> QTIPart {
        guard image == nil else {
            throw Rejection("QTI 2.1 puts pictures on the places of a picture, and these are words.")
        }
        let pairs = key.enumerated().map { "S\($0 + 1) T\($1 + 1)" }
        let mapping = isAllOrNothing ? nil : QTIPart.mapping(pairs.map { ($0, 1) })
        let choice = { (name: String, most: String, nodes: [XMLElement.Node]) in
            XMLElement.new("simpleAssociableChoice", ["identifier": name, "matchMax": most], nodes: nodes)
        }
        var left: [XMLElement] = []
        for (place, source) in sources.enumerated() {
            left.append(choice("S\(place + 1)", "1", try prose.flow(source)))
        }
        let right = targets.enumerated().map { choice("T\($0 + 1)", "0", [.text($1)]) }
        let element = XMLElement.new(
            "matchInteraction",
            ["responseIdentifier": names.response, "shuffle": "false", "maxAssociations": String(sources.count)],
            [.new("simpleMatchSet", [:], left), .new("simpleMatchSet", [:], right)])
        return QTIPart(
            names,
            declaration: QTIPart.declaration(names, "multiple", "directedPair", correct: pairs, mapping: mapping),
            element: element, isMapped: !isAllOrNothing, points: Double(key.count))
    }
}

extension AssociateInteraction {
    func part(_ names: QTIPart.Names, _ prose: QTIProseWriter) throws(Rejection) -> QTIPart {
        guard key.allSatisfy({ $0.count == 2 && $0.allSatisfy(entries.indices.contains) }), !key.isEmpty else {
            throw Rejection("It has no right pair.")
        }
        let pairs = key.map { "E\($0[0] + 1) E\($0[1] + 1)" }
        // In points of one a pair, or in shares where pairs have their own.
        let shares = key.indices.map { weights.isEmpty ? 1 : weights.indices.contains($0) ? weights[$0] : 0 }
        let wrong = weights.isEmpty ? 1 : 1 / Double(key.count)
        let mapping = QTIPart.mapping(Array(zip(pairs, shares)), otherwise: isLenient ? 0 : -wrong)
        var attributes = ["responseIdentifier": names.response]
        var parts: [XMLElement] = []
        if let image {
            parts.append(try prose.files.picture(image))
            for (place, entry) in entries.enumerated() {
                var region = try image.region(place)
                region["identifier"] = "E\(place + 1)"
                region["matchMax"] = "0"
                region["hotspotLabel"] = entry
                parts.append(.new("associableHotspot", region))
            }
        } else {
            attributes["shuffle"] = "true"
            parts = entries.enumerated().map { place, entry in
                .new("simpleAssociableChoice", ["identifier": "E\(place + 1)", "matchMax": "0"], text: entry)
            }
        }
        attributes["maxAssociations"] = String(key.count)
        return QTIPart(
            names,
            declaration: QTIPart.declaration(
                names, "multiple", "pair", correct: pairs, mapping: isAllOrNothing ? nil : mapping),
            element: .new(
                image == nil ? "associateInteraction" : "graphicAssociateInteraction", attributes.mapValues { $0 },
                parts),
            isMapped: !isAllOrNothing, points: shares.reduce(0, +))
    }
}
