extension FormAssembler {
    /// A form while it is put together: what it holds, and what it left.
    struct Form {
        private var taken: [(candidate: Candidate, rank: Rank)] = []
        private var left: [(candidate: Candidate, rank: Rank)] = []

        var families: [Int] { taken.map(\.candidate.family) }

        mutating func take(_ candidate: Candidate, _ rank: Rank) { taken.append((candidate, rank)) }

        mutating func leave(_ pool: [Candidate], _ ranks: [Rank]) {
            left += zip(pool, ranks).map { ($0, $1) }
        }

        /// Exchanges families for others that are as unseen, as far from the neighbours and hardly more used, while that brings
        /// the form closer to the points that an average form would earn. A form that is far off may also take what the
        /// colouring means for a neighbour who has yet to begin.
        ///
        /// Sud, West and Zilles (2019) halve the spread of forms' difficulty by choosing among many; here one form is mended.
        mutating func balance() {
            var excess = self.excess
            for _ in taken where abs(excess) > Self.tolerance {
                var best: (taken: Int, left: Int, excess: Double)?
                for (place, own) in taken.enumerated() {
                    for (other, spare) in left.enumerated() {
                        let after = excess - own.candidate.facility + spare.candidate.facility
                        guard abs(after) < abs(best?.excess ?? excess) - 1e-9,
                            own.candidate.objective == spare.candidate.objective, own.rank.seen == spare.rank.seen,
                            own.rank.near >= spare.rank.near, own.rank.exposure + 1 >= spare.rank.exposure,
                            own.rank.claims >= spare.rank.claims || abs(excess) > Self.farOff
                        else { continue }
                        best = (place, other, after)
                    }
                }
                guard let best else { return }
                (taken[best.taken], left[best.left]) = (left[best.left], taken[best.taken])
                excess = best.excess
            }
        }

        /// In points. A tenth is nothing that anybody could notice.
        private static let tolerance = 0.1
        private static let farOff = 0.5

        /// Points that the form earns beyond those of an average form of the same objectives.
        private var excess: Double {
            var sums: [Int: (facility: Double, count: Double)] = [:]
            for (candidate, _) in taken + left {
                let sum = sums[candidate.objective] ?? (0, 0)
                sums[candidate.objective] = (sum.facility + candidate.facility, sum.count + 1)
            }
            return taken.reduce(0) { excess, entry in
                let sum = sums[entry.candidate.objective] ?? (0, 1)
                return excess + entry.candidate.facility - sum.facility / sum.count
            }
        }
    }
}
