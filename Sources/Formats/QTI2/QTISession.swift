internal import Assessment

/// An item at work: its variables and what they hold. A value: each execution is a copy that is thrown away.
struct QTISession {
    let declarations: [String: QTIDeclaration]
    var values: [String: QTIValue] = [:]
    /// What template processing has put in place of the declared keys and defaults.
    var correct: [String: QTIValue] = [:]
    var defaults: [String: QTIValue] = [:]
    var random: SeededGenerator
    /// Numbers that answers were compared with, with their tolerances: where a score may change.
    var compared: [Double] = []
    var compares = false
    private var steps = 0

    /// More steps than any honest item takes for one answer.
    private static let mostSteps = 200_000

    init(_ declarations: [String: QTIDeclaration], seed: UInt64) {
        self.declarations = declarations
        random = SeededGenerator(seed: seed)
        for (name, declaration) in declarations where declaration.role == .template {
            values[name] = declaration.defaultValue
        }
    }

    mutating func step(_ line: Int) throws(QTIRejection) {
        steps += 1
        guard steps <= Self.mostSteps else {
            throw QTIRejection(
                "The question's rules do not come to an end in reasonable time. Simplify them.", line: line)
        }
    }

    func key(_ name: String) -> QTIValue { correct[name] ?? declarations[name]?.correct ?? .null }

    func value(_ name: String) -> QTIValue { values[name] ?? .null }

    /// Sets every response and outcome as at the end of an attempt, before the rules run.
    mutating func begin(with responses: [String: QTIValue]) {
        steps = 0
        values["SCORE"] = .float(0)
        for (name, declaration) in declarations {
            switch declaration.role {
            case .response: values[name] = responses[name] ?? .null
            case .outcome: values[name] = defaults[name] ?? declaration.defaultValue
            case .template: break
            }
        }
        values["completionStatus"] = QTIValue([.text("completed")])
        values["numAttempts"] = QTIValue([.integer(1)])
    }

    /// A number that an attribute gives, or the variable that it names.
    func attribute(_ name: String, of expression: QTIExpression) -> Double? {
        guard let text = expression.attributes[name]?.split(whereSeparator: \.isWhitespace).first else { return nil }
        let number = Double(text) ?? value(text.filter { $0 != "{" && $0 != "}" }).number
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    mutating func below(_ bound: Int) -> Int {
        Int(random.next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
    }
}
