/// Which of a few families each seat should be given, so that no seat gets what one of its eight neighbours gets.
///
/// Seats and their eight neighbours are a king's graph, which four colours suffice for. Its colourings run in lines: each row
/// has two colours in turn, the next row two others, and where a row begins is free (or the same by columns). The seed picks
/// rows or columns, the colours and each line's beginning, so that far-away seats have little in common although they are all
/// coloured alike. More families than four give more colours, so that all are used. Each attempt moves every seat on by the
/// same number of families: what was apart stays apart, and nobody meets a family again before all have had their turn.
struct SeatColouring {
    /// How many families a pool may have. With fewer than four neighbours must share, and with more than eight they are kept
    /// apart one by one just as well; either way the other rules give more different forms.
    static let worthwhile = 4...8

    private let isByRows: Bool
    private let beginnings: UInt64
    private let shift: Int
    /// By attempt, how far every seat has moved on.
    private let steps: [Int]

    private var count: Int { steps.count }

    /// For a pool of `count` families, one of `worthwhile`.
    init(_ count: Int, seed: inout SeededGenerator) {
        isByRows = seed.below(2) == 0
        beginnings = seed.next()
        shift = seed.below(count)
        steps = seed.shuffled(count)
    }

    /// The place, from 0, of the seat's family in the pool. Attempts count from 1.
    func place(of seat: Seat, attempt: Int) -> Int {
        let (line, along) = isByRows ? (seat.row, seat.column) : (seat.column, seat.row)
        // Lines take the bands of the pool in turn; a band is two or three families wide.
        let bands = count / 2
        let band = Self.modulo(line, bands)
        let (start, end) = (band * count / bands, (band + 1) * count / bands)
        let beginning = Int(truncatingIfNeeded: beginnings >> UInt64(Self.modulo(line, 64)) & 1)
        let colour = start + Self.modulo(along + beginning, end - start)
        return Self.modulo(colour + shift + steps[Self.modulo(attempt - 1, count)], count)
    }

    private static func modulo(_ value: Int, _ divisor: Int) -> Int {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
