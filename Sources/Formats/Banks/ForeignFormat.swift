/// Names what a file is when it is none that this version reads. What the file holds tells; its name counts for nothing.
enum ForeignFormat {
    /// With its article where it takes one: "a zip package", "Moodle XML". `nil` for a text that may be read.
    static func name(of bytes: [UInt8]) -> String? {
        let signs: [([UInt8], String)] = [
            ([0x50, 0x4B, 0x03, 0x04], "a zip package"), ([0x50, 0x4B, 0x05, 0x06], "a zip package"),
            ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
            (Array("GIF8".utf8), "a picture"),
            (Array("RIFF".utf8), "a picture or a sound"), (Array("%PDF".utf8), "a PDF document"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"), ([0x1F, 0x8B], "a gzip archive"),
            (Array("SQLite format 3".utf8), "a database"),
        ]
        return signs.first { bytes.starts(with: $0.0) }?.1
    }

    /// The same for a text, judged by its beginning.
    static func name(of text: PlainTextFile) -> String? {
        if text.isBinary { return "not a text" }
        let start = String(decoding: text.bytes.prefix(65_536), as: UTF8.self)
        let body = start.drop(while: \.isWhitespace)
        if body.hasPrefix("<"), let name = markup(body) { return name }
        if body.hasPrefix("{\\rtf") { return "an RTF document" }
        if body.hasPrefix("// Numbas") { return "a Numbas exam" }
        if ["{", "["].contains(body.first), body.dropFirst().first(where: { !$0.isWhitespace }) == "\"" {
            return "JSON"
        }
        let lines = body.split(separator: "\n")
        if lines.contains(where: { $0.hasPrefix("NewQuestion,") || $0.hasPrefix("\"NewQuestion") }) {
            return "Brightspace CSV"
        }
        if !body.contains("{"), lines.contains(where: { $0.hasPrefix("ANSWER:") }) { return "Aiken" }
        return nil
    }

    private static func markup(_ body: Substring) -> String? {
        if body.contains("<quiz") { return "Moodle XML" }
        if body.contains("<questestinterop") { return "QTI 1.2" }
        if body.contains("imsqti_v2") || body.contains("<assessmentItem") { return "QTI 2" }
        if body.contains("imsqtiasi_v3") || body.contains("<qti-") { return "QTI 3" }
        if body.hasPrefix("<?xml") { return "XML of an unknown kind" }
        let head = body.prefix(15).lowercased()
        return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") ? "a web page" : nil
    }
}
