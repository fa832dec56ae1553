/// Reads OneRoster 1.0, 1.1 and 1.2 (CSV): users, and where they are given classes, enrollments and roles.
struct OneRoster {
    private var roster = Roster(format: "OneRoster")
    private var students: [String: Int] = [:]
    private var classes: [String: Int] = [:]
    private let tables: [OneRosterTable]

    static func read(_ tables: [OneRosterTable]) throws(UnreadableFile) -> Roster {
        guard tables.contains(where: { $0.kind == .users }) else {
            throw UnreadableFile(reason: "The files hold no users. Add users.csv of the same export.")
        }
        var reader = OneRoster(tables: tables)
        reader.readClasses()
        reader.readUsers()
        reader.readEnrollments()
        return reader.roster
    }

    private init(tables: [OneRosterTable]) {
        self.tables = tables
    }

    private mutating func readClasses() {
        forEachActive(.classes) { reader, table, row in
            let identifier = table.value("sourcedid", of: row)
            let title = table.value("title", of: row)
            guard reader.classes[identifier] == nil else {
                return "The class \(identifier) is in the file twice. Delete one row."
            }
            reader.classes[identifier] = reader.roster.classes.count
            reader.roster.classes.append(RosterClass(sourceID: identifier, name: title.isEmpty ? identifier : title))
            return nil
        }
    }

    private mutating func readUsers() {
        let roles = knownRoles()
        var others = 0
        forEachActive(.users) { reader, table, row in
            let identifier = table.value("sourcedid", of: row)
            let role = table.value("role", of: row).lowercased()
            let isStudent = role.isEmpty ? roles[identifier] ?? roles.isEmpty : Self.isStudent(role)
            guard isStudent else {
                others += 1
                return nil
            }
            let student = RosterStudent(
                sourceID: identifier, givenName: table.value("givenname", of: row),
                familyName: table.value("familyname", of: row), displayName: Self.preferredName(table, row),
                username: table.value("username", of: row).isEmpty ? nil : table.value("username", of: row))
            if student.name.isEmpty { return "The user \(identifier) has no name. Add one, or delete the row." }
            if reader.students[identifier] != nil {
                return "The user \(identifier) is in the file twice. Delete one row."
            }
            reader.students[identifier] = reader.roster.students.count
            reader.roster.students.append(student)
            return nil
        }
        if others > 0 {
            roster.notices.append(Omission(line: 1, reason: "Users who are not students were passed over: \(others)."))
        }
    }

    /// Puts students into their classes; without enrollments, all into the only class there is.
    private mutating func readEnrollments() {
        let hasClasses = tables.contains { $0.kind == .classes }
        guard tables.contains(where: { $0.kind == .enrollments }) else {
            if roster.classes.isEmpty { roster.classes = [RosterClass(name: "Class")] }
            if roster.classes.count == 1 {
                for place in roster.students.indices { roster.students[place].classes = [0] }
            } else {
                roster.notices.append(
                    Omission(
                        line: 1, reason: "Who is in which class is not told. Add enrollments.csv of the same export."))
            }
            return
        }
        let users = Set(
            tables.filter { $0.kind == .users }.flatMap { table in
                table.rows.map { table.value("sourcedid", of: $0) }
            })
        forEachActive(.enrollments) { reader, table, row in
            let user = table.value("usersourcedid", of: row)
            let identifier = table.value("classsourcedid", of: row)
            guard users.contains(user) else { return "The enrollment names the user \(user), who is not in users.csv." }
            // A teacher's enrollment, or that of a user who was passed over.
            guard let student = reader.students[user], Self.isStudent(table.value("role", of: row), orEmpty: true)
            else { return nil }
            if !hasClasses, reader.classes[identifier] == nil {
                reader.classes[identifier] = reader.roster.classes.count
                reader.roster.classes.append(RosterClass(sourceID: identifier, name: identifier))
            }
            guard let place = reader.classes[identifier] else {
                return "The enrollment names the class \(identifier), which is not in classes.csv or no longer active."
            }
            if !reader.roster.students[student].classes.contains(place) {
                reader.roster.students[student].classes.append(place)
            }
            return nil
        }
    }

    /// Whether a user is a student by `roles.csv` (1.2) or by enrollments; empty when neither tells of anyone.
    private func knownRoles() -> [String: Bool] {
        var roles: [String: Bool] = [:]
        for kind in [OneRosterTable.Kind.roles, .enrollments] {
            var found: [String: Bool] = [:]
            for table in tables where table.kind == kind {
                for row in table.rows where table.isActive(row) && !table.value("role", of: row).isEmpty {
                    let user = table.value("usersourcedid", of: row)
                    found[user] = found[user] == true || Self.isStudent(table.value("role", of: row))
                }
            }
            roles.merge(found) { first, _ in first }
        }
        return roles
    }

    private static func isStudent(_ role: String, orEmpty: Bool = false) -> Bool {
        orEmpty && role.isEmpty || role.lowercased().split { !$0.isLetter }.contains("student")
    }

    private static func preferredName(_ table: OneRosterTable, _ row: CSVTable.Row) -> String? {
        let given = table.value("preferredfirstname", of: row)
        if given.isEmpty { return nil }
        let family = table.value("preferredlastname", of: row)
        return "\(given) \(family.isEmpty ? table.value("familyname", of: row) : family)"
    }

    /// Gives each active row of one kind to `take`, which returns why it cannot come in; rows marked as gone are counted.
    private mutating func forEachActive(
        _ kind: OneRosterTable.Kind, _ take: (inout OneRoster, OneRosterTable, CSVTable.Row) -> String?
    ) {
        for table in tables where table.kind == kind {
            var gone = 0
            for row in table.rows {
                guard table.isActive(row) else {
                    gone += 1
                    continue
                }
                let names: [String] =
                    kind == .users || kind == .classes ? ["sourcedid"] : ["usersourcedid", "classsourcedid"]
                let missing = names.contains { table.value($0, of: row).isEmpty }
                let reason =
                    missing
                    ? "The row has no identifier (sourcedId). Export it again, or delete the row."
                    : take(&self, table, row)
                if let reason { roster.omissions.append(Omission(file: table.file, line: row.line, reason: reason)) }
            }
            if gone > 0 {
                roster.notices.append(
                    Omission(file: table.file, line: 1, reason: "Rows that are not active were passed over: \(gone)."))
            }
        }
    }
}
