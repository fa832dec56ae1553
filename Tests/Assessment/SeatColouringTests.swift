import Testing

@testable import Assessment

@Suite struct SeatColouringTests {
    @Test(
        "with four families or more no seat is given what one of its eight neighbours is",
        arguments: 4...8)
    func apart(_ families: Int) {
        let seats = Seat.grid(rows: 6, columns: 7)
        for seed in UInt64(0)..<100 {
            var generator = SeededGenerator(seed: seed)
            let colouring = SeatColouring(families, seed: &generator)
            for attempt in 1...families {
                for seat in seats {
                    let own = colouring.place(of: seat, attempt: attempt)
                    #expect((0..<families).contains(own))
                    for other in seats where other.isNext(to: seat) {
                        #expect(colouring.place(of: other, attempt: attempt) != own)
                    }
                }
            }
        }
    }

    @Test("a seat is given every family once before one comes again", arguments: SeatColouring.worthwhile)
    func everyFamily(_ families: Int) {
        for seed in UInt64(0)..<100 {
            var generator = SeededGenerator(seed: seed)
            let colouring = SeatColouring(families, seed: &generator)
            let seat = Seat(row: 3, column: 4)
            let given = (1...2 * families).map { colouring.place(of: seat, attempt: $0) }
            #expect(Set(given.prefix(families)) == Set(0..<families))
            #expect(given.prefix(families) == given.suffix(families))
        }
    }
}
