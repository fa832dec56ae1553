import Testing

@testable import Assessment

@Suite struct FormAssemblerTests {
    private func candidates(_ objectives: Int, _ families: Int) -> [FormAssembler.Candidate] {
        (0..<objectives).flatMap { objective in
            (0..<families).map { .init(family: objective * 100 + $0, objective: objective) }
        }
    }

    @Test(
        "no family stands twice, each slot has its count, and the same seed draws the same form",
        arguments: UInt64(0)..<200)
    func counts(_ seed: UInt64) {
        let slots = [
            FormAssembler.Slot(objective: 0, count: 3), .init(objective: 1, count: 2), .init(objective: 2, count: 9),
        ]
        var assembler = FormAssembler(seed: seed)
        let form = assembler.draw(slots, from: candidates(3, 5))
        #expect(Set(form).count == form.count)
        #expect(form.map { $0 / 100 } == [0, 0, 0, 1, 1, 2, 2, 2, 2, 2])
        var again = FormAssembler(seed: seed)
        #expect(again.draw(slots, from: candidates(3, 5)) == form)
    }

    @Test("any bank, any seat: no family twice, the counts right, the least seen first", arguments: UInt64(0)..<500)
    func anyBank(_ seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var pool: [FormAssembler.Candidate] = []
        var slots: [FormAssembler.Slot] = []
        for objective in 0..<(1 + chance.below(6)) {
            for _ in 0..<chance.below(12) {
                pool.append(
                    .init(
                        family: pool.count, objective: objective, seen: chance.below(3), near: chance.below(4),
                        before: chance.below(4), exposure: chance.below(9), facility: Double(chance.below(11)) / 10))
            }
            slots.append(.init(objective: objective, count: chance.below(6)))
        }
        let seat = Seat(row: chance.below(5), column: chance.below(8))
        let awaiting = Seat.grid(rows: 5, columns: 8).filter { $0.isNext(to: seat) && chance.below(2) == 0 }
        let place = FormAssembler.Place(
            seat: seat, awaiting: awaiting, plan: chance.next(), attempt: 1 + chance.below(9))
        var assembler = FormAssembler(seed: seed)
        let form = assembler.draw(slots, from: pool, at: chance.below(4) == 0 ? nil : place)
        #expect(Set(form).count == form.count)
        for slot in slots {
            let whole = pool.filter { $0.objective == slot.objective }
            let drawn = whole.filter { form.contains($0.family) }
            #expect(drawn.count == min(slot.count, whole.count))
            let least = whole.map(\.seen).sorted().prefix(slot.count)
            #expect(drawn.map(\.seen).sorted() == Array(least))
        }
    }

    @Test("of a family the variant that the student has met least comes first, then the class's") func variants() {
        var assembler = FormAssembler(seed: 1)
        let variants: [FormAssembler.Variant] = [
            .init(id: 1, seen: 1, exposure: 0), .init(id: 2, seen: 0, exposure: 4), .init(id: 3, seen: 0, exposure: 3),
            .init(id: 4, seen: 0, exposure: 3),
        ]
        #expect(Set((0..<50).map { _ in assembler.choose(variants) }) == [3, 4])
    }

    @Test("what the class has met least comes before what is equal otherwise") func exposure() {
        var pool = candidates(1, 4)
        pool[0].exposure = 5
        pool[1].exposure = 5
        var assembler = FormAssembler(seed: 1)
        #expect(Set(assembler.draw([.init(objective: 0, count: 2)], from: pool)) == [2, 3])
    }

    @Test("what a neighbour has is not drawn while there is anything else", arguments: UInt64(0)..<50)
    func neighbour(_ seed: UInt64) {
        var pool = candidates(1, 4)
        for place in 0..<3 { pool[place].near = 1 }
        var assembler = FormAssembler(seed: seed)
        #expect(assembler.draw([.init(objective: 0, count: 1)], from: pool) == [3])
    }

    @Test("a form that is too easy exchanges families, but none that is seen or a neighbour's") func balance() {
        let slots = (0..<4).map { FormAssembler.Slot(objective: $0, count: 1) }
        // By chance alone some forms would hold only easy families.
        var pool = candidates(4, 4)
        for place in pool.indices {
            pool[place].facility = place % 2 == 0 ? 1 : 0
            // An objective's last two families are no choice: met before, or a neighbour's.
            pool[place].seen = place % 4 == 2 ? 1 : 0
            pool[place].near = place % 4 == 3 ? 1 : 0
        }
        for seed in UInt64(0)..<100 {
            var assembler = FormAssembler(seed: seed)
            let form = assembler.draw(slots, from: pool)
            #expect(form.allSatisfy { $0 % 100 < 2 })
            #expect(form.count { $0 % 2 == 0 } == 2)
        }
    }

    @Test("a form drawn once is drawn for ever by this version of the rules") func frozen() {
        var assembler = FormAssembler(seed: 42)
        let place = FormAssembler.Place(
            seat: Seat(row: 1, column: 2), awaiting: [Seat(row: 0, column: 2)], plan: 7, attempt: 2)
        let slots = [FormAssembler.Slot(objective: 0, count: 3), .init(objective: 1, count: 2)]
        let pool = candidates(2, 9).map { candidate in
            var candidate = candidate
            candidate.exposure = candidate.family % 3
            candidate.facility = Double(candidate.family % 7) / 7
            return candidate
        }
        #expect(FormAssembler.version == 2)
        #expect(assembler.draw(slots, from: pool, at: place) == [1, 0, 6, 102, 107])
        #expect(assembler.draw(slots, from: pool) == [7, 0, 6, 108, 102])
    }

    @Test("every option comes to every place about equally often") func shuffling() {
        var generator = SeededGenerator(seed: 42)
        var first = [0, 0, 0, 0]
        for _ in 0..<8_000 { first[generator.shuffled(4)[0]] += 1 }
        // Four standard deviations of a fair draw around 2,000.
        #expect(first.allSatisfy { abs($0 - 2_000) < 155 })
    }

    @Test("the generator is the published one") func published() {
        // The first values of SplitMix64 from seed 1234567, as its authors' reference program prints them.
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            [generator.next(), generator.next(), generator.next()] == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test(
        "a check is spread evenly over its objectives",
        arguments: [
            (10, [6, 6, 6, 6], [3, 3, 2, 2]), (10, [1, 6, 6], [1, 5, 4]), (3, [6, 6, 6, 6], [1, 1, 1]),
            (10, [2, 2], [2, 2]),
        ])
    func spread(_ length: Int, _ families: [Int], _ expected: [Int]) {
        let slots = FormAssembler.spread(length, over: families.enumerated().map { ($0.offset, $0.element) })
        #expect(slots.map(\.count) == expected)
    }
}
