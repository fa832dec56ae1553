/// One file of a OneRoster export, its columns found by name; `ext_…`, `metadata.…` and all unknown ones are passed over.
struct OneRosterTable {
    enum Kind {
        case users
        case enrollments
        case classes
        case roles
    }

    let file: String
    /// `nil` for a file that says nothing about students and classes.
    let kind: Kind?
    let rows: ArraySlice<CSVTable.Row>
    private let columns: [String: Int]

    /// `nil` when the file is not OneRoster's: no column ends in `sourcedId`.
    init?(_ bytes: [UInt8], named file: String) {
        let table = CSVTable(bytes)
        var columns: [String: Int] = [:]
        for (place, cell) in (table.rows.first?.cells ?? []).enumerated() {
            let key = Self.key(cell)
            if columns[key] == nil { columns[key] = place }
        }
        guard columns.keys.contains(where: { $0.hasSuffix("sourcedid") }) else { return nil }
        self.file = file
        self.columns = columns
        rows = table.rows.dropFirst()
        let has = { (names: String...) in names.allSatisfy { columns[$0] != nil } }
        kind =
            has("givenname", "familyname")
            ? .users
            : has("classsourcedid", "usersourcedid")
                ? .enrollments
                : has("usersourcedid", "role")
                    ? .roles
                    : has("title", "coursesourcedid") || has("title", "classcode") || has("title", "classtype")
                        ? .classes : nil
    }

    func value(_ name: String, of row: CSVTable.Row) -> String { row[columns[name]] }

    func has(_ name: String) -> Bool { columns[name] != nil }

    /// An empty status is active.
    func isActive(_ row: CSVTable.Row) -> Bool {
        let status = value("status", of: row).lowercased()
        return (status.isEmpty || status == "active") && value("enableduser", of: row).lowercased() != "false"
    }

    /// Letters and digits in lower case, with the slips that are met in real files put right.
    private static func key(_ cell: String) -> String {
        let key = RosterHeader.key(cell)
        switch key {
        case "firstname": return "givenname"
        case "lastname", "surname": return "familyname"
        default:
            guard key.hasSuffix("sourceid") else { return key }
            return key.dropLast("sourceid".count) + "sourcedid"
        }
    }
}
