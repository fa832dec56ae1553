/// Why a text is no expression.
public struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the text, counted in characters (Unicode scalars) from 1.
    public let position: Int
    /// A plain sentence or two: what is wrong, and what to do.
    public let reason: String

    public var description: String { "At character \(position): \(reason)" }
}
