internal import Assessment

/// What a JME formula is worth.
enum JMEValue: Hashable {
    case number(Number)
    case boolean(Bool)
    case text(String)
    case list([JMEValue])
    case range(ParameterRange)

    init(_ value: Value) {
        switch value {
        case .number(let number): self = .number(number)
        case .boolean(let isTrue): self = .boolean(isTrue)
        case .text(let text): self = .text(text)
        case .nothing: self = .text("")
        }
    }

    /// As Numbas shows it: at most ten digits after the point.
    var words: String {
        switch self {
        case .number(let number): Self.text(number)
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .text(let text): text
        case .list(let entries): "[ " + entries.map(\.words).joined(separator: ", ") + " ]"
        case .range(let range): "\(Self.text(range.lower)) …"
        }
    }

    static func text(_ number: Number) -> String {
        if case .exact(let rational) = number, rational.isWhole { return "\(rational.numerator)" }
        let digits = [Value.number(number), Value(10)]
        let rounded = (try? Function.round.apply(digits))?.number ?? number
        return NumberFormat.plain.text(rounded.isZero && !number.isZero ? number : rounded)
    }

    /// Equal in value, however it came about.
    func isEqual(to other: JMEValue) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): left.hasValue(of: right)
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
        default: self == other
        }
    }
}

extension ParameterRange {
    /// From 0 to `count` − 1.
    func entry(at place: Int) -> JMEValue {
        let offset = Function.multiply.valueOrNothing([.number(step), Value(place)])
        return JMEValue(Function.add.valueOrNothing([.number(lower), offset]))
    }
}
