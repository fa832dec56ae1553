import Classroom
import Formats

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `gongbox export`: the box's questions as a file for elsewhere.
enum ExportCommand: Command {
    static let name = "export"
    static let summary = "write the question bank to a file"
    static let usage = """
        gongbox export bank [--data DIR] [--format FORMAT] [--unit TITLE] FILE

        Writes the questions in use, of one unit or of all.

          --data DIR        the box's data folder (as for `gongbox serve`)
          --format FORMAT   \(formats); gift if it is not given.
                            gift has variables as their author wrote them; the others have a question for each variant
          --unit TITLE      only this unit

        Pictures and sounds go along where the format has a place for them. Prints a line for every question that the format
        cannot carry. Exit status: 0 all are in the file, 1 some are not.
        """

    private static var formats: String { BankFormat.allCases.map(\.rawValue).joined(separator: ", ") }

    static func run(_ words: [String]) async throws -> Int32 {
        let options = try Options(words, flags: [], valued: ["--data", "--format", "--unit"])
        guard options.operands.count == 2, options.operands[0] == "bank" else {
            throw UsageError("Say what to export and where to: bank FILE.")
        }
        guard let format = BankFormat(rawValue: options.last("--format") ?? BankFormat.gift.rawValue) else {
            throw UsageError("--format takes one of \(formats).")
        }
        let classroom = try Classroom(path: DataFolder(options.last("--data")).database, ringer: NoGong())
        let families = try classroom.families(ofUnit: options.last("--unit"))
        guard !families.isEmpty else {
            throw UsageError("There are no questions to export. Check the unit's title.")
        }
        let bank = classroom.export(families, as: format)
        try Data(bank.bytes).write(to: URL(filePath: options.operands[1]))
        for notice in bank.notices { print("note: \(notice.reason)") }
        for omission in bank.omissions { print("left out: \(omission.reason)") }
        print("\(options.operands[1]): \(families.count) families, \(bank.omissions.count) questions left out")
        return bank.omissions.isEmpty ? 0 : 1
    }
}
