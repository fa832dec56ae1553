import Mastery
import SQLite

/// An attempt as the database keeps it.
public struct Attempt: Sendable, Hashable, Identifiable {
    public let id: String
    public let person: String
    public let unit: Int
    public let number: Int
    public let state: AttemptState
    /// In percent.
    public let threshold: Int
    public let joined: Int64
    public let wasParked: Bool
    public let misses: Int
    public let decidedBoot: Int64?
    public let conferenceBootID: String?
    /// As decided, or nil before.
    public let score: Score?
    public let comment: String

    static let columns = """
        attempt.id, attempt.person_id, attempt.unit_id, attempt.number, attempt.state, attempt.threshold, attempt.joined,
        attempt.was_parked, attempt.misses, attempt.decided_boot, attempt.conference_boot, attempt.earned, attempt.possible,
        attempt.comment
        """

    init(_ row: borrowing Row) {
        id = row.text(0)
        person = row.text(1)
        unit = row.integer(2)
        number = row.integer(3)
        // A state that this version does not know is one that nothing may be done to.
        state = AttemptState(rawValue: row.text(4)) ?? .void
        threshold = row.integer(5)
        joined = Int64(row.integer(6))
        wasParked = row.bool(7)
        misses = row.integer(8)
        decidedBoot = row.optionalInteger(9).map(Int64.init)
        conferenceBootID = row.optionalText(10)
        if let earned = row.optionalReal(11), let possible = row.optionalReal(12) {
            score = Score(earned: earned, possible: possible)
        } else {
            score = nil
        }
        comment = row.text(13)
    }

    static func find(_ id: String, in connection: Connection) throws -> Attempt {
        let query = SQL("SELECT \(columns: columns) FROM attempt WHERE id = \(id)")
        guard let attempt = try connection.first(query, Attempt.init) else { throw Refusal.notFound }
        return attempt
    }
}

extension SQL.StringInterpolation {
    /// Splices a list of columns that stands in the source code; never anything that came from outside.
    mutating func appendInterpolation(columns: String) { appendLiteral(columns) }
}
