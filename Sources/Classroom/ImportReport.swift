import Formats

/// What an import did, file by file.
public struct ImportReport: Sendable {
    public let file: String
    /// "GIFT", "CSV", "OneRoster".
    public let format: String
    /// Questions, or students, that the file holds.
    public let found: Int
    /// Those that came in, or were there already.
    public let taken: Int
    /// Those that the box had in the very same form.
    public let known: Int
    /// What the questions that came in can be asked as, in all; `nil` for a roster.
    public let variants: Int?
    public let omissions: [Omission]
    public let notices: [Omission]

    public var isComplete: Bool { omissions.isEmpty && taken == found }
}

extension ImportReport {
    /// Reads a question bank and puts it into `classroom`, or without one only tells what would come in.
    public static func bank(
        _ bytes: [UInt8], named file: String, into classroom: Classroom?, by actor: String = "command line"
    ) async throws -> ImportReport {
        let bank = try readBank(bytes, named: file)
        let known = try await classroom?.store(bank, named: file, by: actor) ?? 0
        return ImportReport(
            file: file, format: bank.format, found: bank.questionsFound, taken: bank.families.count, known: known,
            variants: bank.families.reduce(0) { $0 + $1.variants.count },
            omissions: bank.omissions, notices: bank.notices)
    }

    /// The same for a roster: one file, or the files of one OneRoster export.
    public static func roster(
        _ files: [(name: String, bytes: [UInt8])], into classroom: Classroom?, by actor: String = "command line"
    ) async throws -> ImportReport {
        let roster = try readRoster(files: files)
        let name = files.map(\.name).joined(separator: ", ")
        let known = try await classroom?.store(roster, named: name, by: actor) ?? 0
        return ImportReport(
            file: name, format: roster.format, found: roster.studentsFound, taken: roster.students.count, known: known,
            variants: nil,
            omissions: roster.omissions, notices: roster.notices)
    }
}
