import SQLite

/// A unit as the teacher edits it.
public struct UnitRecord: Sendable, Hashable, Identifiable {
    public struct Objective: Sendable, Hashable {
        public let title: String
        /// Scored families that a check may draw from.
        public let families: Int
    }

    public let id: Int
    public let title: String
    public let prework: String
    /// One a line.
    public let correctives: String
    public let length: Int
    public let threshold: Int
    public let isHidden: Bool
    /// Whether a blueprint says how many questions of which objective; otherwise `length` is spread evenly.
    public let hasBlueprint: Bool
    public let objectives: [Objective]

    public var families: Int { objectives.reduce(0) { $0 + $1.families } }
}

/// What the teacher changes of a unit.
public struct UnitEdit: Sendable {
    public var title: String
    public var prework: String
    public var correctives: String
    /// Items in a check, 1 to 60; where a blueprint says so already, this changes nothing.
    public var length: Int
    /// Percent, 1 to 100.
    public var threshold: Int
    public var isHidden: Bool

    /// Items in the longest check.
    public static let longest = 60

    public init(title: String, prework: String, correctives: String, length: Int, threshold: Int, isHidden: Bool) {
        self.title = title
        self.prework = prework
        self.correctives = correctives
        self.length = length
        self.threshold = threshold
        self.isHidden = isHidden
    }
}

extension Classroom {
    public var units: [UnitRecord] {
        get throws {
            try readers.read { connection in
                let objectives = Dictionary(
                    grouping: try connection.rows(
                        """
                        SELECT objective.unit_id, objective.title, COUNT(drawable_family.id) FROM objective
                        LEFT JOIN drawable_family ON objective_id = objective.id AND is_scored = 1
                        GROUP BY objective.id, objective.unit_id, objective.title ORDER BY objective.id
                        """
                    ) { ($0.integer(0), UnitRecord.Objective(title: $0.text(1), families: $0.integer(2))) }, by: \.0)
                return try connection.rows(
                    """
                    SELECT id, title, prework, correctives, COALESCE(questions, length), threshold, is_hidden,
                        questions IS NOT NULL
                    FROM unit LEFT JOIN planned_unit ON unit_id = unit.id ORDER BY place, id
                    """
                ) { row in
                    UnitRecord(
                        id: row.integer(0), title: row.text(1), prework: row.text(2), correctives: row.text(3),
                        length: row.integer(4), threshold: row.integer(5), isHidden: row.bool(6),
                        hasBlueprint: row.bool(7), objectives: objectives[row.integer(0)]?.map(\.1) ?? [])
                }
            }
        }
    }

    /// Changes a unit. Attempts that have begun keep the form and the threshold they were given.
    public func edit(_ unit: Int, _ edit: UnitEdit, by teacher: String) async throws {
        let lines = edit.correctives.split(whereSeparator: \.isNewline).map { $0.trimmed() }.filter { !$0.isEmpty }
        let title = String(edit.title.trimmed().prefix(200))
        guard !title.isEmpty else { throw Refusal.titleMissing }
        try await writer.write { [self] connection in
            if try connection.exists("SELECT 1 FROM unit WHERE title = \(title) AND id <> \(unit)") {
                throw Refusal.titleTaken
            }
            let changed = try connection.run(
                """
                UPDATE unit SET title = \(title), prework = \(String(edit.prework.prefix(5_000))),
                correctives = \(lines.joined(separator: "\n")), length = CASE WHEN EXISTS (
                    SELECT 1 FROM slot JOIN objective ON objective.id = objective_id WHERE unit_id = \(unit))
                THEN length ELSE \(min(UnitEdit.longest, max(1, edit.length))) END,
                threshold = \(min(100, max(1, edit.threshold))), is_hidden = \(edit.isHidden) WHERE id = \(unit)
                """)
            guard changed == 1 else { throw Refusal.notFound }
            try Journal.write("edit_unit", by: teacher, on: String(unit), title, at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }

    /// Puts a unit before the one that stands before it.
    public func moveEarlier(_ unit: Int, by teacher: String) async throws {
        try await writer.write { [self] connection in
            var order = try connection.rows("SELECT id FROM unit ORDER BY place, id") { $0.integer(0) }
            guard let place = order.firstIndex(of: unit) else { throw Refusal.notFound }
            if place == 0 { return }
            order.swapAt(place, place - 1)
            for (place, id) in order.enumerated() {
                try connection.run("UPDATE unit SET place = \(place) WHERE id = \(id)")
            }
            try Journal.write("move_unit", by: teacher, on: String(unit), at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }
}

extension StringProtocol {
    /// Without white space at either end.
    func trimmed() -> String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
