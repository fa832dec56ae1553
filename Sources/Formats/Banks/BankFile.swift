internal import XML

/// A file of which it is known what it is, whether it came alone or in a package.
struct BankFile {
    let kind: BankKind
    private let text: PlainTextFile

    init(_ bytes: [UInt8]) {
        text = PlainTextFile(bytes)
        kind = BankKind(bytes, text: text)
    }

    /// The format's usual name.
    var format: String {
        switch kind {
        case .gift: "GIFT"
        case .moodleXML: "Moodle XML"
        case .qti12: "QTI 1.2"
        case .qti2: "QTI 2 and 3"
        case .aiken: "Aiken"
        case .brightspaceCSV: "Brightspace CSV"
        case .numbas: "Numbas"
        case .package: "Package"
        case .foreign(let kind): kind
        }
    }

    /// Reads it with the reader of its kind. Throws for what is no bank, with what to say after its name.
    func read(_ source: BankSource, into draft: inout BankDraft) throws(Rejection) {
        switch kind {
        case .gift:
            takeNotices(into: &draft)
            draft.take(GIFTReader.read(text.bytes))
        case .aiken:
            takeNotices(into: &draft)
            AikenReader.read(text.bytes, into: &draft)
        case .brightspaceCSV:
            takeNotices(into: &draft)
            BrightspaceReader.read(text.bytes, from: source, into: &draft)
        case .moodleXML: MoodleXMLReader.read(source, into: &draft)
        case .qti12:
            if let root = source.xml(telling: &draft) { QTI12Reader.read(root, from: source, into: &draft) }
        case .numbas:
            takeNotices(into: &draft)
            NumbasReader.read(text.bytes, from: source, into: &draft)
        case .package: try PackageReader.read(source.bytes, into: &draft)
        case .qti2:
            if let root = source.xml(telling: &draft) { QTI2Reader.read(root, from: source, into: &draft) }
        case .foreign:
            throw Rejection(
                "is \(kind.whatElse ?? "unknown"), which cannot be read. Export the questions as Moodle XML, QTI, GIFT or a package of them."
            )
        }
    }

    private func takeNotices(into draft: inout BankDraft) {
        for notice in text.notices { draft.notice(notice.reason, line: notice.line) }
    }
}
