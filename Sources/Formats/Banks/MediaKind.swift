/// The kinds of files that a page may show. What the file holds tells; its name counts for nothing.
struct MediaKind {
    let ending: String
    let type: String

    init?(_ bytes: [UInt8]) {
        let found = Self.signs.first { sign in
            bytes.count >= sign.offset + sign.bytes.count && bytes[sign.offset...].starts(with: sign.bytes)
        }
        if let found {
            (ending, type) = (found.ending, found.type)
        } else if Self.isSVG(bytes) {
            (ending, type) = ("svg", "image/svg+xml")
        } else {
            return nil
        }
    }

    /// An SVG in an `img` runs no script, and is served with a policy that forbids all else.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self)
        let body = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return body.hasPrefix("<svg") || (body.hasPrefix("<?xml") || body.hasPrefix("<!")) && body.contains("<svg")
    }

    private static let signs: [(offset: Int, bytes: [UInt8], ending: String, type: String)] = [
        (0, [0x89, 0x50, 0x4E, 0x47], "png", "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "jpg", "image/jpeg"),
        (0, Array("GIF8".utf8), "gif", "image/gif"),
        (8, Array("WEBP".utf8), "webp", "image/webp"),
        (8, Array("WAVE".utf8), "wav", "audio/wav"),
        (0, Array("OggS".utf8), "ogg", "audio/ogg"),
        (0, Array("fLaC".utf8), "flac", "audio/flac"),
        (0, Array("ID3".utf8), "mp3", "audio/mpeg"),
        (0, [0xFF, 0xFB], "mp3", "audio/mpeg"),
        (0, [0xFF, 0xF3], "mp3", "audio/mpeg"),
        (4, Array("ftypM4A".utf8), "m4a", "audio/mp4"),
        (4, Array("ftyp".utf8), "mp4", "video/mp4"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "webm", "video/webm"),
    ]
}
