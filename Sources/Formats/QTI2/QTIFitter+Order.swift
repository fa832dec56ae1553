internal import Assessment

extension QTIFitter {
    func order(_ choices: [QTIChoice]) throws(QTIRejection) -> (interaction: Interaction, feedback: Set<Int>) {
        let places = key.compactMap { item in choices.firstIndex { $0.value == item } }
        guard places.count == choices.count, Set(places).count == places.count else {
            throw QTIRejection(
                "Its key does not name every entry once, in order. Give it a correctResponse with all of them.",
                line: element.element.line)
        }
        var entries: [RichText] = []
        for place in places { entries.append(try label(choices[place], place)) }
        var interaction = OrderInteraction(entries: entries)
        // Neighbours and ends exchanged, turned about and moved on: an order that any of these spares is not what it seems.
        var tried: [[Int]] = [Array(places.indices.reversed()), Array(places.indices.dropFirst()) + [0]]
        for one in places.indices {
            for other in places.indices where other > one {
                var order = Array(places.indices)
                order.swapAt(one, other)
                tried.append(order)
            }
        }
        tried = Array(tried.prefix(300)).filter { $0 != Array(places.indices) }
        var shares: [Double] = []
        for order in tried { shares.append(try worth(order.map { choices[places[$0]].value }).share) }
        for grading in [OrderInteraction.Grading.allOrNothing, .absolutePosition] {
            interaction.grading = grading
            let item = Item(stem: RichText(plain: ""), interaction: .order(interaction))
            let isRight = zip(tried, shares).allSatisfy { order, share in
                abs(item.mark(.places(order)).fraction - min(max(share, 0), 1)) < 1e-4
            }
            if isRight { return (.order(interaction), []) }
        }
        interaction.grading = .awards
        interaction.awards = try awards(places.map { choices[$0].value })
        return (.order(interaction), [])
    }

    /// What each order earns, where there are few enough to try.
    private func awards(_ entries: [QTIScalar]) throws(QTIRejection) -> [Award] {
        guard entries.count <= 6 else { throw combinations }
        var orders: [[Int]] = [[]]
        for _ in entries {
            orders = orders.flatMap { start in entries.indices.filter { !start.contains($0) }.map { start + [$0] } }
        }
        var awards: [Award] = []
        for order in orders {
            let share = try worth(order.map { entries[$0] }).share
            if share > 1e-6 { awards.append(Award(places: order, fraction: min(share, 1))) }
        }
        return awards
    }

    func pairs(_ choices: [QTIChoice]) throws(QTIRejection) -> (interaction: Interaction, feedback: Set<Int>) {
        let places = Dictionary(uniqueKeysWithValues: choices.enumerated().map { ($1.value.words, $0) })
        let pairs = key.compactMap { item -> [Int]? in
            guard case .pair(let one, let other) = item, let first = places[one], let second = places[other] else {
                return nil
            }
            return [first, second]
        }
        guard !pairs.isEmpty, pairs.count == key.count else {
            throw QTIRejection(
                "It has no key. Give it a correctResponse with the right pairs.", line: element.element.line)
        }
        var names: [String] = []
        for (place, choice) in choices.enumerated() {
            let name = try QTILabel(choice.element, place: place, markup: markup).plain()
            names.append(names.contains(name) ? "\(name) (\(place + 1))" : name)
        }
        var interaction = AssociateInteraction(entries: names, key: pairs, isAllOrNothing: true)
        let parts = try key.indices.map { place throws(QTIRejection) in
            let rest = key.indices.filter { $0 != place }.map { key[$0] }
            return (alone: try worth([key[place]]).share, rest: try worth(rest).share)
        }
        if key.count > 1, !parts.allSatisfy({ $0.alone <= 0 && $0.rest <= 0 }) {
            guard parts.allSatisfy({ $0.alone > 0 && Self.isSame($0.alone + $0.rest, 1) }) else { throw combinations }
            interaction.isAllOrNothing = false
            let equal = 1 / Double(key.count)
            if !parts.allSatisfy({ Self.isSame($0.alone, equal) }) { interaction.weights = parts.map(\.alone) }
            // What a wrong pair takes away from a right one.
            let wrong = try wrongPairs(choices, beside: pairs).map { pair throws(QTIRejection) in
                parts[0].alone - (try worth([key[0], pair]).share)
            }
            interaction.isLenient = wrong.allSatisfy { Self.isSame($0, 0) }
            guard interaction.isLenient || wrong.allSatisfy({ Self.isSame($0, equal) }) else { throw combinations }
        }
        return (.associate(interaction), [])
    }

    /// Some pairs that are not in the key.
    private func wrongPairs(_ choices: [QTIChoice], beside key: [[Int]]) -> [QTIScalar] {
        let right = Set(key.map(Set.init))
        var wrong: [QTIScalar] = []
        for one in choices.indices {
            for other in choices.indices where other > one && !right.contains([one, other]) {
                wrong.append(.pair(choices[one].value.words, choices[other].value.words))
            }
        }
        return Array(wrong.prefix(40))
    }
}
