extension MatchInteraction {
    func mark(_ places: [Int?]) -> Mark {
        guard !key.isEmpty else { return Mark(fraction: 0) }
        let right = zip(places, key).count { $0 == $1 }
        if isAllOrNothing { return Mark(fraction: right == key.count ? 1 : 0) }
        return Mark(fraction: Double(right) / Double(key.count))
    }
}

extension AssociateInteraction {
    /// Places come in pairs. A pair that was made twice counts once, and no more pairs can be made than there are right ones, so
    /// a wrong one needs no penalty.
    func mark(_ places: [Int?]) -> Mark {
        guard !key.isEmpty else { return Mark(fraction: 0) }
        let wanted = Set(key.map(Set.init))
        var made: Set<Set<Int>> = []
        for half in stride(from: 0, to: places.count - 1, by: 2) {
            if let one = places[half], let other = places[half + 1] { made.insert([one, other]) }
        }
        let right = made.intersection(wanted).count
        if isAllOrNothing { return Mark(fraction: made == wanted ? 1 : 0) }
        guard weights.count == key.count else { return Mark(fraction: Double(right) / Double(wanted.count)) }
        let earned = zip(key, weights).reduce(0) { $0 + (made.contains(Set($1.0)) ? $1.1 : 0) }
        return Mark(fraction: earned / weights.reduce(0, +))
    }
}

extension OrderInteraction {
    /// `places[n]` is the entry that was put at place n.
    func mark(_ places: [Int?]) -> Mark {
        guard !entries.isEmpty else { return Mark(fraction: 0) }
        let right = entries.indices.count { $0 < places.count && places[$0] == $0 }
        switch grading {
        case .allOrNothing: return Mark(fraction: right == entries.count ? 1 : 0)
        case .absolutePosition: return Mark(fraction: Double(right) / Double(entries.count))
        case .awards: return Mark(fraction: awards.first { $0.places == places }?.fraction ?? 0)
        }
    }
}
