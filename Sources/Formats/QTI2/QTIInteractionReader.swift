internal import Assessment
internal import XML

/// Reads what an interaction asks for.
struct QTIInteractionReader {
    let session: QTISession

    func read(_ element: XMLElement) throws(QTIRejection) -> QTIInteraction {
        if let what = Self.uncarried[element.name] {
            throw .unsupported(what, line: element.line)
        }
        guard let response = element["responseIdentifier"], let declaration = session.declarations[response],
            declaration.role == .response
        else {
            throw QTIRejection(
                "The \(element.name) has no response declaration, so its answer is unknown. Declare its responseIdentifier.",
                line: element.line)
        }
        return QTIInteraction(element: element, slots: try slots(element, declaration))
    }

    private static let uncarried = [
        "selectPointInteraction": "a point on a picture (selectPointInteraction)",
        "positionObjectInteraction": "objects to place on a picture (positionObjectInteraction)",
        "customInteraction": "an interaction of its own make (customInteraction)",
        "portableCustomInteraction": "an interaction of its own make (portableCustomInteraction)",
        "mediaInteraction": "a film or sound that counts as an answer (mediaInteraction)",
        "endAttemptInteraction": "a button that ends the attempt (endAttemptInteraction)",
    ]

    private func slots(_ element: XMLElement, _ declaration: QTIDeclaration) throws(QTIRejection) -> [QTISlot] {
        let name = declaration.identifier
        switch element.name {
        case "choiceInteraction":
            return [try choice(choices(element, "simpleChoice", declaration), element, declaration)]
        case "inlineChoiceInteraction":
            return [QTISlot(response: name, domain: .one(try choices(element, "inlineChoice", declaration)))]
        case "hottextInteraction": return [try choice(choices(element, "hottext", declaration), element, declaration)]
        case "hotspotInteraction":
            return [try choice(choices(element, "hotspotChoice", declaration), element, declaration)]
        case "orderInteraction":
            return [QTISlot(response: name, domain: .order(try choices(element, "simpleChoice", declaration)))]
        case "graphicOrderInteraction":
            return [QTISlot(response: name, domain: .order(try choices(element, "hotspotChoice", declaration)))]
        case "associateInteraction":
            return [
                QTISlot(response: name, domain: .pairs(try choices(element, "simpleAssociableChoice", declaration)))
            ]
        case "graphicAssociateInteraction":
            return [QTISlot(response: name, domain: .pairs(try choices(element, "associableHotspot", declaration)))]
        case "matchInteraction", "gapMatchInteraction", "graphicGapMatchInteraction":
            return try QTIPairing(element, session: session, response: name).slots()
        case "textEntryInteraction":
            let isNumber = declaration.isNumeric && declaration.cardinality != .record
            let isWhole = declaration.baseType == "integer"
            if isNumber, let base = element["base"], base != "10", !isWhole || QTIRadix(element) == nil {
                throw .unsupported("numbers in base \(base)", line: element.line)
            }
            return [QTISlot(response: name, domain: isNumber ? .number(isWhole: isWhole, scale: nil) : .text)]
        case "sliderInteraction":
            let bounds = (element["lowerBound"].flatMap(Double.init), element["upperBound"].flatMap(Double.init))
            guard let lower = bounds.0, let upper = bounds.1, lower < upper, upper - lower < .infinity else {
                throw QTIRejection(
                    "The slider has no bounds. Give it a lowerBound and an upperBound.", line: element.line)
            }
            let step = element["step"].flatMap(Double.init) ?? 1
            let scale = NumericEntryInteraction.Scale(
                lower: lower, upper: upper, step: step > 0 && step.isFinite ? step : 1)
            return [QTISlot(response: name, domain: .number(isWhole: declaration.baseType == "integer", scale: scale))]
        case "extendedTextInteraction":
            let lines = element["expectedLines"].flatMap { Int($0) } ?? 6
            return [QTISlot(response: name, domain: .teacher(lines: min(max(lines, 1), 40)))]
        case "drawingInteraction", "uploadInteraction": return [QTISlot(response: name, domain: .teacher(lines: 6))]
        default: throw .unsupported("the interaction \(element.name)", line: element.line)
        }
    }

    /// The choices that are shown, wherever in the interaction they stand.
    private func choices(_ element: XMLElement, _ name: String, _ declaration: QTIDeclaration) throws(QTIRejection)
        -> [QTIChoice]
    {
        let type = ["pair", "directedPair"].contains(declaration.baseType) ? "identifier" : declaration.baseType
        let found = element.descendants { $0.name == name }.filter(session.shows).compactMap { choice -> QTIChoice? in
            // An empty first choice only says "choose".
            if name == "inlineChoice", choice.elements.isEmpty, choice.text.allSatisfy(\.isWhitespace) { return nil }
            return choice["identifier"].flatMap { QTIScalar($0, type: type) }
                .map { QTIChoice(value: $0, element: choice) }
        }
        guard Set(found.map(\.value)).count == found.count else {
            throw QTIRejection("Two options have the same identifier. Give each its own.", line: element.line)
        }
        guard found.count >= 2 || name.hasPrefix("hot") && found.count == 1 else {
            throw QTIRejection("There are fewer than two options to choose from. Add another.", line: element.line)
        }
        guard found.count <= 200 else {
            throw QTIRejection(
                "There are more than 200 options to choose from. Split the question.", line: element.line)
        }
        return found
    }

    private func choice(_ choices: [QTIChoice], _ element: XMLElement, _ declaration: QTIDeclaration) -> QTISlot {
        let most = element["maxChoices"].flatMap { Int($0) }
        let isMultiple = declaration.cardinality != .single && most != 1
        let domain: QTISlot.Domain =
            isMultiple ? .several(choices, most: most.flatMap { $0 > 0 ? $0 : nil }) : .one(choices)
        return QTISlot(response: declaration.identifier, domain: domain)
    }
}

extension QTISession {
    /// Whether template processing lets an element be seen.
    func shows(_ element: XMLElement) -> Bool {
        guard let name = element["templateIdentifier"] else { return true }
        let identifier = element["identifier"] ?? ""
        let isNamed = value(name).items.contains { $0.words == identifier }
        return isNamed == (element["showHide"] != "hide")
    }
}
