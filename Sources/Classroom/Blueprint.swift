import Assessment
import SQLite

/// How a unit's check is made up: how many questions of which objective, and what is mastery.
public struct Blueprint: Sendable, Hashable {
    public struct Slot: Sendable, Hashable, Identifiable {
        /// The objective's.
        public let id: Int
        public let title: String
        /// Scored families that a check may draw from.
        public let families: Int
        /// Questions in a check.
        public let count: Int
        /// Not taught yet: what the blueprint asks of it waits until it is.
        public let isPostponed: Bool

        /// How many forms a student gets of it without meeting a family twice; nil where the check asks nothing of it.
        public var forms: Int? { count == 0 ? nil : families / count }
    }

    public let unit: Int
    public let unitTitle: String
    /// In percent.
    public let threshold: Int
    /// Whether the unit's length is spread evenly over its objectives, because the teacher has not said otherwise.
    public let isEven: Bool
    /// Every objective of the unit.
    public let slots: [Slot]

    public var length: Int { slots.reduce(0) { $0 + $1.count } }
    /// A form lasts as long as its shortest slot.
    public var forms: Int { slots.compactMap(\.forms).min() ?? 0 }

    static func find(_ unit: Int, in connection: Connection) throws -> Blueprint {
        let row = try connection.first("SELECT title, threshold, length FROM unit WHERE id = \(unit)") {
            (title: $0.text(0), threshold: $0.integer(1), length: $0.integer(2))
        }
        guard let row else { throw Refusal.notFound }
        let objectives = try connection.rows(
            """
            SELECT objective.id, objective.title, COUNT(drawable_family.id), COALESCE(slot.count, 0), is_postponed
            FROM objective
            LEFT JOIN drawable_family ON drawable_family.objective_id = objective.id AND is_scored = 1
            LEFT JOIN slot ON slot.objective_id = objective.id
            WHERE objective.unit_id = \(unit)
            GROUP BY objective.id, objective.title, slot.count, is_postponed ORDER BY objective.id
            """
        ) {
            (
                id: $0.integer(0), title: $0.text(1), families: $0.integer(2), count: $0.integer(3),
                isPostponed: $0.bool(4)
            )
        }
        let isEven = objectives.allSatisfy { $0.count == 0 }
        let even = Dictionary(
            uniqueKeysWithValues: FormAssembler.spread(row.length, over: objectives.map { ($0.id, $0.families) })
                .map { ($0.objective, $0.count) })
        return Blueprint(
            unit: unit, unitTitle: row.title, threshold: row.threshold, isEven: isEven,
            slots: objectives.map { objective in
                Slot(
                    id: objective.id, title: objective.title, families: objective.families,
                    count: isEven ? even[objective.id] ?? 0 : objective.isPostponed ? 0 : objective.count,
                    isPostponed: objective.isPostponed)
            })
    }

    /// The slots that ask for anything.
    static func slots(of unit: Int, in connection: Connection) throws -> [FormAssembler.Slot] {
        try find(unit, in: connection).assembled
    }

    var assembled: [FormAssembler.Slot] {
        slots.filter { $0.count > 0 }.map { .init(objective: $0.id, count: $0.count) }
    }
}
