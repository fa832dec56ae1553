import SQLite

/// What a unit's bank holds, for the teacher to look through: objectives, and the families of one of them, page by page.
public struct ReviewUnit: Sendable {
    public struct Objective: Sendable, Hashable, Identifiable {
        public let id: Int
        public let title: String
        /// Not taught yet.
        public let isPostponed: Bool
        public let families: Int
        public let retired: Int
    }

    public let id: Int
    public let title: String
    public let objectives: [Objective]
    /// The one whose families are shown.
    public let open: Objective?
    public let families: [ReviewFamily]
    /// From 0.
    public let page: Int
    public let pages: Int

    /// Families on a page: with the first variants of each the page stays within some hundred rows.
    static let pageLength = 25

    /// - Parameters:
    ///   - objective: the one to open; the first where it is nil or of another unit.
    ///   - page: from 0; beyond the last it is the last.
    static func find(_ unit: Int, objective: Int?, page: Int, in connection: Connection) throws -> ReviewUnit {
        guard let title = try connection.first("SELECT title FROM unit WHERE id = \(unit)", { $0.text(0) }) else {
            throw Refusal.notFound
        }
        let objectives = try connection.rows(
            """
            SELECT objective.id, objective.title, is_postponed, COUNT(family.id), COALESCE(SUM(is_retired), 0)
            FROM objective LEFT JOIN family ON objective_id = objective.id WHERE unit_id = \(unit)
            GROUP BY objective.id, objective.title, is_postponed ORDER BY objective.id
            """
        ) {
            Objective(
                id: $0.integer(0), title: $0.text(1), isPostponed: $0.bool(2), families: $0.integer(3),
                retired: $0.integer(4))
        }
        let open = objectives.first { $0.id == objective } ?? objectives.first
        let pages = max(1, ((open?.families ?? 0) + pageLength - 1) / pageLength)
        let page = min(max(0, page), pages - 1)
        let ids = try connection.rows(
            """
            SELECT id FROM family WHERE objective_id = \(open?.id) ORDER BY id
            LIMIT \(pageLength) OFFSET \(page * pageLength)
            """
        ) { $0.integer(0) }
        return ReviewUnit(
            id: unit, title: title, objectives: objectives, open: open,
            families: try ids.map {
                try ReviewFamily.find($0, page: 0, length: ReviewFamily.glimpse, in: connection)
            }, page: page, pages: pages)
    }
}
