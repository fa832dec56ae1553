import Assessment
import Formats

extension Classroom {
    /// Questions of the box as a file for elsewhere, with what they show.
    public func export(_ families: [Family], as format: BankFormat) -> ExportedBank {
        exportBank(families, as: format) { try? media($0).bytes }
    }

    /// The questions in use, as their banks could be written again; of one unit, by its title, or of all.
    ///
    /// Category paths are unit and objective, as the box keeps them. Tags are not kept in the box.
    ///
    /// - Parameter most: so many variants of each, its first ones; all of them if it is nil.
    public func families(ofUnit title: String? = nil, variants most: Int? = nil) throws -> [Family] {
        try readers.read { connection in
            let rows = try connection.rows(
                """
                SELECT family.id, source_id, family.title, template, unit.title, objective.title
                FROM family JOIN objective ON objective.id = objective_id JOIN unit ON unit.id = unit_id
                WHERE family.is_retired = 0 AND (\(title) IS NULL OR unit.title = \(title))
                ORDER BY unit.place, objective.id, family.id
                """
            ) { row in
                (
                    id: row.integer(0), source: row.optionalText(1), title: row.text(2), template: row.optionalText(3),
                    category: [row.text(4), row.text(5)]
                )
            }
            return try rows.map { row in
                let stored = try connection.rows(
                    """
                    SELECT item, parameters FROM variant WHERE family_id = \(row.id) AND is_retired = 0
                    ORDER BY id LIMIT \(most ?? -1)
                    """
                ) { ($0.text(0), $0.text(1)) }
                let variants = try stored.map { item, lines in
                    Variant(try ItemCache.decode(item), parameters: Self.parameters(lines))
                }
                return Family(
                    sourceID: row.source, title: row.title, category: row.category, variants: variants,
                    template: row.template)
            }
        }
    }

    /// `name = value`, a line each.
    private static func parameters(_ lines: String) -> [Variant.Parameter] {
        lines.split(separator: "\n").compactMap { (line: Substring) -> Variant.Parameter? in
            guard let sign = line.firstRange(of: " = ") else { return nil }
            return .init(name: String(line[..<sign.lowerBound]), value: String(line[sign.upperBound...]))
        }
    }
}
