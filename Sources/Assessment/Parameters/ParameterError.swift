/// Why parameters cannot be what an author wrote: a whole plain sentence or two, with what to do.
public struct ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
