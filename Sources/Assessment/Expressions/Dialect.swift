/// Whose way of writing a formula. The language is one; a dialect decides what means something else in its home.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
    /// Gongbox's own, for authors: `^` and `**` are powers, `log` has base 10, variables stand bare.
    case gongbox
    /// Moodle's calculated questions, which are PHP: `**` only, `log` is natural, `%` is of whole numbers, `{a}` are the variables.
    case moodle
    /// Brightspace's arithmetic questions: `\` divides and drops the rest, `log` has base 10, `sqr` is the square root.
    case brightspace
    /// Canvas's formula questions (`calcCmd.js`): a minus binds tighter than `^`, and `2^3^2` is (2^3)^2.
    case canvas

    /// The words that stand between values, and what they mean.
    var operators: [Infix] {
        let powers: [Infix]
        switch self {
        case .gongbox: powers = [.power("^"), .power("**")]
        case .moodle: powers = [.power("**")]
        case .brightspace: powers = [.power("^"), .left("\\", .truncatedQuotient, .product)]
        case .canvas: powers = [.left("^", .power, .power)]
        }
        let modulo: Function =
            switch self {
            case .gongbox, .canvas: .modulo
            case .moodle: .wholeRemainder
            case .brightspace: .remainder
            }
        return powers + [.left("%", modulo, .product)] + Infix.everywhere
    }

    /// How tightly a minus before a value binds.
    var minus: Precedence { self == .canvas ? .tightMinus : .minus }

    /// Whether a bare word can be a variable; otherwise only `{name}` is one.
    var hasBareVariables: Bool { self != .moodle }

    /// Whether `and`, `or` and `not` are words of it, besides `&&`, `||` and `!`.
    var hasWords: Bool { self == .gongbox }

    /// PHP runs `a ? b : c ? d : e` only with parentheses, because its versions read it differently.
    var chainsChoices: Bool { self != .moodle }

    /// Names are compared without regard to case, as PHP's are.
    func folded(_ name: String) -> String { self == .moodle ? name.lowercased() : name }
}

/// Looser first. A comparison stands alone: `1 < x < 3` is an error.
enum Precedence: Int, Comparable {
    case choice, or, and, not, comparison, sum, product, minus, power, tightMinus, single

    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .single }

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}

/// An operator between two values.
struct Infix {
    enum Meaning: Hashable {
        case function(Function)
        case both, either
    }

    let symbol: String
    let meaning: Meaning
    let precedence: Precedence
    /// What the sides must at least be, to stand there without parentheses.
    let left: Precedence
    let right: Precedence

    static func left(_ symbol: String, _ function: Function, _ precedence: Precedence) -> Infix {
        Infix(
            symbol: symbol, meaning: .function(function), precedence: precedence, left: precedence,
            right: precedence.tighter)
    }

    static func power(_ symbol: String) -> Infix {
        Infix(symbol: symbol, meaning: .function(.power), precedence: .power, left: .tightMinus, right: .power)
    }

    private static func comparison(_ symbol: String, _ function: Function) -> Infix {
        Infix(
            symbol: symbol, meaning: .function(function), precedence: .comparison, left: .sum, right: .sum)
    }

    private static func logic(_ symbol: String, _ meaning: Meaning, _ precedence: Precedence) -> Infix {
        Infix(
            symbol: symbol, meaning: meaning, precedence: precedence, left: precedence, right: precedence.tighter)
    }

    static let words: [Infix] = [.logic("and", .both, .and), .logic("or", .either, .or)]

    static let everywhere: [Infix] = [
        .left("+", .add, .sum), .left("-", .subtract, .sum), .left("*", .multiply, .product),
        .left("/", .divide, .product),
        .comparison("==", .equal), .comparison("!=", .notEqual), .comparison("<>", .notEqual),
        .comparison("<=", .lessOrEqual), .comparison(">=", .greaterOrEqual), .comparison("<", .less),
        .comparison(">", .greater), .logic("&&", .both, .and), .logic("||", .either, .or),
    ]
}
