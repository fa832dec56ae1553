import SQLite

extension Classroom {
    /// The latest imports of banks, newest first.
    public func imports(_ most: Int = 50) throws -> [BankRecord] {
        try readers.read { connection in
            try connection.rows(
                """
                SELECT bank.id, file_name, format, imported_at, undone_at, COUNT(family.id),
                    COALESCE(SUM((SELECT COUNT(*) FROM variant WHERE family_id = family.id)), 0),
                    COUNT(CASE WHEN EXISTS (SELECT 1 FROM form_item WHERE form_item.family_id = family.id) THEN 1 END)
                FROM (SELECT * FROM bank ORDER BY id DESC LIMIT \(most)) AS bank
                LEFT JOIN family ON bank_id = bank.id
                GROUP BY bank.id, file_name, format, imported_at, undone_at ORDER BY bank.id DESC
                """
            ) {
                BankRecord(
                    id: $0.integer(0), fileName: $0.text(1).split(separator: "/").last.map(String.init) ?? "",
                    format: $0.text(2), imported: Int64($0.integer(3)),
                    undone: $0.optionalInteger(4).map(Int64.init), families: $0.integer(5), variants: $0.integer(6),
                    drawn: $0.integer(7))
            }
        }
    }

    /// Takes a whole import back, in one transaction: what it brought leaves, and what it replaced comes back.
    ///
    /// Where no form has drawn from it, its families are deleted, with the media, objectives and units that nothing else needs.
    /// Otherwise they are retired as one, so that forms already drawn keep their questions and the box keeps their marks.
    public func undoImport(_ bank: Int, by actor: String) async throws {
        try await writer.write { [self] connection in
            let now = clock.now()
            let file = try connection.first(
                "UPDATE bank SET undone_at = \(now.wall) WHERE id = \(bank) AND undone_at IS NULL RETURNING file_name"
            ) { $0.text(0) }
            guard let file else { throw Refusal.notFound }
            try bringBack(replacedBy: bank, in: connection)
            let isDrawn = try connection.exists(
                "SELECT 1 FROM family JOIN form_item ON form_item.family_id = family.id WHERE bank_id = \(bank)")
            if isDrawn {
                try connection.run(
                    """
                    UPDATE family SET is_retired = 1, gone_with = \(bank)
                    WHERE bank_id = \(bank) AND (is_retired = 0 OR gone_with IS NOT NULL)
                    """)
            } else {
                try delete(bank, in: connection)
                // Numbers of variants that are gone may be given again.
                items.forget()
            }
            try Journal.write(
                "undo_import", by: actor, on: String(bank), "\(file): \(isDrawn ? "retired" : "deleted")", at: now,
                in: connection)
        }
        changes.tell(.room)
    }

    /// What the bank replaced comes back, except where its own version has been replaced since: then that later bank is the
    /// one to bring it back.
    private func bringBack(replacedBy bank: Int, in connection: Connection) throws {
        let replaced = try connection.rows(
            "SELECT id, objective_id, source_id FROM family WHERE gone_with = \(bank) AND bank_id <> \(bank)"
        ) { (id: $0.integer(0), objective: $0.integer(1), source: $0.text(2)) }
        for family in replaced {
            let later = try connection.first(
                """
                SELECT gone_with FROM family WHERE bank_id = \(bank) AND objective_id = \(family.objective)
                AND source_id = \(family.source) AND gone_with IS NOT NULL
                """
            ) { $0.integer(0) }
            try connection.run(
                "UPDATE family SET is_retired = \(later != nil), gone_with = \(later) WHERE id = \(family.id)")
        }
    }

    private func delete(_ bank: Int, in connection: Connection) throws {
        let objectives = try connection.rows(
            "SELECT DISTINCT objective_id FROM family WHERE bank_id = \(bank)"
        ) { $0.integer(0) }
        try connection.run("DELETE FROM variant WHERE family_id IN (SELECT id FROM family WHERE bank_id = \(bank))")
        try connection.run("DELETE FROM family WHERE bank_id = \(bank)")
        try connection.run(
            """
            DELETE FROM media WHERE name IN (SELECT name FROM bank_media WHERE bank_id = \(bank))
            AND name NOT IN (SELECT name FROM bank_media WHERE bank_id <> \(bank))
            """)
        try connection.run("DELETE FROM bank_media WHERE bank_id = \(bank)")
        for objective in objectives {
            let unit = try connection.first(
                """
                DELETE FROM objective WHERE id = \(objective)
                AND NOT EXISTS (SELECT 1 FROM family WHERE objective_id = \(objective)) RETURNING unit_id
                """
            ) { $0.integer(0) }
            // A unit that the teacher has written into stays, for the next bank.
            try connection.run(
                """
                DELETE FROM unit WHERE id = \(unit) AND prework = '' AND correctives = ''
                AND NOT EXISTS (SELECT 1 FROM objective WHERE unit_id = unit.id)
                AND NOT EXISTS (SELECT 1 FROM attempt WHERE unit_id = unit.id)
                """)
        }
    }
}
