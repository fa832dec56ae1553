/// A file of which nothing can be read.
public struct UnreadableFile: Error, Hashable, Sendable, CustomStringConvertible {
    /// A plain sentence or two: what the file is, and what to do.
    public var reason: String

    public init(reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}
