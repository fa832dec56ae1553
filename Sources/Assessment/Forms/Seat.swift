/// A place on the seat map: rows from the front, columns from the left, both from 0.
public struct Seat: Sendable, Hashable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Beside, before, behind or across a corner: the up to eight seats from which a screen can be read.
    public func isNext(to other: Seat) -> Bool {
        self != other && abs(row - other.row) <= 1 && abs(column - other.column) <= 1
    }
}

extension Seat {
    /// Every seat of a room, row by row.
    public static func grid(rows: Int, columns: Int) -> [Seat] {
        (0..<rows).flatMap { row in (0..<columns).map { Seat(row: row, column: $0) } }
    }
}
