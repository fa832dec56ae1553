internal import Assessment

/// Items with several slots: what each is worth is told by leaving it out.
extension QTISolver {
    func several(_ full: Double, _ used: inout Set<Int>) throws(QTIRejection) -> QTISolution {
        do throws(QTIRejection) {
            return try addedUp(full, &used)
        } catch {
            guard error.isAboutScoring, slots.count <= Self.mostTogether, !slots.contains(where: \.isTeachers) else {
                throw error
            }
            used = []
            return try together(full)
        }
    }

    /// More slots than these have more combinations than are worth trying.
    private static let mostTogether = 6

    /// Each slot, or each interaction as a whole, with a share of its own.
    private func addedUp(_ full: Double, _ used: inout Set<Int>) throws(QTIRejection) -> QTISolution {
        let empty = try scorer.score(nothing)
        let weights = try slots.indices.map { place throws(QTIRejection) in try loss([place], full) }
        let marked = slots.indices.filter { !slots[$0].isTeachers }
        let counted = marked.filter { weights[$0] > 1e-9 }
        let isWhole = counted.count > 1 && counted.allSatisfy { QTIFitter.isSame(weights[$0], full) }
        var parts: [CompositeInteraction.Part] = []
        var grouped: Set<Int> = []
        var sum = 0.0
        var first = 0
        for (number, interaction) in interactions.enumerated() {
            let range = first..<(first + interaction.slots.count)
            first = range.upperBound
            let whole = try loss(Array(range), full)
            let isGroup =
                !isWhole && range.count > 1 && range.allSatisfy { QTIFitter.isSame(weights[$0], whole) } && whole > 0
            if isGroup {
                parts.append(.init(try group(range, interaction, full, whole), weight: whole))
                grouped.insert(number)
                sum += whole
                continue
            }
            for place in range {
                if !slots[place].isTeachers { sum += weights[place] }
                parts.append(try part(place, full, weights[place], isWhole: isWhole, &used))
            }
        }
        guard isWhole || QTIFitter.isSame(sum, full - max(empty, 0)) else { throw combinations }
        if grouped.isEmpty, let match = try QTIMatching(markup: markup).match(interactions, parts, isWhole: isWhole) {
            return QTISolution(interaction: .match(match))
        }
        return QTISolution(
            interaction: .composite(CompositeInteraction(parts: parts, isAllOrNothing: isWhole)),
            layout: .gaps(grouped: grouped))
    }

    private var nothing: [[QTIScalar]] { [[QTIScalar]](repeating: [], count: slots.count) }

    /// What is lost when these slots stay empty and all others are right.
    private func loss(_ places: [Int], _ full: Double) throws(QTIRejection) -> Double {
        var answers = keys
        for place in places { answers[place] = [] }
        return full - (try scorer.score(answers))
    }

    /// All slots of one interaction that earns only as a whole, within an item that adds up.
    private func group(
        _ range: Range<Int>, _ interaction: QTIInteraction, _ full: Double, _ weight: Double
    ) throws(QTIRejection) -> Interaction {
        for place in range {
            for choice in slots[place].choices where keys[place] != [choice.value] {
                var answers = keys
                answers[place] = [choice.value]
                guard try scorer.score(answers) <= full - weight + 1e-6 else { throw combinations }
            }
        }
        let key = try range.map { place throws(QTIRejection) in
            guard case .one(let choices) = slots[place].domain,
                let right = choices.firstIndex(where: { keys[place] == [$0.value] })
            else { throw combinations }
            return right
        }
        guard let match = try QTIMatching(markup: markup).match(interaction, key: key, isWhole: true) else {
            throw combinations
        }
        return .match(match)
    }

    private func part(
        _ place: Int, _ full: Double, _ weight: Double, isWhole: Bool, _ used: inout Set<Int>
    ) throws(QTIRejection) -> CompositeInteraction.Part {
        if case .teacher(let lines) = slots[place].domain {
            let others = slots.filter(\.isTeachers).count
            let rest = max(declaredMaximum - full, 0) / Double(others)
            return .init(
                .extendedText(ExtendedTextInteraction(guidance: guidance, expectedLines: lines)),
                weight: rest > 0 ? rest : full / Double(max(1, slots.count - others)))
        }
        guard weight > 1e-9 else { return .init(try uncounted(place), weight: 0) }
        let empty = try scorer.result(nothing)
        let silence = feedback.shown(empty.outcomes)
        let fit = try fitter(place) { answer throws(QTIRejection) in
            var beside = keys
            beside[place] = answer
            var alone = nothing
            alone[place] = answer
            let up = try scorer.result(beside)
            let down = try scorer.result(alone)
            let gain = up.score - (full - weight)
            let isOwn = isWhole ? down.score <= 1e-6 : QTIFitter.isSame(down.score - empty.score, gain)
            guard isOwn || gain < 0 && down.score <= empty.score + 1e-6 else { throw combinations }
            let said = feedback.shown(up.outcomes).intersection(feedback.shown(down.outcomes)).subtracting(silence)
            return QTIWorth(share: gain / weight, feedback: said)
        }.fit()
        used.formUnion(fit.feedback)
        let placed = try QTIPicture(markup: markup).placed(fit.interaction, interaction(of: place), key: keys[place])
        return .init(placed, weight: isWhole ? 1 : weight)
    }

    /// A slot that nothing is given for: a row that goes with nothing, or one that has no key.
    private func uncounted(_ place: Int) throws(QTIRejection) -> Interaction {
        switch slots[place].domain {
        case .one, .several:
            let fit = try fitter(place) { _ throws(QTIRejection) in QTIWorth(share: 0) }
            return try fit.one(slots[place].choices).interaction
        case .text, .number: return .textEntry(TextEntryInteraction(accepted: [.init(pattern: "*", fraction: 0)]))
        case .order, .pairs, .teacher:
            throw QTIRejection(
                "One of its answers has no key. Give it a correctResponse.", line: interaction(of: place).element.line)
        }
    }

    /// What the item says that all of it is worth.
    private var declaredMaximum: Double { scorer.session.declarations["MAXSCORE"]?.defaultValue.number ?? 0 }

    private var combinations: QTIRejection { .combinations(line: nil) }
}
