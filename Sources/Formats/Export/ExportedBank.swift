/// A bank as a file for elsewhere, and what the format could not carry.
public struct ExportedBank: Sendable {
    public var bytes: [UInt8]
    /// One for each question that is not in the file; the line is the family's place among those that were given, from 1.
    public var omissions: [Omission] = []
    /// What is in the file otherwise than it is in the box.
    public var notices: [Omission] = []
}
