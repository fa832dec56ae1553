/// Draws a form: which variant stands in which slot, and in which order its options are shown.
///
/// No family stands twice in a form. A student's unseen families come first, then those seen least, then those the class has
/// met least; what is still equal is drawn by the seed.
public struct FormAssembler: Sendable {
    /// A family as the assembler sees it.
    public struct Candidate: Sendable, Hashable {
        public var family: Int
        public var objective: Int
        /// How often this student has met each variant, by variant id.
        public var variants: [(id: Int, seen: Int)]
        /// How often anybody has met the family.
        public var exposure: Int

        public init(family: Int, objective: Int, variants: [(id: Int, seen: Int)], exposure: Int) {
            self.family = family
            self.objective = objective
            self.variants = variants
            self.exposure = exposure
        }

        var seen: Int { variants.reduce(0) { $0 + $1.seen } }

        public static func == (one: Candidate, other: Candidate) -> Bool { one.family == other.family }
        public func hash(into hasher: inout Hasher) { hasher.combine(family) }
    }

    /// How many items of which objective.
    public struct Slot: Sendable, Hashable {
        public var objective: Int
        public var count: Int

        public init(objective: Int, count: Int) {
            self.objective = objective
            self.count = count
        }
    }

    public struct Drawn: Sendable, Hashable {
        public var family: Int
        public var variant: Int

        public init(family: Int, variant: Int) {
            self.family = family
            self.variant = variant
        }
    }

    var generator: SeededGenerator

    public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// A slot whose objective has fewer families than it asks for gets them all.
    public mutating func draw(_ slots: [Slot], from candidates: [Candidate]) -> [Drawn] {
        var drawn: [Drawn] = []
        var used: Set<Int> = []
        for slot in slots {
            let open = candidates.filter {
                $0.objective == slot.objective && !used.contains($0.family) && !$0.variants.isEmpty
            }
            let lots = generator.shuffled(open.count)
            let ranked = zip(open, lots).sorted { one, other in
                (one.0.seen, one.0.exposure, one.1) < (other.0.seen, other.0.exposure, other.1)
            }
            for (candidate, _) in ranked.prefix(slot.count) {
                used.insert(candidate.family)
                drawn.append(Drawn(family: candidate.family, variant: leastSeen(candidate.variants)))
            }
        }
        return drawn
    }

    private mutating func leastSeen(_ variants: [(id: Int, seen: Int)]) -> Int {
        let least = variants.map(\.seen).min() ?? 0
        let open = variants.filter { $0.seen == least }
        return open[generator.below(open.count)].id
    }

    /// Spreads `length` items over objectives as evenly as their families allow; an objective is asked before a second is
    /// asked twice.
    public static func spread(_ length: Int, over families: [(objective: Int, count: Int)]) -> [Slot] {
        var slots = families.map { Slot(objective: $0.objective, count: 0) }
        var left = length
        while left > 0 {
            let before = left
            for index in slots.indices where left > 0 && slots[index].count < families[index].count {
                slots[index].count += 1
                left -= 1
            }
            if left == before { break }
        }
        return slots.filter { $0.count > 0 }
    }
}
