/// A formula that was read once and can be evaluated for any values of its variables.
///
/// Total and bounded: no loops, no code, at most `longestSource` bytes, `mostParts` parts and `deepestNesting` levels, so that
/// a stranger's formula costs microseconds or is refused with a sentence.
public struct Expression: Hashable, Sendable {
    public static let longestSource = 10_000
    /// Values, operators and calls together.
    public static let mostParts = 1_000
    /// Parentheses, calls and choices within each other; two signs before a value count as one.
    public static let deepestNesting = 100

    public let dialect: Dialect
    let root: ExpressionNode

    public init(_ source: String, dialect: Dialect = .gongbox) throws(ExpressionError) {
        guard source.utf8.count <= Self.longestSource else {
            throw ExpressionError(
                position: Self.longestSource,
                reason: "The formula is longer than \(Self.longestSource) bytes. Split it into several variables.")
        }
        var parser = ExpressionParser(
            tokens: try ExpressionToken.tokens(of: source, dialect: dialect), dialect: dialect)
        self.dialect = dialect
        root = try parser.parseAll()
    }

    init(root: ExpressionNode, dialect: Dialect) {
        self.root = root
        self.dialect = dialect
    }

    /// The names that `evaluate` may ask for.
    public var variables: Set<String> {
        var names: Set<String> = []
        root.collectVariables(into: &names)
        return names
    }
}
