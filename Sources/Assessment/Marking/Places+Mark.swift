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
        let wanted = key.map(Set.init)
        var made: Set<Set<Int>> = []
        for half in stride(from: 0, to: places.count - 1, by: 2) {
            if let one = places[half], let other = places[half + 1] { made.insert([one, other]) }
        }
        if isAllOrNothing { return Mark(fraction: made == Set(wanted) ? 1 : 0) }
        let equal = 1 / Double(wanted.count)
        let earned = wanted.indices.reduce(0) { sum, pair in
            sum + (made.contains(wanted[pair]) ? weights.indices.contains(pair) ? weights[pair] : equal : 0)
        }
        let wrong = isLenient ? 0 : made.subtracting(wanted).count
        return Mark(fraction: earned - Double(wrong) * equal)
    }
}
