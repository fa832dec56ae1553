import Assessment
import SQLite

/// Who sits where in a class.
public struct SeatPlan: Sendable, Hashable {
    public struct Student: Sendable, Hashable, Identifiable {
        public let id: String
        public let givenName: String
        public let familyName: String
        /// nil for who has no seat.
        public let seat: Seat?

        public var name: String { familyName.isEmpty ? givenName : "\(givenName) \(familyName)" }
    }

    public let classID: String
    public let classTitle: String
    public let rows: Int
    public let columns: Int
    /// Everybody in the class, in the order of a register.
    public let students: [Student]

    /// How many rows, or columns, a room may have.
    public static let size = 1...12
    /// Of a room that nobody has described yet: seven columns, and as many rows as the class needs.
    private static let usualColumns = 7

    public func student(at seat: Seat) -> Student? { students.first { $0.seat == seat } }
    public var unseated: [Student] { students.filter { $0.seat == nil } }

    static func find(_ classID: String, in connection: Connection) throws -> SeatPlan {
        guard let title = try connection.first("SELECT title FROM class WHERE id = \(classID)", { $0.text(0) }) else {
            throw Refusal.notFound
        }
        let students = try connection.rows(
            """
            SELECT person.id, given_name, family_name, seat_row, seat_column FROM membership
            JOIN person ON person.id = membership.person_id
            LEFT JOIN seat ON seat.class_id = membership.class_id AND seat.person_id = person.id
            WHERE membership.class_id = \(classID) AND role = 'student' ORDER BY given_name, family_name, person.id
            """
        ) { row in
            let seat = row.isNull(3) ? nil : Seat(row: row.integer(3), column: row.integer(4))
            return Student(id: row.text(0), givenName: row.text(1), familyName: row.text(2), seat: seat)
        }
        let stored = try connection.first(
            "SELECT seat_rows, seat_columns FROM seat_plan WHERE class_id = \(classID)"
        ) { (rows: $0.integer(0), columns: $0.integer(1)) }
        let usualRows = (students.count + usualColumns - 1) / usualColumns
        return SeatPlan(
            classID: classID, classTitle: title,
            rows: stored?.rows ?? min(size.upperBound, max(1, usualRows)), columns: stored?.columns ?? usualColumns,
            students: students)
    }

    /// Who sits where once the teacher has chosen: for each seat of this plan, row by row, a student's id or nobody's.
    ///
    /// Where a student is chosen for two seats, the new one counts, and whoever had that one gets the seat that became free: two
    /// students change places with one choice. Who is not of this class is passed over.
    func seating(_ chosen: [String]) -> [Seat: String] {
        let known = Set(students.map(\.id))
        let wishes = zip(Seat.grid(rows: rows, columns: columns), chosen).filter { known.contains($0.1) }
        let isNew = { (wish: (Seat, String)) in student(at: wish.0)?.id != wish.1 }
        var seating: [Seat: String] = [:]
        var placed: Set<String> = []
        for (seat, student) in wishes.filter(isNew) where placed.insert(student).inserted { seating[seat] = student }
        for (seat, student) in wishes.filter({ !isNew($0) }) {
            if placed.insert(student).inserted {
                seating[seat] = student
                continue
            }
            // The student has just left this seat to whoever sat where the student now is.
            let displaced = seating.first { $0.value == student }.flatMap { self.student(at: $0.key) }
            if let displaced, placed.insert(displaced.id).inserted { seating[seat] = displaced.id }
        }
        return seating
    }
}
