extension FormAssembler {
    /// What a seat means for the families of one slot: its own by the colouring, and what the colouring means for its neighbours.
    struct Wishes {
        /// Places in the pool that are this seat's.
        private(set) var own: Set<Int> = []
        /// For each place in the pool, of how many neighbours who have yet to begin.
        private(set) var claims: [Int]

        /// A slot that asks for several families cuts its pool into as many parts, and colours each by itself.
        init(of place: Place, slot: Slot, pool: [Candidate]) {
            claims = Array(repeating: 0, count: pool.count)
            let salt = UInt64(bitPattern: Int64(slot.objective)) &* 0x9e37_79b9_7f4a_7c15
            var seed = SeededGenerator(seed: place.plan ^ salt)
            let order = seed.shuffled(pool.count)
            for part in 0..<slot.count {
                let (start, end) = (part * pool.count / slot.count, (part + 1) * pool.count / slot.count)
                guard SeatColouring.worthwhile.contains(end - start) else { continue }
                let colouring = SeatColouring(end - start, seed: &seed)
                own.insert(order[start + colouring.place(of: place.seat, attempt: place.attempt)])
                for neighbour in place.awaiting {
                    claims[order[start + colouring.place(of: neighbour, attempt: place.attempt)]] += 1
                }
            }
        }
    }

    /// What speaks against a family, weightiest first; smaller is better.
    struct Rank: Comparable {
        let seen: Int
        let near: Int
        let isOthers: Bool
        let claims: Int
        let before: Int
        let exposure: Int
        let lot: Int

        init(_ candidate: Candidate, isWished: Bool, claims: Int, lot: Int) {
            seen = candidate.seen
            near = candidate.near
            isOthers = !isWished
            self.claims = claims
            before = candidate.before
            exposure = candidate.exposure
            self.lot = lot
        }

        static func < (one: Rank, other: Rank) -> Bool {
            if one.seen != other.seen { return one.seen < other.seen }
            if one.near != other.near { return one.near < other.near }
            if one.isOthers != other.isOthers { return other.isOthers }
            if one.claims != other.claims { return one.claims < other.claims }
            if one.before != other.before { return one.before < other.before }
            if one.exposure != other.exposure { return one.exposure < other.exposure }
            return one.lot < other.lot
        }
    }
}
