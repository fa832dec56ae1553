/// The variables of a family and the conditions that their values must meet: what its variants are drawn from.
public struct ParameterSpace: Hashable, Sendable {
    public static let mostVariables = 40
    public static let mostConditions = 20
    /// Of one list.
    public static let mostRows = 2_000

    public private(set) var declarations: [ParameterDeclaration] = []
    public private(set) var conditions: [Expression] = []
    /// How many combinations of values there are, whether they meet the conditions or not; `Int.max` stands for more.
    public private(set) var size = 1

    public init() {}

    public var names: [String] { declarations.flatMap(\.names) }

    /// Takes in a declaration that stands after those that are here.
    public mutating func declare(_ declaration: ParameterDeclaration) throws(ParameterError) {
        var known = Set(names)
        if case .formula(let formula) = declaration.source { try check(formula) }
        for name in declaration.names {
            guard !Dialect.gongbox.isReserved(name) else {
                throw ParameterError("“\(name)” means something else in formulas. Choose another name.")
            }
            guard known.insert(name).inserted else {
                throw ParameterError("The variable “\(name)” is declared twice. Choose another name.")
            }
        }
        guard known.count <= Self.mostVariables else {
            throw ParameterError("There are more than \(Self.mostVariables) variables. Make do with fewer.")
        }
        if case .rows(let rows) = declaration.source {
            guard rows.count <= Self.mostRows else {
                throw ParameterError("The list has more than \(Self.mostRows) entries. Shorten it.")
            }
            guard !rows.isEmpty, rows.allSatisfy({ $0.count == declaration.names.count }) else {
                throw ParameterError(
                    "Each entry of the list needs \(declaration.names.count) values, parted by commas.")
            }
        }
        declarations.append(declaration)
        let (product, overflows) = size.multipliedReportingOverflow(by: declaration.count)
        size = overflows ? .max : product
    }

    public mutating func require(_ condition: Expression) throws(ParameterError) {
        guard conditions.count < Self.mostConditions else {
            throw ParameterError("There are more than \(Self.mostConditions) conditions. Join some with “and”.")
        }
        try check(condition)
        conditions.append(condition)
    }

    /// Whether every variable of a formula is declared.
    public func check(_ formula: Expression) throws(ParameterError) {
        guard let unknown = formula.variables.subtracting(names).min() else { return }
        throw ParameterError("“\(unknown)” is not declared above. Declare it, or correct its name.")
    }

    /// The values of a combination, numbered from 0 to `size` − 1.
    func values(ofCombination number: Int) throws(EvaluationError) -> [String: Value] {
        var rest = number
        var values: [String: Value] = [:]
        for declaration in declarations {
            let (quotient, place) = rest.quotientAndRemainder(dividingBy: declaration.count)
            try declaration.assign(place, to: &values)
            rest = quotient
        }
        return values
    }

    func draw(using generator: inout SeededGenerator) throws(EvaluationError) -> [String: Value] {
        // All draws are made before any formula can fail, so that one draw never moves the next.
        let places = declarations.map { $0.count == 1 ? 0 : generator.below($0.count) }
        var values: [String: Value] = [:]
        for (declaration, place) in zip(declarations, places) { try declaration.assign(place, to: &values) }
        return values
    }

    /// The first condition that these values do not meet.
    func brokenCondition(_ values: [String: Value]) throws(EvaluationError) -> Expression? {
        for condition in conditions {
            guard let holds = try condition.evaluate(in: values).boolean else { throw .conditionIsText }
            if !holds { return condition }
        }
        return nil
    }
}
