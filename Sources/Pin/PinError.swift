import Glibc

/// What libgpiod or the kernel refused to do with a chip or a line.
public struct PinError: Error, Hashable, Sendable {
    /// The C function that failed.
    public let operation: String
    /// A positive errno.
    public let code: Int32
    /// The system's own words.
    public let text: String

    public init(operation: String, code: Int32, text: String? = nil) {
        self.operation = operation
        self.code = code
        self.text = text ?? strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}

extension PinError: CustomStringConvertible {
    public var description: String { "\(operation): \(text)" }
}
