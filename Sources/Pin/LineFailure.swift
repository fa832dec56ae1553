/// Why a line could not be had.
public enum LineFailure: Error, Hashable, Sendable {
    /// This machine has no GPIO chip at all.
    case noChip
    /// None of the chips has this label; `present` are the labels there are.
    case noSuchChip(present: [String])
    /// The chip, or none of the chips, has a line of this name.
    case noSuchLine
    /// Another program or driver holds the line; `by` is the name that it gave, which may be empty.
    case busy(by: String)
    /// The device file at `path` may not be opened by this user.
    case forbidden(path: String)
    case failed(PinError)
}
