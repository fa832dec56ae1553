/// The longest bank that is read, in bytes.
private let largestBank = 64 << 20

/// Reads a question bank. Every sound question comes in; every other is named with its line and what to do.
///
/// `name` is the file's name as a person knows it, for the message when nothing can be read.
public func readBank(_ bytes: [UInt8], named name: String) throws(UnreadableFile) -> BankImport {
    guard bytes.count <= largestBank else {
        throw UnreadableFile(reason: "\(name) is larger than 64 MB. Split it into smaller files.")
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
        throw UnreadableFile(reason: "\(name) is empty. Choose a file that holds questions.")
    }
    let text = PlainTextFile(bytes)
    let kind = BankKind(bytes, text: text)
    switch kind {
    case .gift:
        var bank = GIFTReader.read(text.bytes)
        bank.notices = text.notices + bank.notices
        return bank
    case .moodleXML:
        var draft = BankDraft(format: "Moodle XML")
        MoodleXMLReader.read(BankSource(bytes), into: &draft)
        return draft.bank
    case .qti2:
        let source = BankSource(bytes)
        var draft = BankDraft(format: "QTI 2 and 3")
        if let root = source.xml(telling: &draft) { QTI2Reader.read(root, from: source, into: &draft) }
        return draft.bank
    case .qti12, .aiken, .brightspaceCSV, .numbas, .package, .foreign:
        throw UnreadableFile(
            reason:
                "\(name) is \(kind.whatElse ?? "unknown"); this version reads GIFT and QTI 2 and 3 only. Export the questions as one of them."
        )
    }
}
