/// One variable and where its values come from, or several variables whose values go together: a metal and its density.
public struct ParameterDeclaration: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
        case range(ParameterRange)
        /// At least one row, with a value for each name.
        case rows([[Value]])
        /// A formula of variables that were declared before.
        case formula(Expression)
    }

    public let names: [String]
    public let source: Source

    public init(_ names: [String], _ source: Source) {
        self.names = names
        self.source = source
    }

    /// How many values, or rows, there are to choose from.
    var count: Int {
        switch source {
        case .range(let range): range.count
        case .rows(let rows): rows.count
        case .formula: 1
        }
    }

    /// Gives the names their values at a place from 0 to `count` − 1.
    func assign(_ place: Int, to values: inout [String: Value]) throws(EvaluationError) {
        switch source {
        case .range(let range): values[names[0]] = try range.value(at: place)
        case .rows(let rows): for (name, value) in zip(names, rows[place]) { values[name] = value }
        case .formula(let formula): values[names[0]] = try formula.evaluate(in: values)
        }
    }
}
