import Glibc

/// What alsa-lib or libsndfile refused to do.
public struct SoundError: Error, Hashable, Sendable {
    /// The C function that failed.
    public let operation: String
    /// A positive errno from ALSA; libsndfile's own number from a function that begins with `sf_`.
    public let code: Int32
    /// The library's own words.
    public let text: String

    public init(operation: String, code: Int32, text: String) {
        self.operation = operation
        self.code = code
        self.text = text
    }
}

extension SoundError: CustomStringConvertible {
    public var description: String { "\(operation): \(text)" }
}
