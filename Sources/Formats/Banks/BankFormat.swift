/// The formats of question banks that are told apart by what a file holds; its name counts for nothing.
public enum BankFormat: Hashable, Sendable {
    case gift
    /// Known, but not read yet. The name is the one that people use.
    case foreign(String)

    init(_ bytes: ArraySlice<UInt8>) {
        let head = bytes.prefix(4096)
        func starts(_ magic: [UInt8]) -> Bool { head.starts(with: magic) }
        if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
            self = .foreign("a zip package")
        } else if starts([0x89, 0x50, 0x4E, 0x47]) || starts([0xFF, 0xD8, 0xFF]) || starts(Array("GIF8".utf8)) {
            self = .foreign("a picture")
        } else if starts(Array("%PDF".utf8)) {
            self = .foreign("a PDF document")
        } else if starts([0xD0, 0xCF, 0x11, 0xE0]) {
            self = .foreign("an old Office document")
        } else if starts([0x1F, 0x8B]) {
            self = .foreign("a gzip archive")
        } else {
            self = Self.text(String(decoding: bytes.prefix(65_536).filter { $0 != 0 }, as: UTF8.self))
        }
    }

    private static func text(_ text: String) -> BankFormat {
        let body = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if body.hasPrefix("<") {
            if body.contains("<quiz") { return .foreign("Moodle XML") }
            if body.contains("<questestinterop") { return .foreign("QTI 1.2") }
            if body.contains("imsqti_v2") || body.contains("<assessmentItem") { return .foreign("QTI 2") }
            if body.contains("imsqtiasi_v3") || body.contains("<qti-") { return .foreign("QTI 3") }
            if body.hasPrefix("<?xml") { return .foreign("XML of an unknown kind") }
            if body.prefix(15).lowercased().hasPrefix("<!doctype html") || body.prefix(6).lowercased() == "<html>" {
                return .foreign("a web page")
            }
        }
        if body.hasPrefix("{\\rtf") { return .foreign("an RTF document") }
        if body.hasPrefix("// Numbas") { return .foreign("a Numbas exam") }
        let lines = body.split(whereSeparator: \.isNewline)
        if lines.contains(where: { $0.hasPrefix("NewQuestion,") || $0.hasPrefix("\"NewQuestion\"") }) {
            return .foreign("Brightspace CSV")
        }
        let hasBraces = body.contains("{")
        if !hasBraces, lines.contains(where: { $0.hasPrefix("ANSWER:") }) { return .foreign("Aiken") }
        if ["{", "["].contains(body.first), body.dropFirst().first(where: { !$0.isWhitespace }) == "\"" {
            return .foreign("JSON")
        }
        return .gift
    }
}

/// The longest bank that is read, in bytes.
let largestBank = 64 << 20

/// Reads a question bank, whatever its format. Every sound question comes in; every other is named with its line.
///
/// `name` is the file's name as a person knows it, for the message when nothing can be read.
public func readBank(_ bytes: [UInt8], named name: String) throws(UnreadableFile) -> BankImport {
    guard bytes.count <= largestBank else {
        throw UnreadableFile(reason: "\(name) is larger than 64 MB. Split it into smaller files.")
    }
    switch BankFormat(bytes[...]) {
    case .foreign(let kind):
        throw UnreadableFile(reason: "\(name) is \(kind); this version reads GIFT only. Export the questions as GIFT.")
    case .gift:
        let text = PlainTextFile(bytes)
        guard text.bytes.contains(where: { $0 > 0x20 }) else {
            throw UnreadableFile(reason: "\(name) is empty. Choose a file that holds questions.")
        }
        var bank = GIFTReader.read(text.bytes)
        bank.notices = text.notices + bank.notices
        return bank
    }
}
