/// What a file is that somebody gave as a question bank. What it holds tells; its name counts for nothing.
enum BankKind: Equatable {
    case gift
    case moodleXML
    /// IMS QTI 1.2, also as Canvas, Blackboard, Brightspace and Common Cartridge write it.
    case qti12
    /// IMS QTI 2.0, 2.1, 2.2 and 3.0: an item, a test or a section.
    case qti2
    case aiken
    case brightspaceCSV
    case numbas
    /// A zip with banks in it.
    case package
    /// Something else, with its article where it takes one: "a picture".
    case foreign(String)

    init(_ bytes: [UInt8], text: PlainTextFile) {
        if let sign = Self.signs.first(where: { bytes.starts(with: $0.0) }) {
            self = sign.1
        } else if text.isBinary {
            self = .foreign("not a text")
        } else {
            // Of a file of very long lines, more: some lines must be seen whole.
            let start = text.bytes.prefix(65_536)
            let few = start.count { $0 == 10 } < 8
            self.init(String(decoding: few ? text.bytes.prefix(4 << 20) : start, as: UTF8.self))
        }
    }

    /// A text, judged by its beginning.
    private init(_ start: String) {
        let body = start.drop(while: \.isWhitespace)
        let lines = body.split(separator: "\n")
        if body.hasPrefix("<"), let markup = Self.markup(body) {
            self = markup
        } else if body.hasPrefix("{\\rtf") {
            self = .foreign("an RTF document")
        } else if body.hasPrefix("// Numbas") || body.hasPrefix("{") && Self.opensNumbas(lines) {
            self = .numbas
        } else if ["{", "["].contains(body.first), body.dropFirst().first(where: { !$0.isWhitespace }) == "\"" {
            self = .foreign("JSON")
        } else if lines.contains(where: Self.opensBrightspaceQuestion) {
            self = .brightspaceCSV
        } else if AikenReader.recognises(lines) {
            self = .aiken
        } else {
            self = .gift
        }
    }

    /// The old syntax of Numbas: an object whose keys have no quotes, one of them for its questions.
    private static func opensNumbas(_ lines: [Substring]) -> Bool {
        lines.contains { line in
            let key = line.prefix(60).drop(while: \.isWhitespace)
            return key.hasPrefix("questions:") || key.hasPrefix("question_groups:")
        }
    }

    /// `NewQuestion` alone in its cell.
    private static func opensBrightspaceQuestion(_ line: Substring) -> Bool {
        let start = line.prefix(40).drop { $0 == " " || $0 == "\"" }.lowercased()
        guard start.hasPrefix("newquestion") else { return false }
        return start.dropFirst(11).drop { $0 == " " || $0 == "\"" }.first.map { ",;\t".contains($0) } ?? true
    }

    private static func markup(_ body: Substring) -> BankKind? {
        if body.contains("<quiz") { return .moodleXML }
        if body.contains("<questestinterop") { return .qti12 }
        let signs = ["imsqti_v2", "imsqtiasi_v3", "<assessmentItem", "<assessmentTest", "<qti-"]
        if signs.contains(where: { body.contains($0) }) { return .qti2 }
        if body.hasPrefix("<?xml") { return .foreign("XML of an unknown kind") }
        let head = body.prefix(15).lowercased()
        return head.hasPrefix("<!doctype html") || head.hasPrefix("<html") ? .foreign("a web page") : nil
    }

    /// What it is, with its article where it takes one, where that is certain; nil for what may as well be some other text.
    var whatElse: String? {
        switch self {
        case .gift: nil
        case .moodleXML: "Moodle XML"
        case .qti12: "QTI 1.2"
        case .qti2: "QTI 2 or 3"
        case .aiken: "Aiken"
        case .brightspaceCSV: "Brightspace CSV"
        case .numbas: "a Numbas exam"
        case .package: "a zip package"
        case .foreign(let kind): kind
        }
    }

    private static let signs: [([UInt8], BankKind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .package), ([0x50, 0x4B, 0x05, 0x06], .package),
        ([0x89, 0x50, 0x4E, 0x47], .foreign("a picture")), ([0xFF, 0xD8, 0xFF], .foreign("a picture")),
        (Array("GIF8".utf8), .foreign("a picture")), (Array("RIFF".utf8), .foreign("a picture or a sound")),
        (Array("%PDF".utf8), .foreign("a PDF document")),
        ([0xD0, 0xCF, 0x11, 0xE0], .foreign("an old Office document")), ([0x1F, 0x8B], .foreign("a gzip archive")),
        (Array("SQLite format 3".utf8), .foreign("a database")),
    ]
}
