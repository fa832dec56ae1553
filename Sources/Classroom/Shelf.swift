import Assessment
import SQLite

/// Puts the families of one bank where they belong, making units and objectives as they are met.
struct Shelf {
    /// A variant as it is stored.
    struct Variant: Sendable {
        let note: String
        let item: String
        /// `name = value`, a line each.
        let parameters: String
    }

    private let bank: Int
    private let bankTitle: String
    private var units: [String: Int] = [:]
    private var objectives: [[String]: Int] = [:]
    private var newUnits: [Int] = []

    /// What the teacher retired, or whose key was repaired, is known all the same: an import does not bring it back as it was.
    private static let stands: SQL = "(family.is_retired = 0 OR family.gone_with IS NULL)"

    /// Items in the check of a new unit, where the bank has that many.
    private static let usualLength = 10

    init(bank: Int, bankTitle: String) {
        self.bank = bank
        self.bankTitle = bankTitle
    }

    /// Stores a family and its variants; false when the box has it already.
    mutating func put(_ family: Family, _ variants: [Variant], in connection: Connection) throws
        -> Bool
    {
        let (unit, objectiveTitle) = place(of: family)
        let objective = try objective(objectiveTitle, ofUnit: unit, in: connection)
        guard let first = variants.first else { return false }
        let isKnown = try connection.exists(
            """
            SELECT 1 FROM family JOIN variant ON variant.family_id = family.id
            WHERE objective_id = \(objective) AND \(Self.stands) AND item = \(first.item) AND family.bank_id <> \(bank)
            UNION ALL
            SELECT 1 FROM key_repair JOIN variant ON variant.id = variant_id JOIN family ON family.id = family_id
            WHERE old_item = \(first.item) AND objective_id = \(objective) AND \(Self.stands) AND bank_id <> \(bank)
            """)
        if isKnown { return false }
        if let source = family.sourceID {
            try connection.run(
                """
                UPDATE family SET is_retired = 1, gone_with = \(bank) WHERE objective_id = \(objective)
                AND source_id = \(source) AND bank_id <> \(bank) AND is_retired = 0
                """)
        }
        let isScored = family.variants.contains { $0.item.isScored }
        let id = try connection.first(
            """
            INSERT INTO family (bank_id, objective_id, source_id, title, is_scored, template)
            VALUES (\(bank), \(objective), \(family.sourceID), \(family.title), \(isScored), \(family.template)) RETURNING id
            """
        ) { $0.integer(0) }
        guard let id else { throw Refusal.notFound }
        for variant in variants {
            try connection.run(
                """
                INSERT INTO variant (family_id, note, item, parameters)
                VALUES (\(id), \(variant.note), \(variant.item), \(variant.parameters))
                """)
        }
        return true
    }

    /// Gives new units a check of the usual length, or of all there is.
    func finish(in connection: Connection) throws {
        for unit in newUnits {
            let families =
                try connection.first(
                    """
                    SELECT COUNT(*) FROM drawable_family WHERE unit_id = \(unit) AND is_scored = 1
                    """
                ) { $0.integer(0) } ?? 0
            try connection.run("UPDATE unit SET length = \(max(1, min(Self.usualLength, families))) WHERE id = \(unit)")
        }
    }

    private func place(of family: Family) -> (unit: String, objective: String) {
        switch family.category.count {
        case 0: (bankTitle, bankTitle)
        case 1: (bankTitle, family.category[0])
        default: (family.category[family.category.count - 2], family.category[family.category.count - 1])
        }
    }

    private mutating func objective(_ title: String, ofUnit unit: String, in connection: Connection) throws -> Int {
        if let known = objectives[[unit, title]] { return known }
        let unitID = try self.unit(unit, in: connection)
        let found =
            try connection.first("SELECT id FROM objective WHERE unit_id = \(unitID) AND title = \(title)") {
                $0.integer(0)
            }
            ?? connection.first("INSERT INTO objective (unit_id, title) VALUES (\(unitID), \(title)) RETURNING id") {
                $0.integer(0)
            }
        guard let found else { throw Refusal.notFound }
        objectives[[unit, title]] = found
        return found
    }

    private mutating func unit(_ title: String, in connection: Connection) throws -> Int {
        if let known = units[title] { return known }
        if let found = try connection.first("SELECT id FROM unit WHERE title = \(title)", { $0.integer(0) }) {
            units[title] = found
            return found
        }
        let made = try connection.first(
            """
            INSERT INTO unit (title, place, length)
            VALUES (\(title), (SELECT COALESCE(MAX(place), 0) + 1 FROM unit), \(Self.usualLength)) RETURNING id
            """
        ) { $0.integer(0) }
        guard let made else { throw Refusal.notFound }
        units[title] = made
        newUnits.append(made)
        return made
    }
}
