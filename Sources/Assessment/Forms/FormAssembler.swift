/// Draws a form: which family stands in which slot, which of its variants, and in which order its options are shown.
///
/// No family stands twice in a form. What decides between the families of an objective, in this order: what the student has met
/// least; what fewest neighbours have before them; what `SeatColouring` means for the seat, and otherwise what it means for
/// fewest neighbours who have yet to begin; what fewest neighbours have had before; what the class has met least; the seed. Where answers tell easy families
/// from hard ones, a form that came out easier or harder than others exchanges a few for equals (`FormAssembler+Balance`).
public struct FormAssembler: Sendable {
    /// Of the rules by which families are chosen. Stored with each attempt, beside the seed and the generator's version.
    public static let version = 2

    /// A family as the assembler sees it.
    public struct Candidate: Sendable, Hashable {
        public var family: Int
        public var objective: Int
        /// How often this student has met the family.
        public var seen: Int
        /// How many neighbours have it before them now, or had it on this same attempt.
        public var near: Int
        /// How many neighbours had it on an attempt that is over.
        public var before: Int
        /// How many of the class have had it on this same attempt.
        public var exposure: Int
        /// The share of points that those who answered it got, from 0 to 1.
        public var facility: Double

        public init(
            family: Int, objective: Int, seen: Int = 0, near: Int = 0, before: Int = 0, exposure: Int = 0,
            facility: Double = 0.5
        ) {
            self.family = family
            self.objective = objective
            self.seen = seen
            self.near = near
            self.before = before
            self.exposure = exposure
            self.facility = facility
        }
    }

    /// A variant of a family that was drawn.
    public struct Variant: Sendable, Hashable {
        public var id: Int
        /// How often this student has met it.
        public var seen: Int
        /// How often anybody of the class has.
        public var exposure: Int

        public init(id: Int, seen: Int = 0, exposure: Int = 0) {
            self.id = id
            self.seen = seen
            self.exposure = exposure
        }
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

    /// Where the student sits, for whom the form is.
    public struct Place: Sendable, Hashable {
        public var seat: Seat
        /// Those next to it whose students have yet to begin this attempt.
        public var awaiting: [Seat]
        /// The same for all who share a seat map.
        public var plan: UInt64
        /// From 1.
        public var attempt: Int

        public init(seat: Seat, awaiting: [Seat], plan: UInt64, attempt: Int) {
            self.seat = seat
            self.awaiting = awaiting
            self.plan = plan
            self.attempt = attempt
        }
    }

    var generator: SeededGenerator

    public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// The families of a form, slot by slot. `candidates` are in the order of their ids; a slot whose objective has fewer families
    /// than it asks for gets them all. Without a place (who sits nowhere) neighbours count for nothing but what `near` says.
    public mutating func draw(_ slots: [Slot], from candidates: [Candidate], at place: Place? = nil) -> [Int] {
        var form = Form()
        for slot in slots {
            var pool = candidates.filter { $0.objective == slot.objective && !form.families.contains($0.family) }
            let wishes = place.map { Wishes(of: $0, slot: slot, pool: pool) }
            let lots = generator.shuffled(pool.count)
            var ranks = pool.indices.map { index in
                Rank(
                    pool[index], isWished: wishes?.own.contains(index) ?? false, claims: wishes?.claims[index] ?? 0,
                    lot: lots[index])
            }
            for _ in 0..<min(slot.count, pool.count) {
                guard let best = ranks.indices.min(by: { ranks[$0] < ranks[$1] }) else { break }
                form.take(pool.remove(at: best), ranks.remove(at: best))
            }
            form.leave(pool, ranks)
        }
        form.balance()
        return form.families
    }

    /// Which of a family's variants, at least one: what the student has met least, then what the class has.
    public mutating func choose(_ variants: [Variant]) -> Int {
        let least = variants.map { ($0.seen, $0.exposure) }.min(by: <) ?? (0, 0)
        let open = variants.filter { ($0.seen, $0.exposure) == least }
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
