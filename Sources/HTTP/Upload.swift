/// A file that came with a multipart form.
public struct Upload: Sendable {
    /// The form's field.
    public let field: String
    /// As the browser gave it: never used as a path.
    public let fileName: String
    public var bytes: [UInt8]

    public init(field: String, fileName: String, bytes: [UInt8]) {
        self.field = field
        self.fileName = fileName
        self.bytes = bytes
    }
}
