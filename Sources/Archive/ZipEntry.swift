/// A file in an archive.
public struct ZipEntry: Hashable, Sendable {
    /// Its path inside the archive: parts between single slashes, none of them empty, `.` or `..`.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
