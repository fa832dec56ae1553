import Classroom
import Formats

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `gongbox import`: banks and rosters from files.
enum ImportCommand: Command {
    static let name = "import"
    static let summary = "bring in question banks and rosters"
    static let usage = """
        gongbox import bank [--data DIR] [--check] FILE...
        gongbox import roster [--data DIR] [--check] FILE...
        gongbox import list [--data DIR]
        gongbox import undo [--data DIR] [BANK]

        Banks: GIFT, Moodle XML, QTI 1.2, 2 and 3, Brightspace CSV, Aiken, Numbas, or a zip of them; what a file holds tells.
        A category path gives unit and objective by its last two parts.
        Rosters: CSV with named columns, or users.csv and enrollments.csv (and classes.csv) of a OneRoster export, given together.

        list names the banks that came in, newest first, each with its number. undo takes one back, or without a number the last:
        what no form has drawn from is deleted, otherwise its questions are retired; what it had replaced comes back.

          --data DIR        the box's data folder (as for `gongbox serve`)
          --check           writes nothing, only tells what would come in

        Prints a line for every question or row left out, FILE:LINE: reason, and one line a file,
        FILE: FORMAT: N of M questions, V variants. Exit status: 0 all came in, 1 some did not, 2 a file could not be read at all.
        """

    static func run(_ words: [String]) async throws -> Int32 {
        let options = try Options(words, flags: ["--check"], valued: ["--data"])
        guard let kind = options.operands.first, ["bank", "roster", "list", "undo"].contains(kind) else {
            throw UsageError("Say what to import, bank or roster; or say list or undo.")
        }
        let files = Array(options.operands.dropFirst())
        if ["list", "undo"].contains(kind) {
            let classroom = try Classroom(path: DataFolder(options.last("--data")).database, ringer: NoGong())
            return kind == "list" ? try list(classroom) : try await undo(files, in: classroom)
        }
        guard !files.isEmpty else { throw UsageError("Name at least one file.") }
        let isCheck = options.has("--check")
        let classroom =
            isCheck ? nil : try Classroom(path: DataFolder(options.last("--data")).database, ringer: NoGong())
        return kind == "bank"
            ? await importBanks(files, into: classroom) : await importRoster(files, into: classroom)
    }

    private static func list(_ classroom: Classroom) throws -> Int32 {
        for bank in try classroom.imports() { print(line(bank)) }
        return 0
    }

    private static func undo(_ words: [String], in classroom: Classroom) async throws -> Int32 {
        guard words.count <= 1, words.allSatisfy({ Int($0) != nil }) else {
            throw UsageError("Name one bank by its number, or none for the last.")
        }
        let banks = try classroom.imports().filter { $0.undone == nil }
        guard let number = words.first.flatMap(Int.init) ?? banks.first?.id else {
            Terminal.complain("There is no bank to take back.")
            return 1
        }
        do {
            try await classroom.undoImport(number, by: "command line")
        } catch Refusal.notFound {
            Terminal.complain("There is no bank \(number), or it was taken back already. `gongbox import list` tells.")
            return 1
        }
        if let bank = try classroom.imports().first(where: { $0.id == number }) { print(line(bank)) }
        return 0
    }

    private static func line(_ bank: BankRecord) -> String {
        let end = bank.undone == nil ? "" : "; taken back"
        return "\(bank.id): \(bank.fileName): \(bank.format): \(bank.families) questions in \(bank.variants) variants, "
            + "\(bank.drawn) of them in forms\(end)"
    }

    private static func importBanks(_ files: [String], into classroom: Classroom?) async -> Int32 {
        var status: Int32 = 0
        for file in files {
            do {
                let report = try await ImportReport.bank(try read(file), named: file, into: classroom)
                tell(report, of: "questions")
                if !report.isComplete { status = max(status, 1) }
            } catch {
                Terminal.complain("\(file): \(error)")
                status = 2
            }
        }
        return status
    }

    private static func importRoster(_ files: [String], into classroom: Classroom?) async -> Int32 {
        do {
            let contents = try files.map { (name: $0, bytes: try read($0)) }
            let report = try await ImportReport.roster(contents, into: classroom)
            tell(report, of: "students")
            return report.isComplete ? 0 : 1
        } catch {
            Terminal.complain("\(files.joined(separator: ", ")): \(error)")
            return 2
        }
    }

    private static func tell(_ report: ImportReport, of what: String) {
        for notice in report.notices { print("\(notice.file ?? report.file):\(notice.line): note: \(notice.reason)") }
        for omission in report.omissions {
            print("\(omission.file ?? report.file):\(omission.line): \(omission.reason)")
        }
        let variants = report.variants.map { ", \($0) variants" } ?? ""
        print("\(report.file): \(report.format): \(report.taken) of \(report.found) \(what)\(variants)")
    }

    private static func read(_ file: String) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: file)))
        } catch {
            throw UnreadableFile(reason: "The file cannot be opened. Check its name and that you may read it.")
        }
    }
}
