import Assessment

/// Answers that tell how an interaction is marked: the key, what is near it, and what is far from it.
struct QTIProbes {
    static func of(_ interaction: Interaction) -> [Response] {
        let right = Item(stem: RichText(plain: "x"), interaction: interaction).rightResponse
        let first: [Response] = [.empty] + (right.map { [$0] } ?? [])
        switch interaction {
        case .choice(let choice): return first + choices(choice)
        case .textEntry(let entry):
            let texts = entry.accepted.flatMap { answer -> [String] in
                let text = answer.pattern.replacing("\\*", with: "\u{1}").replacing("*", with: "zz")
                    .replacing("\u{1}", with: "*")
                return [text, text.uppercased(), text.lowercased(), text + "y", "y" + text]
            }
            return first + (texts + ["qzj xwv"]).map { .text($0) }
        case .numericEntry(let entry):
            var numbers = [98_765e7]
            for answer in entry.accepted {
                for number in [answer.value, answer.lower, answer.upper].compactMap({ $0 }) {
                    numbers += [number, number - 0.25, number + 0.25]
                    for share in [0.5, 0.999, 1.001, 2] {
                        numbers += [number - share * answer.tolerance, number + share * answer.tolerance]
                    }
                }
            }
            return first + numbers.map { .text("\($0)") }
        case .match(let match):
            let all = match.targets.indices
            return first
                + match.key.indices.flatMap { place in
                    all.flatMap { target -> [Response] in
                        var other = match.key.map(Optional.some)
                        other[place] = target
                        var alone = [Int?](repeating: nil, count: match.key.count)
                        alone[place] = target
                        return [.places(other), .places(alone)]
                    }
                }
        case .associate(let associate): return first + pairs(associate)
        case .order(let order):
            let all = order.entries.indices.prefix(5)
            let orders = all.reduce([[Int]]([[]])) { orders, _ in
                orders.flatMap { start in all.filter { !start.contains($0) }.map { start + [$0] } }
            }
            return first
                + (order.entries.count <= 5 ? orders.map { .places($0) } : [.places(order.rightOrder.reversed())])
        case .composite(let composite):
            let keys = composite.parts.map { part in
                Item(stem: RichText(plain: "x"), interaction: part.interaction).rightResponse.map {
                    single($0, part.interaction)
                }
                    ?? .empty
            }
            return [.empty, .parts(keys)]
                + composite.parts.indices.flatMap { place in
                    of(composite.parts[place].interaction).flatMap { probe -> [Response] in
                        var beside = keys
                        beside[place] = probe
                        var alone = [Response](repeating: .empty, count: keys.count)
                        alone[place] = probe
                        return [.parts(beside), .parts(alone)]
                    }
                }
        case .extendedText: return [.empty, .text("essay")]
        case .description: return [.empty]
        }
    }

    /// Of several single options that each earn full marks, one.
    private static func single(_ response: Response, _ interaction: Interaction) -> Response {
        guard case .choice(let choice) = interaction, !choice.isMultiple, case .choices(let places) = response else {
            return response
        }
        return .choices(Array(places.prefix(1)))
    }

    private static func choices(_ choice: ChoiceInteraction) -> [Response] {
        let all = choice.options.indices
        if !choice.isMultiple { return all.map { .choices([$0]) } }
        let count = min(all.count, 6)
        let sets = (1..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
        return (sets + all.map { [$0] } + [Array(all)]).filter { $0.count <= choice.mostChoices ?? .max }
            .map { .choices($0) }
    }

    private static func pairs(_ associate: AssociateInteraction) -> [Response] {
        let key = associate.key
        let wrong = [key[0][0], associate.entries.indices.last { !key[0].contains($0) } ?? key[0][0]]
        let rest = [Int?](repeating: nil, count: 2 * key.count - 2)
        return key.indices.flatMap { place -> [Response] in
            let own = key[place].map(Optional.some)
            var beside = key.flatMap { $0 }.map(Optional.some)
            beside.replaceSubrange((2 * place)..<(2 * place + 2), with: wrong.map(Optional.some))
            return [.places(own + rest), .places(beside)]
        }
    }

    /// The parts in the order in which QTI has them: those in the text as they stand there, then those below.
    static func reordered(_ item: Item, _ response: Response) -> (Interaction, Response) {
        guard case .composite(var composite) = item.interaction else { return (item.interaction, response) }
        let gaps = item.stem.gaps
        let order = gaps + composite.parts.indices.filter { !gaps.contains($0) }
        composite.parts = order.map { composite.parts[$0] }
        return (.composite(composite), response.isEmpty ? .empty : .parts(order.map { response.part($0) }))
    }

    /// The same answer to the same question as it came back: a match in a composite comes as a menu for each row.
    static func translated(_ response: Response, from: Interaction, to: Interaction) -> Response? {
        switch (from, to, response) {
        case (_, _, .empty): return .empty
        case (.choice(let one), .choice(let other), .choices(let chosen)) where one.display == .text:
            // Words of a text come in the text's order.
            return .choices(
                chosen.compactMap { place in other.options.firstIndex { $0.text == one.options[place].text } }.sorted())
        case (.choice(let one), .choice(let other), _) where one.options.count == other.options.count: return response
        case (.textEntry, .textEntry, _), (.numericEntry, .numericEntry, _), (.extendedText, .extendedText, _),
            (.match, .match, _), (.associate, .associate, _):
            return response
        case (.order(let order), .order, .places(let places)):
            // What comes back is listed in its right order.
            return .places(places.map { place in place.flatMap { order.rightOrder.firstIndex(of: $0) } })
        case (.match, .choice, .places(let places)): return choice(places[0])
        case (.match(let match), .composite(let other), .places(let places))
        where match.key.count == other.parts.count:
            return .parts(places.map(choice))
        case (.composite(let composite), .composite(let other), .parts(let given)):
            var all: [Response] = []
            for (part, response) in zip(composite.parts, given) {
                guard all.count < other.parts.count else { return nil }
                if case .match(let match) = part.interaction, case .choice = other.parts[all.count].interaction {
                    if case .places(let places) = response {
                        all += places.map(choice)
                    } else {
                        all += [Response](repeating: .empty, count: match.key.count)
                    }
                } else if let came = translated(
                    response, from: part.interaction, to: other.parts[all.count].interaction)
                {
                    all.append(came)
                } else {
                    return nil
                }
            }
            return all.count == other.parts.count ? .parts(all) : nil
        case (.composite(let composite), _, .parts(let given)) where composite.parts.count == 1:
            return translated(given[0], from: composite.parts[0].interaction, to: to)
        default: return nil
        }
    }

    private static func choice(_ place: Int?) -> Response { place.map { .choices([$0]) } ?? .empty }
}
