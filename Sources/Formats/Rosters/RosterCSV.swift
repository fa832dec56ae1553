/// Reads a roster from a table with named columns, or from a bare list of names.
struct RosterCSV {
    private var roster = Roster(format: "CSV")
    private var classes: [String: Int] = [:]
    /// Where each student was first met, by identifier, user name, or name and class.
    private var known: [String: (place: Int, line: Int)] = [:]

    static func read(_ files: [(name: String, text: PlainTextFile)]) throws(UnreadableFile) -> Roster {
        var reader = RosterCSV()
        for file in files {
            reader.roster.notices += file.text.notices.map { notice in
                Omission(file: file.name, line: notice.line, reason: notice.reason)
            }
            try reader.read(CSVTable(file.text.bytes).rows, named: file.name)
        }
        return reader.roster
    }

    private mutating func read(_ rows: [CSVTable.Row], named file: String) throws(UnreadableFile) {
        guard let first = rows.first else {
            throw UnreadableFile(reason: "\(file) is empty. Choose a file with a row for each student.")
        }
        // A title may stand above the names of the columns.
        for (place, row) in rows.prefix(5).enumerated() {
            guard let header = RosterHeader(row.cells) else { continue }
            for row in rows.dropFirst(place + 1) { take(row, header, file) }
            return
        }
        guard rows.allSatisfy({ $0.cells.count == 1 }), let header = RosterHeader(["Name"]) else {
            throw UnreadableFile(
                reason:
                    "\(file) has no column of names. Name the columns in its first row, such as: First name, Last name."
            )
        }
        roster.notices.append(
            Omission(
                file: file, line: first.line,
                reason: "The file names no columns. Each line was taken for a student's name."))
        for row in rows { take(row, header, file) }
    }

    private mutating func take(_ row: CSVTable.Row, _ header: RosterHeader, _ file: String) {
        var student = RosterStudent(givenName: row[header.givenName], familyName: row[header.familyName])
        if student.givenName.isEmpty, student.familyName.isEmpty {
            // An unquoted "Doe, Jane" in the only column is two cells.
            let name = header.count == 1 && row.cells.count == 2 ? row.cells.joined(separator: ", ") : row[header.name]
            (student.givenName, student.familyName, student.displayName) = Self.split(name)
        }
        guard !student.name.isEmpty else {
            roster.omissions.append(
                Omission(file: file, line: row.line, reason: "The row has no name. Add one, or delete the row."))
            return
        }
        if !row[header.displayName].isEmpty { student.displayName = row[header.displayName] }
        student.sourceID = row[header.identifier].isEmpty ? nil : row[header.identifier]
        student.username = row[header.username].isEmpty ? nil : row[header.username]
        for name in row[header.className].split(whereSeparator: { $0 == ";" || $0 == "|" }) {
            let place = place(ofClass: String(name.drop { $0 == " " }))
            if !student.classes.contains(place) { student.classes.append(place) }
        }
        add(student, file, row.line)
    }

    private mutating func place(ofClass name: String) -> Int {
        if let place = classes[name] { return place }
        classes[name] = roster.classes.count
        roster.classes.append(RosterClass(name: name))
        return roster.classes.count - 1
    }

    /// A student who is met again in another class is in both; a row that says nothing new is reported.
    private mutating func add(_ student: RosterStudent, _ file: String, _ line: Int) {
        let key =
            student.sourceID.map { "id \($0)" } ?? student.username.map { "user \($0)" }
            ?? "name \(student.name)\t\(student.classes)"
        guard let (place, firstLine) = known[key] else {
            known[key] = (roster.students.count, line)
            roster.students.append(student)
            return
        }
        let added = student.classes.filter { !roster.students[place].classes.contains($0) }
        let name = roster.students[place].name
        if name == student.name, !added.isEmpty {
            roster.students[place].classes += added
            return
        }
        let reason =
            name == student.name
            ? "\(name) is in line \(firstLine) already. Delete one of the two rows."
            : "\(student.name) has the same identifier as \(name) in line \(firstLine). Correct one of them."
        roster.omissions.append(Omission(file: file, line: line, reason: reason))
    }

    /// "Doe, Jane" and "Jane Doe". The latter is kept as it stands too: where a family name begins is not always known.
    private static func split(_ name: String) -> (given: String, family: String, display: String?) {
        if let comma = name.firstIndex(of: ",") {
            let given = name[comma...].dropFirst().drop { $0 == " " }
            if !given.isEmpty { return (String(given), String(name[..<comma]), nil) }
        }
        guard let space = name.lastIndex(of: " ") else { return (name, "", nil) }
        return (String(name[..<space]), String(name[space...].dropFirst()), name)
    }
}
