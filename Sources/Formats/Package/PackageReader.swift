internal import Archive

/// Reads every bank in a zip: IMS content packages, Common Cartridges, exports of Canvas, Blackboard and Brightspace, and plain
/// zips of any files that `readBank` reads. What a file holds tells; a manifest is not needed, and one that is wrong does no harm.
struct PackageReader {
    private let files: PackageFiles
    private var formats: [String] = []
    /// The banks that hold nothing.
    private var empty: [String] = []

    static func read(_ bytes: [UInt8], into draft: inout BankDraft) throws(Rejection) {
        guard draft.file == nil else {
            throw Rejection("is a package inside a package. Unpack it and import it by itself.")
        }
        let archive: ZipArchive
        do throws(ZipError) {
            archive = try ZipArchive(bytes)
        } catch {
            throw Rejection("cannot be unpacked. \(error)")
        }
        var reader = PackageReader(files: PackageFiles(archive.entries.filter { !isLitter($0.name) }))
        reader.read(into: &draft)
        for name in archive.refused where !isLitter(name) {
            draft.file = name
            draft.notice(
                "This file is a link, is encrypted or broken, or its path leads out of the package: it was not opened.",
                line: 1)
        }
        draft.settleCitations()
        draft.file = nil
        guard draft.bank.questionsFound > 0 else {
            throw Rejection("holds no questions. \(reader.whatElse)")
        }
        if draft.repeats > 0 {
            draft.notice("\(draft.repeats) questions stand in the package twice, and came in once.", line: 1)
        }
        draft.name(format: reader.formats.uniqued { $0 }.joined(separator: ", ") + " package")
    }

    private mutating func read(into draft: inout BankDraft) {
        let banks = files.entries.compactMap { entry in PackageBank(entry, among: files) }
        for bank in banks.sorted(by: { ($0.rank, $0.name) < ($1.rank, $1.name) }) {
            if bank.file.kind == .qti2, files.visited.contains(bank.name) { continue }
            draft.file = bank.name
            let source = BankSource(bank.bytes) { [files] in files.bytes($0, from: bank.name) }
            let before = draft.bank.questionsFound + draft.repeats
            do throws(Rejection) {
                try bank.file.read(source, into: &draft)
            } catch {
                draft.omit("This \(error.reason)", line: 1)
            }
            if draft.bank.questionsFound + draft.repeats > before {
                formats.append(bank.file.format)
            } else {
                empty.append(bank.name)
            }
        }
    }

    /// What is in a package without questions, and what to do.
    private var whatElse: String {
        if let name = empty.first {
            return "The quiz in it (\(name)) is empty. Add questions to it, or export the bank that it draws from."
        }
        if files.entries.allSatisfy({ PackageFiles.lastPart($0.name) == "imsmanifest.xml" }), !files.entries.isEmpty {
            return "It has only its table of contents (imsmanifest.xml). Export it again."
        }
        return "Found inside: \(inventory). Export a quiz or a question bank."
    }

    /// How many files of which ending, most frequent first.
    private var inventory: String {
        var counts: [String: Int] = [:]
        for entry in files.entries {
            let name = PackageFiles.lastPart(entry.name)
            let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? name
            counts[ending, default: 0] += 1
        }
        let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6).map { "\($1) × \($0)" }
        return kinds.isEmpty ? "nothing" : kinds.joined(separator: ", ")
    }

    /// What operating systems leave behind.
    private static func isLitter(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        return parts.contains("__MACOSX") || parts.last?.hasPrefix(".") == true || parts.last == "Thumbs.db"
    }
}
