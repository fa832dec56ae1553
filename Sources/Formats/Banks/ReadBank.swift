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
    let file = BankFile(bytes)
    var draft = BankDraft(format: file.format)
    do throws(Rejection) {
        try file.read(BankSource(bytes), into: &draft)
    } catch {
        throw UnreadableFile(reason: "\(name) \(error.reason)")
    }
    draft.settleCitations()
    return draft.bank
}
