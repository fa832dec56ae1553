/// The longest roster that is read, in bytes, all files together.
private let largestRoster = 16 << 20

/// Reads a roster: tables with named columns, or the files of a OneRoster export, which are told by their columns.
///
/// Files of an export that say nothing about students and classes are passed over. Every row that cannot come in is named.
public func readRoster(files: [(name: String, bytes: [UInt8])]) throws(UnreadableFile) -> Roster {
    guard files.reduce(0, { $0 + $1.bytes.count }) <= largestRoster else {
        throw UnreadableFile(reason: "The roster is larger than 16 MB. Choose files that hold names and classes only.")
    }
    var texts: [(name: String, text: PlainTextFile)] = []
    for file in files {
        let text = PlainTextFile(file.bytes)
        if let kind = BankKind(file.bytes, text: text).whatElse {
            throw UnreadableFile(
                reason: "\(file.name) is \(kind), not a roster. Save the list as CSV, or unpack the export.")
        }
        texts.append((file.name, text))
    }
    let tables = texts.compactMap { OneRosterTable($0.text.bytes, named: $0.name) }
    if tables.contains(where: { $0.kind != nil }) { return try OneRoster.read(tables) }
    guard !texts.isEmpty else { throw UnreadableFile(reason: "No file was chosen. Choose a list of students.") }
    return try RosterCSV.read(texts)
}
