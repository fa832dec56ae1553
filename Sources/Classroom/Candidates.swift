import Assessment
import Mastery
import SQLite

/// What a form may draw from, in the light of what its student, the neighbours and the class have met.
struct Candidates {
    /// Families that count towards the score.
    private(set) var scored: [FormAssembler.Candidate] = []
    /// Descriptions, which introduce an objective.
    private var introductions: [(family: Int, objective: Int)] = []
    /// Where the student sits; nil without a seat.
    let place: FormAssembler.Place?
    /// How often this student has met each variant.
    private let seen: [Int: Int]

    /// For the student's `attempt`-th check of a unit.
    init(unit: Int, student: String, attempt: Int, in connection: Connection) throws {
        let met = try connection.rows(
            """
            SELECT form_item.family_id, variant_id, COUNT(*) FROM attempt JOIN form_item ON attempt_id = attempt.id
            WHERE person_id = \(student) GROUP BY form_item.family_id, variant_id
            """
        ) { (family: $0.integer(0), variant: $0.integer(1), times: $0.integer(2)) }
        seen = Dictionary(met.map { ($0.variant, $0.times) }, uniquingKeysWith: +)
        let families = Dictionary(met.map { ($0.family, $0.times) }, uniquingKeysWith: +)
        let surroundings = try Surroundings(of: student, unit: unit, attempt: attempt, in: connection)
        place = surroundings.place
        let rows = try connection.rows(
            """
            SELECT id, objective_id, is_scored, answers, earned FROM drawable_family
            WHERE unit_id = \(unit) ORDER BY id
            """
        ) {
            (family: $0.integer(0), objective: $0.integer(1), isScored: $0.bool(2), record: ($0.integer(3), $0.real(4)))
        }
        introductions = rows.filter { !$0.isScored }.map { ($0.family, $0.objective) }
        let asked = rows.filter(\.isScored)
        scored = zip(asked, Facility.estimates(asked.map(\.record))).map { row, facility in
            FormAssembler.Candidate(
                family: row.family, objective: row.objective, seen: families[row.family] ?? 0,
                near: surroundings.near[row.family] ?? 0, before: surroundings.before[row.family] ?? 0,
                exposure: surroundings.exposure[row.family] ?? 0, facility: facility)
        }
    }

    /// The families that stand before the questions of these slots.
    func introductions(to slots: [FormAssembler.Slot]) -> [Int] {
        introductions.filter { entry in slots.contains { $0.objective == entry.objective } }.map(\.family)
    }

    func variants(of family: Int, in connection: Connection) throws -> [FormAssembler.Variant] {
        try connection.rows(
            """
            SELECT variant.id, COUNT(form_item.variant_id) FROM variant
            LEFT JOIN form_item ON form_item.variant_id = variant.id
            WHERE variant.family_id = \(family) AND is_retired = 0 GROUP BY variant.id ORDER BY variant.id
            """
        ) { .init(id: $0.integer(0), seen: seen[$0.integer(0)] ?? 0, exposure: $0.integer(1)) }
    }
}
