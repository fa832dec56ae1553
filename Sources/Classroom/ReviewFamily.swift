import SQLite

/// A family with some of its variants, as the teacher looks them through.
public struct ReviewFamily: Sendable, Identifiable {
    public struct Variant: Sendable, Hashable, Identifiable {
        public let id: Int
        /// Question and answer in one line.
        public let note: String
        /// `name = value`, a line each.
        public let parameters: String
        public let isRetired: Bool
        /// In how many forms it stands.
        public let uses: Int
    }

    public let id: Int
    public let unit: Int
    public let objective: Int
    public let title: String
    public let isRetired: Bool
    public let variants: [Variant]
    /// All that there are.
    public let count: Int
    /// From 0.
    public let page: Int
    public let pages: Int

    /// Variants that stand with their family on the unit's page.
    static let glimpse = 8
    /// Variants on a page of the family's own.
    static let pageLength = 50

    static func find(_ family: Int, page: Int, length: Int, in connection: Connection) throws -> ReviewFamily {
        let found = try connection.first(
            """
            SELECT unit_id, objective_id, family.title, is_retired,
                (SELECT COUNT(*) FROM variant WHERE family_id = family.id)
            FROM family JOIN objective ON objective.id = objective_id WHERE family.id = \(family)
            """
        ) { ($0.integer(0), $0.integer(1), $0.text(2), $0.bool(3), $0.integer(4)) }
        guard let (unit, objective, title, isRetired, count) = found else { throw Refusal.notFound }
        let pages = max(1, (count + length - 1) / length)
        let page = min(max(0, page), pages - 1)
        let variants = try connection.rows(
            """
            SELECT id, note, parameters, is_retired, (SELECT COUNT(*) FROM form_item WHERE variant_id = variant.id)
            FROM variant WHERE family_id = \(family) ORDER BY id LIMIT \(length) OFFSET \(page * length)
            """
        ) {
            Variant(
                id: $0.integer(0), note: $0.text(1), parameters: $0.text(2), isRetired: $0.bool(3),
                uses: $0.integer(4))
        }
        return ReviewFamily(
            id: family, unit: unit, objective: objective, title: title, isRetired: isRetired, variants: variants,
            count: count, page: page, pages: pages)
    }
}
