internal import Assessment
internal import XML

/// Writes a short text. Answers that are written out are mapped; wildcards and feedback need rules.
struct QTITextWriter {
    let entry: TextEntryInteraction
    let names: QTIPart.Names

    func part() throws(Rejection) -> QTIPart {
        guard !mark("qzj xwv").isFull else {
            throw Rejection("Any text earns full marks, which is no question in QTI.")
        }
        guard let right = Item(stem: RichText(plain: ""), interaction: .textEntry(entry)).rightResponse,
            case .text(let key) = right, mark(key).isFull
        else { throw Rejection("No text earns full marks.") }
        let element = XMLElement.new("textEntryInteraction", ["responseIdentifier": names.response])
        let isPlain = entry.accepted.allSatisfy { $0.feedback == nil && Self.literal($0.pattern) != nil }
        var part = isPlain ? mapped(key, element) : try ruled(key, element)
        part.isInline = true
        return part
    }

    private func mark(_ text: String) -> Mark {
        Item(stem: RichText(plain: ""), interaction: .textEntry(entry)).mark(.text(text))
    }

    private func isSensitive(_ answer: TextEntryInteraction.Accepted) -> Bool {
        entry.isCaseSensitive || answer.isCaseSensitive
    }

    private func mapped(_ key: String, _ element: XMLElement) -> QTIPart {
        // What an earlier answer covers is never reached.
        let reached = entry.accepted.filter { answer in
            let text = Self.literal(answer.pattern) ?? ""
            return answer.fraction > 0 && !text.isEmpty
                && mark(text).fraction == Mark(fraction: answer.fraction).fraction
        }
        let entries = reached.uniqued(by: { Self.literal($0.pattern) }).map { answer in
            XMLElement.new(
                "mapEntry",
                [
                    "mapKey": Self.literal(answer.pattern), "mappedValue": QTIRuleWriter.words(answer.fraction),
                    "caseSensitive": isSensitive(answer) ? "true" : "false",
                ])
        }
        let mapping = XMLElement.new("mapping", ["defaultValue": "0"], entries)
        return QTIPart(
            names, declaration: QTIPart.declaration(names, "single", "string", correct: [key], mapping: mapping),
            element: element, isMapped: true, points: 1)
    }

    private func ruled(_ key: String, _ element: XMLElement) throws(Rejection) -> QTIPart {
        let variable = QTIRuleWriter.variable(names.response)
        var branches: [(test: XMLElement, rules: [XMLElement])] = [
            (.new("isNull", [:], [variable]), [QTIRuleWriter.set(names.score, QTIRuleWriter.number(0))])
        ]
        var feedback: [(identifier: String, text: RichText)] = []
        for (place, answer) in entry.accepted.enumerated() {
            let isSensitive = isSensitive(answer)
            let test: XMLElement
            if let text = Self.literal(answer.pattern) {
                test = .new(
                    "stringMatch", ["caseSensitive": isSensitive ? "true" : "false"],
                    [variable, .new("baseValue", ["baseType": "string"], text: text)])
            } else {
                let pattern = Self.expression(answer.pattern, isFolded: !isSensitive)
                test = .new("patternMatch", ["pattern": pattern], [variable])
            }
            var rules = [QTIRuleWriter.set(names.score, QTIRuleWriter.number(Mark(fraction: answer.fraction).fraction))]
            if let text = answer.feedback {
                feedback.append(("A\(place + 1)", text))
                rules.append(QTIRuleWriter.set(names.feedback, QTIRuleWriter.name("A\(place + 1)")))
            }
            branches.append((test, rules))
        }
        var part = QTIPart(
            names, declaration: QTIPart.declaration(names, "single", "string", correct: [key]), element: element,
            rules: [QTIRuleWriter.condition(branches)])
        part.feedback = feedback
        return part
    }

    /// The pattern cut at its wildcards, with runs of blanks as one.
    private static func pieces(_ pattern: String) -> [String] {
        WildcardText(pattern.split(whereSeparator: \.isWhitespace).joined(separator: " ")).runs
    }

    /// The one text that it stands for; nil where it holds wildcards.
    private static func literal(_ pattern: String) -> String? {
        let pieces = pieces(pattern)
        return pieces.count == 1 ? pieces[0] : nil
    }

    /// As a regular expression of XML Schema, which knows no option for capital letters.
    private static func expression(_ pattern: String, isFolded: Bool) -> String {
        pieces(pattern).map { piece in
            piece.map { character in
                let (small, capital) = (character.lowercased(), character.uppercased())
                if isFolded, small != capital, small.count == 1, capital.count == 1 { return "[\(capital)\(small)]" }
                if character == "$" { return "[$]" }
                return (#"\|.?*+(){}[]-^"#.contains(character) ? "\\" : "") + String(character)
            }.joined()
        }.joined(separator: ".*")
    }
}
