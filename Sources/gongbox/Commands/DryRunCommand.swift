import Assessment
import Classroom

/// `gongbox dry-run`: what a unit's check would draw, and how long its bank lasts.
enum DryRunCommand: Command {
    static let name = "dry-run"
    static let summary = "draw forms for nobody, and say how long a bank lasts"
    static let usage = """
        gongbox dry-run [--data DIR] [--forms N] UNIT

        Draws forms of a unit's check for classes that are not there, on the seats of the open class or on four rows of
        seven, three attempts each, and prints what they have in common beside forms that are each drawn by themselves.
        Then how many forms without a repeat each student of the class still gets, and what more questions would buy.
        Stores nothing. UNIT is the unit's title, or the beginning of it.

          --data DIR        the box's data folder (as for `gongbox serve`)
          --forms N         how many forms, 100 to 100000 (10000)
        """

    static func run(_ words: [String]) async throws -> Int32 {
        let options = try Options(words, flags: [], valued: ["--data", "--forms"])
        guard let title = options.operands.first, options.operands.count == 1 else {
            throw UsageError("Name one unit.")
        }
        let forms = try options.number("--forms", in: 100...100_000) ?? 10_000
        let classroom = try Classroom(path: DataFolder(options.last("--data")).database, ringer: NoGong())
        let units = try classroom.units
        let found = units.filter { $0.title == title }
        let near = found.isEmpty ? units.filter { $0.title.lowercased().hasPrefix(title.lowercased()) } : found
        guard let unit = near.first, near.count == 1 else {
            let all = (near.isEmpty ? units : near).map { "\"\($0.title)\"" }.joined(separator: ", ")
            Terminal.complain("\"\(title)\" is \(near.isEmpty ? "no unit" : "more than one unit"): choose of \(all).")
            return 2
        }
        guard unit.families > 0 else {
            Terminal.complain("\"\(unit.title)\" has no questions yet. Import a bank first.")
            return 1
        }
        print(unit.title)
        tell(try await classroom.runDry(unit.id, forms: forms))
        tell(try classroom.forecast(of: unit.id))
        return 0
    }

    private static func tell(_ report: DryRunReport) {
        let (drawn, free) = (report.outcome, report.independent)
        print("\(drawn.forms) forms, classes of \(report.students), \(report.attempts) attempts each", terminator: "")
        print(" (in brackets: each form drawn by itself)")
        line("neighbours share", drawn.withNeighbours.share.percent, free.withNeighbours.share.percent)
        line("any two students share", drawn.withAnybody.share.percent, free.withAnybody.share.percent)
        line("a student meets again", drawn.repeatShare.percent, free.repeatShare.percent)
        line("different sets of questions", String(drawn.distinct), String(free.distinct))
        line("spread of difficulty", drawn.difficulty.deviation.percent, free.difficulty.deviation.percent)
        let never = drawn.neverDrawn.compactMap { report.titles[$0] }
        print("  \("never drawn".padded(to: 30))\(never.isEmpty ? "none" : never.joined(separator: ", "))")
    }

    private static func line(_ name: String, _ value: String, _ independent: String) {
        print("  \(name.padded(to: 30))\(value.padded(to: 10))(\(independent))")
    }

    private static func tell(_ forecast: Forecast) {
        guard !forecast.students.isEmpty else { return }
        print("Forms without a repeat that are left, \(forecast.classTitle)")
        for student in forecast.students {
            print(
                "  \(student.name.padded(to: 30))\(String(student.forms).padded(to: 4))short: "
                    + student.short.joined(separator: ", "))
        }
        if let advice = forecast.advice {
            print(
                "\(advice.families) more questions in each of these would buy the class \(advice.attempts) attempts: "
                    + advice.objectives.joined(separator: ", "))
        }
    }
}
