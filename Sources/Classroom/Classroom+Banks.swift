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
            try family.variants.map { variant in
                let parameters = variant.parameters.map { "\($0.name) = \($0.value)" }.joined(separator: "\n")
                return Shelf.Variant(
                    note: variant.item.note, item: try ItemCache.encode(variant.item), parameters: parameters)
            }
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
            for media in bank.media { try Self.keep(media, of: bankID, in: connection) }
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

    private static func keep(_ media: Media, of bank: Int, in connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO media (name, type, bytes) VALUES (\(media.name), \(media.type), \(.blob(media.bytes)))
            ON CONFLICT (name) DO NOTHING
            """)
        try connection.run(
            "INSERT INTO bank_media (bank_id, name) VALUES (\(bank), \(media.name)) ON CONFLICT DO NOTHING")
    }

    /// A picture, sound or film of a question, by its name.
    public func media(_ name: String) throws -> (type: String, bytes: [UInt8]) {
        try readers.read { connection in
            let found = try connection.first("SELECT type, bytes FROM media WHERE name = \(name)") {
                ($0.text(0), $0.blob(1))
            }
            guard let found else { throw Refusal.notFound }
            return found
        }
    }

    /// `chem/1-matter.gift` → `1-matter`.
    static func title(ofFile file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
