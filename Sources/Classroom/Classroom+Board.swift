import SQLite

extension Classroom {
    /// For how long the board celebrates.
    public static let celebrationSeconds = 12

    public var board: BoardState {
        get throws {
            let now = clock.now().wall
            let code = try setUpCode
            return try readers.read { connection in
                let open = try Settings.value(.openClass, in: connection)
                let line = try Self.line(in: connection)
                let celebrated = try connection.rows(
                    """
                    SELECT name, CASE WHEN outcome = 'silent' THEN detail ELSE '' END FROM strike
                    WHERE owed_at > \(now - Int64(Self.celebrationSeconds) * 1000) AND owed_at <= \(now) ORDER BY owed_at
                    """
                ) { ($0.text(0), $0.text(1)) }
                return BoardState(
                    setUpCode: code,
                    classTitle: try open.flatMap { id in
                        try connection.first("SELECT title FROM class WHERE id = \(id)") { $0.text(0) }
                    },
                    conferring: line.filter { $0.state == .conferring }.map(\.shortName),
                    called: line.filter { $0.state == .called }.map(\.shortName),
                    next: line.filter { $0.state == .waiting }.prefix(3).map(\.shortName),
                    waiting: line.count(where: { $0.state == .waiting }),
                    celebrated: celebrated.map(\.0), silence: celebrated.last?.1 ?? "")
            }
        }
    }
}
