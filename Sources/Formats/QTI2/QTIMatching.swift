internal import Assessment
internal import XML

/// Rows that each go with one of the same things make one matching question, where all are worth the same.
struct QTIMatching {
    let markup: QTIMarkup

    /// Nil where the rows are no plain matching: they stay a composite of menus.
    func match(
        _ interactions: [QTIInteraction], _ parts: [CompositeInteraction.Part], isWhole: Bool
    ) throws(QTIRejection) -> MatchInteraction? {
        guard interactions.count == 1,
            ["matchInteraction", "graphicGapMatchInteraction"].contains(interactions[0].name)
        else { return nil }
        var key: [Int] = []
        for part in parts {
            guard case .choice(let choice) = part.interaction, !choice.isMultiple,
                QTIFitter.isSame(part.weight, parts[0].weight),
                let right = choice.options.firstIndex(where: { $0.fraction > 0.9999 }),
                choice.options.indices.allSatisfy({ $0 == right || abs(choice.options[$0].fraction) < 1e-6 })
            else { return nil }
            key.append(right)
        }
        return try match(interactions[0], key: key, isWhole: isWhole)
    }

    func match(_ interaction: QTIInteraction, key: [Int], isWhole: Bool) throws(QTIRejection) -> MatchInteraction? {
        var targets: [String] = []
        for (place, choice) in (interaction.slots.first?.choices ?? []).enumerated() {
            targets.append(try QTILabel(choice.element, place: place, markup: markup).plain())
        }
        guard Set(targets).count == targets.count else { return nil }
        var sources: [RichText] = []
        for (place, slot) in interaction.slots.enumerated() {
            guard let row = slot.row else { return nil }
            let isGap = row.name == "gap"
            sources.append(
                isGap ? RichText(plain: "\(place + 1)") : try QTILabel(row, place: place, markup: markup).rich())
        }
        var match = MatchInteraction(sources: sources, targets: targets, key: key, isAllOrNothing: isWhole)
        if interaction.name.hasPrefix("graphic") {
            match.image = try QTIPicture(markup: markup).map(interaction, regions: interaction.slots.compactMap(\.row))
        }
        return match
    }
}
