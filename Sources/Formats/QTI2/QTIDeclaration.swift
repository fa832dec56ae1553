internal import XML

/// What an item declares about one of its variables.
struct QTIDeclaration {
    enum Role { case response, outcome, template }

    let identifier: String
    let role: Role
    let cardinality: QTIValue.Cardinality
    let baseType: String?
    let defaultValue: QTIValue
    var correct: QTIValue
    let mapping: QTIMapping?
    let lookup: QTILookup?
    /// Whether MathML shows the variable's value in place of its name.
    let isMath: Bool

    init?(_ element: XMLElement) {
        switch element.name {
        case "responseDeclaration": role = .response
        case "outcomeDeclaration": role = .outcome
        case "templateDeclaration": role = .template
        default: return nil
        }
        guard let identifier = element["identifier"] else { return nil }
        self.identifier = identifier
        // QTI 3's names have hyphens, its values have not: some writers give this one a hyphen too.
        let baseType = element["baseType"] == "directed-pair" ? "directedPair" : element["baseType"]
        self.baseType = baseType
        let cardinality = QTIValue.Cardinality(rawValue: element["cardinality"] ?? "single") ?? .single
        self.cardinality = cardinality
        let value = { (name: String) in
            let texts = element.first(name)?.all("value").map { ($0.text, $0["baseType"]) } ?? []
            return QTIValue(texts.compactMap { QTIScalar($0.0, type: baseType ?? $0.1) }, cardinality)
        }
        let declared = value("defaultValue")
        // A numeric outcome begins at 0.
        let isNumeric = role == .outcome && cardinality == .single && ["integer", "float"].contains(baseType)
        defaultValue =
            declared.isNull && isNumeric ? QTIValue([baseType == "float" ? .float(0) : .integer(0)]) : declared
        correct = value("correctResponse")
        mapping = element.first("mapping").map { QTIMapping($0, type: baseType) }
        lookup = (element.first("matchTable") ?? element.first("interpolationTable")).map {
            QTILookup($0, type: baseType)
        }
        isMath = element["mathVariable"] == "true"
    }

    var isNumeric: Bool { baseType == "integer" || baseType == "float" }
}

/// Values of responses, as `mapResponse` adds them up.
struct QTIMapping {
    struct Entry {
        let key: QTIScalar
        let value: Double
        let isCaseSensitive: Bool
    }

    let entries: [Entry]
    let otherwise: Double
    let lower: Double?
    let upper: Double?

    init(_ element: XMLElement, type: String?) {
        entries = element.all("mapEntry").compactMap { entry in
            guard let key = entry["mapKey"].flatMap({ QTIScalar($0, type: type) }),
                let value = entry["mappedValue"].flatMap(Double.init), value.isFinite
            else { return nil }
            return Entry(key: key, value: value, isCaseSensitive: (entry["caseSensitive"] ?? "true") != "false")
        }
        otherwise = element["defaultValue"].flatMap(Double.init) ?? 0
        lower = element["lowerBound"].flatMap(Double.init)
        upper = element["upperBound"].flatMap(Double.init)
    }

    /// NULL gives the default; the distinct values of a container are added up.
    func value(of response: QTIValue) -> Double {
        var sum = response.isNull ? otherwise : 0
        var seen: Set<QTIScalar> = []
        for item in response.items where seen.insert(item).inserted { sum += value(of: item) }
        return min(max(sum, lower ?? -.infinity), upper ?? .infinity)
    }

    private func value(of item: QTIScalar) -> Double {
        if let exact = entries.first(where: { $0.key.matches(item) }) { return exact.value }
        guard case .text(let text) = item else { return otherwise }
        let folded = text.lowercased()
        return entries.first { entry in
            if case .text(let key) = entry.key { !entry.isCaseSensitive && key.lowercased() == folded } else { false }
        }?.value ?? otherwise
    }
}

/// A table that turns a number into an outcome: `matchTable` by equality, `interpolationTable` by thresholds.
struct QTILookup {
    let rows: [(source: Double, isIncluded: Bool, target: QTIScalar)]
    let isInterpolation: Bool
    let otherwise: QTIScalar?

    init(_ element: XMLElement, type: String?) {
        isInterpolation = element.name == "interpolationTable"
        rows = element.elements.compactMap { row in
            guard let source = row["sourceValue"].flatMap(Double.init),
                let target = row["targetValue"].flatMap({ QTIScalar($0, type: type) })
            else { return nil }
            return (source, row["includeBoundary"] != "false", target)
        }
        otherwise = element["defaultValue"].flatMap { QTIScalar($0, type: type) }
    }

    func value(of number: Double) -> QTIScalar? {
        rows.first { row in
            isInterpolation ? number > row.source || row.isIncluded && number == row.source : number == row.source
        }?.target ?? otherwise
    }
}
