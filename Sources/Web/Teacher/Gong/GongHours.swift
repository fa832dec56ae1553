import Gong
import HTTP

/// The teacher's hours as fields of a form: what was typed stays as it was, also when it makes no sense.
struct GongHours {
    struct Row {
        var from = ""
        var until = ""
        /// A loudness, or `quiet` for none.
        var level = Loudness.soft.rawValue

        var isEmpty: Bool { from.isEmpty && until.isEmpty }
    }

    /// Why they cannot be taken.
    enum Problem: Error {
        /// A row has one of its two times, or something that is no time.
        case incomplete
        /// A row begins when it ends.
        case empty(TimeOfDay)
    }

    static let quiet = "quiet"
    static let levels = Loudness.allCases.reversed().map(\.rawValue) + [quiet]
    /// So many rows are offered at least, and always two that are free.
    private static let fewest = 4
    private static let most = 24

    var usual: String
    var rows: [Row]
    var night: Row

    init(_ rules: RingRules) {
        usual = rules.usual.rawValue
        rows = rules.periods.map { Row($0.hours, $0.loudness?.rawValue ?? Self.quiet) }
        night = rules.night.map { Row($0, Self.quiet) } ?? Row()
        addFreeRows()
    }

    init(_ form: Fields) {
        usual = form["usual"] ?? ""
        let levels = form.all("level")
        rows = zip(form.all("from"), form.all("until")).prefix(Self.most).enumerated().map { index, times in
            Row(from: times.0, until: times.1, level: index < levels.count ? levels[index] : "")
        }
        night = Row(from: form["night_from"] ?? "", until: form["night_until"] ?? "")
        addFreeRows()
    }

    private mutating func addFreeRows() {
        let filled = rows.count { !$0.isEmpty }
        while rows.count < max(Self.fewest, filled + 2), rows.count < Self.most { rows.append(Row()) }
    }

    func rules() throws(Problem) -> RingRules {
        var rules = RingRules()
        rules.usual = Loudness(rawValue: usual) ?? .full
        for row in rows {
            guard let hours = try row.hours() else { continue }
            rules.periods.append(.init(hours, Loudness(rawValue: row.level)))
        }
        rules.night = try night.hours()
        return rules
    }
}

extension GongHours.Row {
    init(_ hours: Hours, _ level: String) {
        self.init(from: hours.from.description, until: hours.to.description, level: level)
    }

    /// Nil where nothing was typed.
    func hours() throws(GongHours.Problem) -> Hours? {
        if isEmpty { return nil }
        guard let from = TimeOfDay(from), let to = TimeOfDay(until) else { throw .incomplete }
        guard from != to else { throw .empty(from) }
        return Hours(from: from, to: to)
    }
}
