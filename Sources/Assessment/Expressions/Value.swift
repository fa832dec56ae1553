/// What an expression is worth.
public enum Value: Hashable, Sendable {
    /// No value: QTI's NULL. What is calculated from nothing is nothing.
    case nothing
    case boolean(Bool)
    case number(Number)
    /// A name, or a word, of a list that a variable is drawn from.
    case text(String)

    public init(_ whole: Int) { self = .number(Number(whole)) }

    /// The number; yes counts as 1 and no as 0, as in Moodle's formulas.
    public var number: Number? {
        switch self {
        case .number(let number): number
        case .boolean(let isTrue): Number(isTrue ? 1 : 0)
        case .nothing, .text: nil
        }
    }

    /// The truth; every number but 0 counts as true.
    public var boolean: Bool? {
        switch self {
        case .boolean(let isTrue): isTrue
        case .number(let number): !number.isZero
        case .nothing, .text: nil
        }
    }
}

extension Value: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nothing: "nothing"
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .number(let number): NumberFormat.plain.text(number)
        case .text(let text): text
        }
    }
}
