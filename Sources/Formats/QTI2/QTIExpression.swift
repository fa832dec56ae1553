internal import XML

/// An expression of QTI's rules, by the name of its operator. `QTISession` evaluates it.
struct QTIExpression {
    let name: String
    let attributes: [String: String]
    let operands: [QTIExpression]
    /// The value of a `baseValue`.
    let constant: QTIValue
    let line: Int

    init(_ element: XMLElement) {
        name = element.name
        attributes = element.attributes
        operands = element.elements.map(QTIExpression.init)
        line = element.line
        let scalar = element.name == "baseValue" ? QTIScalar(element.text, type: element["baseType"]) : nil
        constant = QTIValue(scalar.map { [$0] } ?? [])
    }

    /// It and every expression in it.
    func visit(_ body: (QTIExpression) -> Void) {
        body(self)
        for operand in operands { operand.visit(body) }
    }
}

/// A rule of response or template processing.
indirect enum QTIRule {
    enum Target { case outcome, template, correctResponse, defaultValue }

    case set(Target, String, QTIExpression)
    case lookup(String, QTIExpression)
    /// The first branch whose test is true is run; nil is the one that always is.
    case condition([(test: QTIExpression?, rules: [QTIRule])])
    case exit
    case constraint(QTIExpression)
    case group([QTIRule])
    case unknown(String, line: Int)

    init(_ element: XMLElement) {
        let expression = element.elements.first.map(QTIExpression.init)
        let name = element["identifier"] ?? ""
        switch (element.name, expression) {
        case ("setOutcomeValue", let value?): self = .set(.outcome, name, value)
        case ("setTemplateValue", let value?): self = .set(.template, name, value)
        case ("setCorrectResponse", let value?): self = .set(.correctResponse, name, value)
        case ("setDefaultValue", let value?): self = .set(.defaultValue, name, value)
        case ("lookupOutcomeValue", let value?): self = .lookup(name, value)
        case ("templateConstraint", let test?): self = .constraint(test)
        case ("exitResponse", _), ("exitTemplate", _): self = .exit
        case ("responseProcessingFragment", _), ("responseProcessing", _):
            self = .group(element.elements.map(QTIRule.init))
        case ("responseCondition", _), ("templateCondition", _):
            self = .condition(element.elements.map(Self.branch))
        default: self = .unknown(element.name, line: element.line)
        }
    }

    private static func branch(_ element: XMLElement) -> (test: QTIExpression?, rules: [QTIRule]) {
        var parts = element.elements[...]
        let isElse = element.name.hasSuffix("Else")
        // A test that is missing is NULL, so its rules are never run.
        let test = isElse ? nil : QTIExpression(parts.popFirst() ?? XMLElement(name: "null", line: element.line))
        return (test, parts.map(QTIRule.init))
    }

    /// Every expression in the rule.
    func visit(_ body: (QTIExpression) -> Void) {
        switch self {
        case .set(_, _, let value), .lookup(_, let value), .constraint(let value): value.visit(body)
        case .condition(let branches):
            for branch in branches {
                branch.test?.visit(body)
                for rule in branch.rules { rule.visit(body) }
            }
        case .group(let rules): for rule in rules { rule.visit(body) }
        case .exit, .unknown: break
        }
    }

    /// The outcomes that it or a rule in it sets.
    var targets: Set<String> {
        switch self {
        case .set(.outcome, let name, _), .lookup(let name, _): [name]
        case .condition(let branches): Set(branches.flatMap { $0.rules.flatMap(\.targets) })
        case .group(let rules): Set(rules.flatMap(\.targets))
        default: []
        }
    }
}
