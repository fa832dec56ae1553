extension OrderInteraction {
    /// `places[n]` is the entry that was put at place n. Source of the gradings: Moodle 4.5, `qtype_ordering`.
    func mark(_ places: [Int?]) -> Mark {
        let count = entries.count
        let order = entries.indices.map { $0 < places.count ? places[$0] : nil }
        // An entry that stands twice was not put in order.
        guard count > 0, Set(order.compactMap { $0 }).count == order.count(where: { $0 != nil }) else {
            return Mark(fraction: 0)
        }
        if grading == .awards { return Mark(fraction: awards.first { $0.places == places }?.fraction ?? 0) }
        // Each entry by its place in the right order.
        var ranks = Array(repeating: -1, count: count)
        for (rank, entry) in rightOrder.enumerated() where entry < count { ranks[entry] = rank }
        let (earned, possible) = points(order.map { $0.map { ranks[$0] } ?? -1 })
        return Mark(fraction: possible > 0 ? Double(earned) / Double(possible) : 0)
    }

    /// -1 stands where nothing was put.
    private func points(_ order: [Int]) -> (earned: Int, possible: Int) {
        let count = order.count
        let inPlace = order.indices.count { order[$0] == $0 }
        if inPlace == count { return (1, 1) }
        switch grading {
        case .allOrNothing, .awards:
            return (0, 1)
        case .absolutePosition:
            return (inPlace, count)
        case .relativeNextExcludeLast:
            return (Self.neighbours(order), count - 1)
        case .relativeNextIncludeLast:
            return (Self.neighbours(order) + (order.last == count - 1 ? 1 : 0), count)
        case .relativeOnePreviousAndNext:
            return (2 * Self.neighbours(order), 2 * (count - 1))
        case .relativeAllPreviousAndNext:
            // Each of two entries counts once when they stand in the right order, whatever is between them.
            let pairs = order.indices.reduce(0) { sum, place in
                sum + order[..<place].count { $0 >= 0 && order[place] > $0 }
            }
            return (pairs, count * (count - 1) / 2)
        case .longestOrderedSubset:
            let longest = Self.longestOrdered(order)
            return (longest > 1 ? longest : 0, count)
        case .longestContiguousSubset:
            let longest = Self.longestContiguous(order)
            return (longest > 1 ? longest : 0, count)
        case .relativeToCorrect:
            let most = count - 1
            let earned = order.indices.reduce(0) { $0 + (order[$1] < 0 ? 0 : most - abs(order[$1] - $1)) }
            return (earned, most * count)
        }
    }

    /// How many entries are followed by the one that should follow.
    private static func neighbours(_ order: [Int]) -> Int {
        zip(order, order.dropFirst()).count { $0 >= 0 && $1 == $0 + 1 }
    }

    private static func longestContiguous(_ order: [Int]) -> Int {
        var longest = 0
        var run = 0
        for place in order.indices {
            run = order[place] < 0 ? 0 : place > 0 && order[place] == order[place - 1] + 1 ? run + 1 : 1
            longest = max(longest, run)
        }
        return longest
    }

    private static func longestOrdered(_ order: [Int]) -> Int {
        var best = [Int](repeating: 0, count: order.count)
        for place in order.indices where order[place] >= 0 {
            let before = order[..<place].indices.filter { order[$0] >= 0 && order[$0] < order[place] }
            best[place] = 1 + (before.map { best[$0] }.max() ?? 0)
        }
        return best.max() ?? 0
    }
}
