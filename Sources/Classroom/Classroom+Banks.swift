import Assessment
import Formats
import SQLite

extension Classroom {
    /// Takes in a bank, in one transaction; returns how many families the box had in the very same form.
    ///
    /// A category path gives unit and objective by its last two parts; a path of one part is an objective of the unit named
    /// for the file, and questions without a category become one objective of that name. A question that the box has in the
    /// very same form is known; one with the source's own id and another text replaces what it was, for forms to come.
    func store(_ bank: BankImport, named file: String, by actor: String) async throws -> Int {
        let title = Self.title(ofFile: file)
        // Encoding is the slow part and needs no database.
        let encoded = try bank.families.map { family in
            try family.variants.map { (note: $0.note, item: try ItemCache.encode($0)) }
        }
        let known = try await writer.write { [self] connection in
            let now = clock.now()
            let bankID = try connection.first(
                """
                INSERT INTO bank (title, file_name, format, imported_at)
                VALUES (\(title), \(file), \(bank.format), \(now.wall)) RETURNING id
                """
            ) { $0.integer(0) }
            guard let bankID else { throw Refusal.notFound }
            var shelf = Shelf(bank: bankID, bankTitle: title)
            var known = 0
            for (family, variants) in zip(bank.families, encoded) {
                if try !shelf.put(family, variants, in: connection) { known += 1 }
            }
            try shelf.finish(in: connection)
            try Journal.write(
                "import_bank", by: actor, on: String(bankID),
                "\(file): \(bank.families.count) of \(bank.questionsFound)",
                at: now, in: connection)
            return known
        }
        changes.tell(.room)
        return known
    }

    /// `chem/1-matter.gift` → `1-matter`.
    static func title(ofFile file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
