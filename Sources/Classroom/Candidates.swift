import Assessment
import SQLite

/// The families that a form may draw from, with what this student and the class have met.
struct Candidates {
    /// Families that count towards the score.
    var scored: [FormAssembler.Candidate] = []
    /// Descriptions, which introduce an objective.
    var introductions: [FormAssembler.Candidate] = []

    static func read(unit: Int, student: String, in connection: Connection) throws -> Candidates {
        let seen = Dictionary(
            try connection.rows(
                """
                SELECT variant_id, COUNT(*) FROM form_item JOIN attempt ON attempt.id = attempt_id
                WHERE person_id = \(student) GROUP BY variant_id
                """
            ) { ($0.integer(0), $0.integer(1)) }, uniquingKeysWith: +)
        let exposure = Dictionary(
            try connection.rows(
                """
                SELECT form_item.family_id, COUNT(*) FROM form_item JOIN attempt ON attempt.id = attempt_id
                WHERE unit_id = \(unit) GROUP BY form_item.family_id
                """
            ) { ($0.integer(0), $0.integer(1)) }, uniquingKeysWith: +)
        let rows = try connection.rows(
            """
            SELECT family.id, objective_id, is_scored, variant.id FROM family
            JOIN objective ON objective.id = objective_id JOIN variant ON variant.family_id = family.id
            WHERE unit_id = \(unit) AND family.is_retired = 0 AND variant.is_retired = 0 ORDER BY objective_id, family.id, variant.id
            """
        ) { (family: $0.integer(0), objective: $0.integer(1), isScored: $0.bool(2), variant: $0.integer(3)) }
        var candidates = Candidates()
        for row in rows {
            let variant = (id: row.variant, seen: seen[row.variant] ?? 0)
            let list = row.isScored ? \Candidates.scored : \Candidates.introductions
            if candidates[keyPath: list].last?.family == row.family {
                candidates[keyPath: list][candidates[keyPath: list].count - 1].variants.append(variant)
            } else {
                candidates[keyPath: list].append(
                    .init(
                        family: row.family, objective: row.objective, variants: [variant],
                        exposure: exposure[row.family] ?? 0))
            }
        }
        return candidates
    }

    /// How many scored families each objective has, in order.
    var objectives: [(objective: Int, count: Int)] {
        var counts: [(objective: Int, count: Int)] = []
        for candidate in scored {
            if counts.last?.objective == candidate.objective {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((candidate.objective, 1))
            }
        }
        return counts
    }
}
