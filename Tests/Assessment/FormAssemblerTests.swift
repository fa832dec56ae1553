import Assessment
import Testing

@Suite struct FormAssemblerTests {
    private func candidates(_ objectives: Int, _ families: Int, variants: Int = 1) -> [FormAssembler.Candidate] {
        (0..<objectives).flatMap { objective in
            (0..<families).map { family in
                let id = objective * 100 + family
                return .init(
                    family: id, objective: objective, variants: (0..<variants).map { (id: id * 1000 + $0, seen: 0) },
                    exposure: 0)
            }
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
        let form = assembler.draw(slots, from: candidates(3, 5, variants: 3))
        #expect(Set(form.map(\.family)).count == form.count)
        #expect(form.map { $0.family / 100 } == [0, 0, 0, 1, 1, 2, 2, 2, 2, 2])
        var again = FormAssembler(seed: seed)
        #expect(again.draw(slots, from: candidates(3, 5, variants: 3)) == form)
    }

    @Test("unseen families come first, then unseen variants", arguments: UInt64(0)..<50) func unseenFirst(
        _ seed: UInt64
    ) {
        var pool = candidates(1, 6, variants: 2)
        for place in 0..<3 { pool[place].variants[0].seen = 1 }
        var assembler = FormAssembler(seed: seed)
        let first = assembler.draw([.init(objective: 0, count: 3)], from: pool)
        #expect(Set(first.map(\.family)) == [3, 4, 5])
        let all = assembler.draw([.init(objective: 0, count: 6)], from: pool)
        #expect(all.filter { $0.family < 3 }.allSatisfy { $0.variant % 1000 == 1 })
    }

    @Test("what the class has met least comes before what is equal otherwise") func exposure() {
        var pool = candidates(1, 4)
        pool[0].exposure = 5
        pool[1].exposure = 5
        var assembler = FormAssembler(seed: 1)
        #expect(Set(assembler.draw([.init(objective: 0, count: 2)], from: pool).map(\.family)) == [2, 3])
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
