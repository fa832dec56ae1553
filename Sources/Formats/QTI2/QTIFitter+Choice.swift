internal import Assessment
internal import XML

extension QTIFitter {
    func one(_ choices: [QTIChoice]) throws(QTIRejection) -> (interaction: Interaction, feedback: Set<Int>) {
        var options: [ChoiceInteraction.Option] = []
        var used: Set<Int> = []
        for (place, choice) in choices.enumerated() {
            let worth = try worth([choice.value])
            used.formUnion(worth.feedback)
            options.append(
                .init(
                    text: try label(choice, place), fraction: min(max(worth.share, -1), 1),
                    feedback: feedback.text(worth.feedback), isFixed: choice.isFixed))
        }
        return (.choice(interaction(options, isMultiple: false)), used)
    }

    func several(_ choices: [QTIChoice], most: Int?) throws(QTIRejection) -> (
        interaction: Interaction, feedback: Set<Int>
    ) {
        var options: [ChoiceInteraction.Option] = []
        for (place, choice) in choices.enumerated() {
            options.append(.init(text: try label(choice, place), fraction: 0, isFixed: choice.isFixed))
        }
        let right = Set(choices.indices.filter { key.contains(choices[$0].value) })
        guard !right.isEmpty else { throw combinations }
        let sets = Self.subsets(of: choices.count, around: right, most: most)
        var shares: [(chosen: Set<Int>, share: Double)] = []
        for chosen in sets {
            shares.append((chosen, try worth(chosen.sorted().map { choices[$0].value }).share))
        }
        var choice = interaction(options, isMultiple: true)
        choice.mostChoices = most
        for scoring in [ChoiceInteraction.Scoring.allOrNothing, .sum, .rightAnswers] {
            choice.scoring = scoring
            for place in choices.indices {
                choice.options[place].fraction = try fraction(place, right, scoring, choices)
            }
            let isRight = shares.allSatisfy { chosen, share in
                if chosen.isEmpty { return share < 0.9999 }
                let mark = Item(stem: RichText(plain: ""), interaction: .choice(choice)).mark(.choices(chosen.sorted()))
                return abs(mark.fraction - min(max(share, 0), 1)) < 2e-4
            }
            if isRight {
                let used = try attach(&choice, choices)
                return (.choice(choice), used)
            }
        }
        choice.awards = try awards(choices, most: most)
        choice.scoring = .awards
        for place in choices.indices { choice.options[place].fraction = right.contains(place) ? 1 : 0 }
        let used = try attach(&choice, choices)
        return (.choice(choice), used)
    }

    /// What each combination earns, where there are few enough to try and to keep.
    private func awards(_ choices: [QTIChoice], most: Int?) throws(QTIRejection) -> [Award] {
        guard choices.count <= 12 else { throw combinations }
        var awards: [Award] = []
        for bits in 1..<(1 << choices.count) {
            let chosen = choices.indices.filter { bits >> $0 & 1 == 1 }
            guard chosen.count <= most ?? .max else { continue }
            let share = try worth(chosen.map { choices[$0].value }).share
            if share > 1e-6 { awards.append(Award(places: chosen, fraction: min(share, 1))) }
            guard awards.count <= 128 else { throw combinations }
        }
        return awards
    }

    private func fraction(
        _ place: Int, _ right: Set<Int>, _ scoring: ChoiceInteraction.Scoring, _ choices: [QTIChoice]
    ) throws(QTIRejection) -> Double {
        if scoring != .sum { return right.contains(place) ? 1 : 0 }
        let alone = try worth([choices[place].value]).share
        if alone > 0 || right.contains(place) { return min(alone, 1) }
        // Alone it is held at nothing: what it takes away shows beside the right ones.
        let both = try worth(right.union([place]).sorted().map { choices[$0].value }).share
        return max(min(both - 1, 0), -1)
    }

    /// Feedback that one option brings, alone and among all.
    private func attach(_ choice: inout ChoiceInteraction, _ choices: [QTIChoice]) throws(QTIRejection) -> Set<Int> {
        let all = try worth(choices.map(\.value)).feedback
        let none = try worth([]).feedback
        let alone = try choices.map { choice throws(QTIRejection) in try worth([choice.value]).feedback }
        var used: Set<Int> = []
        for place in choices.indices {
            let own = alone[place].intersection(all).subtracting(none).filter { mark in
                alone.count { $0.contains(mark) } == 1
            }
            choice.options[place].feedback = feedback.text(own)
            used.formUnion(own)
        }
        return used
    }

    /// All subsets where they are few; otherwise those near the key and near nothing.
    private static func subsets(of count: Int, around right: Set<Int>, most: Int?) -> [Set<Int>] {
        var sets: [Set<Int>] = []
        if count <= 10 {
            sets = (0..<(1 << count)).map { bits in Set((0..<count).filter { bits >> $0 & 1 == 1 }) }
        } else {
            sets = [[], right, Set(0..<count)]
            for one in 0..<count {
                sets += [[one], right.symmetricDifference([one]), Set(0..<count).subtracting([one])]
                for other in 0..<one where count <= 40 {
                    sets += [[one, other], right.symmetricDifference([one, other])]
                }
            }
        }
        return sets.filter { $0.count <= most ?? .max }
    }

    private func interaction(_ options: [ChoiceInteraction.Option], isMultiple: Bool) -> ChoiceInteraction {
        ChoiceInteraction(
            options: options, isMultiple: isMultiple, shuffles: element.element["shuffle"] == "true",
            display: element.name == "inlineChoiceInteraction" || element.name.hasPrefix("gapMatch")
                || slot.row != nil && !isMultiple
                ? .menu : .list)
    }

    /// An option in words: its text, the label of a region, or a letter.
    func label(_ choice: QTIChoice, _ place: Int) throws(QTIRejection) -> RichText {
        try QTILabel(choice.element, place: place, markup: markup).rich()
    }
}
