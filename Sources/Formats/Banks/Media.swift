internal import Crypto

/// A picture, a sound or a film that a question shows, as it came in its bank.
public struct Media: Hashable, Sendable {
    /// By content: 32 hexadecimal digits of its hash and the usual ending. Equal files have one name.
    public let name: String
    /// The kind by its content, as HTTP names it.
    public let type: String
    public let bytes: [UInt8]

    /// Where the box serves it.
    public var address: String { "/media/\(name)" }

    /// The largest file that is kept, in bytes.
    private static let largest = 16 << 20

    /// Nil for what is of no kind that browsers show, judged by its first bytes, and for what is too large.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.largest, let kind = MediaKind(bytes) else { return nil }
        self.bytes = bytes
        type = kind.type
        name = "\(Fingerprint.name(bytes)).\(kind.ending)"
    }
}
