/// Why an archive cannot be read or written.
public struct ZipError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A whole plain sentence.
    public let description: String

    init(_ description: String) { self.description = description }
}
