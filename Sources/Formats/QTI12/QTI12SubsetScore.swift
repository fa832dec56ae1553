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

    /// Sets of so many options are all scored, if that takes no more than `mostSteps`.
    private static let mostOptions = 12
    private static let mostSteps = 1 << 20

    /// `likely` are the sets that the rules speak of; `cost` is how many steps one scoring takes.
    init(count: Int, cost: Int, likely: [Set<Int>], score: ([Int]) -> Double) {
        var sets: [[Int]]
        if count <= Self.mostOptions, cost << count <= Self.mostSteps {
            sets = (0..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
        } else {
            let singles = (0..<count).filter { score([$0]) > 0 }
            let seeds = Array(Set(likely + [Set(singles)])).prefix(max(1, Self.mostSteps / (cost * (count + 1)))).map {
                $0
            }
            let wider = seeds.prefix(16).flatMap { seed in
                [seed] + (0..<count).map { seed.symmetricDifference([$0]) }
            }
            sets = Array(Set(seeds + wider + (0..<count).map { [$0] } + [[]])).map { $0.sorted() }
        }
        sets.sort { ($0.count, $0.description) < ($1.count, $1.description) }
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
