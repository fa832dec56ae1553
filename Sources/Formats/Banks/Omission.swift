/// Something in a file that did not come in as it stands there, for the person who imports it.
public struct Omission: Hashable, Sendable {
    /// The file's name, where several are read together.
    public var file: String?
    /// Counted from 1.
    public var line: Int
    /// A whole plain sentence: what happened, and what to do.
    public var reason: String

    public init(file: String? = nil, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }
}
