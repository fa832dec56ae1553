import Assessment
import SQLite

/// What a unit's check is good for: how long its bank lasts each student of a class, and what a dry run found.
public struct Forecast: Sendable {
    public struct Student: Sendable, Hashable {
        public let name: String
        /// Whole forms without a repeat that are left.
        public let forms: Int
        /// Titles of the objectives that are short.
        public let short: [String]
        /// By slot, families not met yet.
        public let unseen: [Int]
    }

    /// What would help the whole class.
    public struct Advice: Sendable, Hashable {
        /// Titles of the objectives that are short for most.
        public let objectives: [String]
        /// Families more in each of them.
        public let families: Int
        /// Attempts without a repeat that the class gains.
        public let attempts: Int
    }

    public let blueprint: Blueprint
    /// The slots that ask for anything, in order.
    public let slots: [Blueprint.Slot]
    public let classTitle: String
    public let students: [Student]
    public let advice: Advice?

    /// Families that the advice adds: what an afternoon of writing gives.
    private static let addition = 3

    /// For the class that the room is open for, or the first there is; nil without a class.
    static func find(_ unit: Int, in connection: Connection) throws -> Forecast {
        let blueprint = try Blueprint.find(unit, in: connection)
        let slots = blueprint.slots.filter { $0.count > 0 }
        let home = try connection.first(
            """
            SELECT id, title FROM class ORDER BY id = (SELECT value FROM setting WHERE name = 'open_class') DESC, title, id
            LIMIT 1
            """
        ) { (id: $0.text(0), title: $0.text(1)) }
        let students = try home.map { try SeatPlan.find($0.id, in: connection).students } ?? []
        var met: [String: [Int: Int]] = [:]
        let rows = try connection.rows(
            """
            SELECT attempt.person_id, objective_id, COUNT(DISTINCT form_item.family_id) FROM membership
            JOIN attempt ON attempt.person_id = membership.person_id JOIN form_item ON attempt_id = attempt.id
            JOIN drawable_family ON drawable_family.id = form_item.family_id
            WHERE class_id = \(home?.id) AND drawable_family.unit_id = \(unit) AND is_scored = 1
            GROUP BY attempt.person_id, objective_id
            """
        ) { (person: $0.text(0), objective: $0.integer(1), count: $0.integer(2)) }
        for row in rows { met[row.person, default: [:]][row.objective] = row.count }
        let runway = Runway(
            blueprint.assembled,
            unseen: students.map { student in
                slots.map { max(0, $0.families - (met[student.id]?[$0.id] ?? 0)) }
            })
        let short = runway.shortForMost
        return Forecast(
            blueprint: blueprint, slots: slots, classTitle: home?.title ?? "",
            students: students.enumerated().map { place, student in
                Student(
                    name: student.name, forms: runway.forms(place), short: runway.short(place).map { slots[$0].title },
                    unseen: runway.unseen[place])
            },
            advice: short.isEmpty
                ? nil
                : Advice(
                    objectives: short.map { slots[$0].title }, families: addition,
                    attempts: runway.gain(addition, in: short)))
    }
}
