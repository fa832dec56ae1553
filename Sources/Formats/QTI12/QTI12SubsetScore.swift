internal import Assessment

/// Finds how several choices together make a mark, by scoring all sets of options; of many options, those sets that tell most.
struct QTI12SubsetScore {
    struct Key {
        let scoring: ChoiceInteraction.Scoring
        let fractions: [Double]
        /// Whether every set that was scored has the mark that this key gives it.
        let isExact: Bool
    }

    /// Nil when no set of options earns anything.
    let key: Key?

    /// All sets are scored if that takes no more steps.
    private static let fewSteps = 1 << 14
    /// Of more options, so many steps may be spent on the sets that the rules speak of.
    private static let mostSteps = 1 << 20

    /// `likely` are the sets that the rules speak of; `cost` is how many steps one scoring takes.
    init(count: Int, cost: Int, likely: [Set<Int>], score: ([Int]) -> Double) {
        var sets: [[Int]]
        if count < 14, cost << count <= Self.fewSteps {
            sets = (0..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
        } else {
            let singles = Set((0..<count).filter { score([$0]) > 0 })
            let most = min(16, max(1, Self.mostSteps / (cost * (count + 1))))
            let seeds = ([singles] + likely).uniqued { $0 }.prefix(most)
            let near = seeds.flatMap { seed in [seed] + (0..<count).map { seed.symmetricDifference([$0]) } }
            sets = (near + (0..<count).map { [$0] } + [[]]).uniqued { $0 }.map { $0.sorted() }
        }
        // Of several sets that earn all, the smallest is the key.
        sets.sort { ($0.count, $0.reduce(0, +)) < ($1.count, $1.reduce(0, +)) }
        let scored = sets.map { ($0, score($0)) }
        guard let full = scored.map(\.1).max(), full > 0 else {
            key = nil
            return
        }
        let best = scored.first { $0.1 >= full * 0.9999 }?.0 ?? []
        let none = scored.first { $0.0.isEmpty }?.1 ?? 0
        let singles = (0..<count).map { option in (scored.first { $0.0 == [option] }?.1 ?? none) - none }
        let right = (0..<count).map { best.contains($0) }
        let candidates = [
            Key(scoring: .sum, fractions: singles.map { min(1, max(-1, $0 / full)) }, isExact: true),
            Key(scoring: .allOrNothing, fractions: right.map { $0 ? 1 : 0 }, isExact: true),
            Key(scoring: .rightAnswers, fractions: right.map { $0 ? 1 : 0 }, isExact: true),
        ]
        let exact = candidates.first { $0.fractions.contains { $0 > 0 } && $0.agrees(with: scored, full: full) }
        let whole = Key(scoring: .allOrNothing, fractions: candidates[1].fractions, isExact: false)
        key = exact ?? (best.isEmpty ? nil : whole)
    }
}

extension QTI12SubsetScore.Key {
    /// Whether the box's own mark is the share of the full score, for every set of options.
    fileprivate func agrees(with scored: [([Int], Double)], full: Double) -> Bool {
        let options = fractions.map { ChoiceInteraction.Option(text: RichText(plain: ""), fraction: $0) }
        let item = Item(
            stem: RichText(plain: ""),
            interaction: .choice(.init(options: options, isMultiple: true, scoring: scoring)))
        return scored.allSatisfy { set, score in
            abs(item.mark(.choices(set)).fraction - min(1, max(0, score / full))) < 0.001
        }
    }
}
