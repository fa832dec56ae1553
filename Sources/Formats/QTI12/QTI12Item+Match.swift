internal import Assessment
internal import XML

extension QTI12Item {
    /// Several responses that choose from the same options are one matching question; nil for what is none.
    mutating func match() throws(Rejection) -> MatchInteraction? {
        let isNamed = type == "matching" || type == "categorization"
        guard responses.count >= 2, !isNamedBlanks, responses.allSatisfy({ !$0.labels.isEmpty && !$0.isOrdered }) else {
            return nil
        }
        let idents = responses.map { $0.labels.map(\.ident) }
        let isSame = idents.allSatisfy { $0 == idents[0] } && idents[0].count > 1
        guard isNamed || isSame || !rightBlocks.isEmpty else { return nil }
        return type == "categorization" || responses.allSatisfy(\.isMultiple) ? try categories() : try pairs()
    }

    private mutating func pairs() throws(Rejection) -> MatchInteraction {
        let right = rightAnswers
        let blocks = rightBlocks
        var match = MatchInteraction(sources: [], targets: [], key: [])
        for response in responses {
            let names = response.labels.enumerated().map { number, label in
                let own = ProseReader.plain(QTI12Material.html(label.element), .html)
                return own.isEmpty && blocks.indices.contains(number) ? blocks[number] : own
            }
            for name in names where !name.isEmpty && !match.targets.contains(name) { match.targets.append(name) }
            let place = response.labels.firstIndex { right[response.ident]?.contains($0.ident) == true }
            let isEmpty = QTI12Material.html(response.material).trimmedText.isEmpty
            // Editors leave pairs behind that nobody filled in.
            if isEmpty, place.map({ names[$0].isEmpty }) ?? true { continue }
            guard place.map({ !names[$0].isEmpty }) ?? true else {
                throw Rejection("A right side of a pair has no words. Write some, so that it can stand in a menu.")
            }
            let source = try visible(
                QTI12Material.html(response.material), "A left side of a pair has no text. Write it and export again.")
            guard let place, let target = match.targets.firstIndex(of: names[place]) else {
                throw Rejection("A left side of a pair has no right partner. Choose it and export again.")
            }
            match.sources.append(source)
            match.key.append(target)
        }
        let full = processing.score(right)
        guard full > 0, match.targets.count >= 2 else {
            throw Rejection("No pair earns anything, or there are not two. Correct the question and export again.")
        }
        match.isAllOrNothing =
            responses.count > 1
            && responses.allSatisfy { processing.score([$0.ident: right[$0.ident] ?? []]) <= 0 }
        return match
    }

    /// New Quizzes' categories, each with the entries that belong to it: turned round, each entry has its category.
    private mutating func categories() throws(Rejection) -> MatchInteraction {
        var match = MatchInteraction(sources: [], targets: [], key: [])
        for response in responses {
            let name = ProseReader.plain(QTI12Material.html(response.material), .html)
            guard !name.isEmpty, !match.targets.contains(name) else {
                throw Rejection("A category has no name of its own. Write one and export again.")
            }
            match.targets.append(name)
        }
        let right = rightAnswers
        for label in responses[0].labels {
            let homes = responses.indices.filter { right[responses[$0].ident]?.contains(label.ident) == true }
            guard homes.count <= 1 else {
                throw Rejection("An entry belongs to two categories. Give it one, or ask which apply.")
            }
            if homes.isEmpty, match.targets.count == responses.count { match.targets.append("–") }
            match.sources.append(try visible(QTI12Material.html(label.element), "An entry has no text. Write it."))
            match.key.append(homes.first ?? responses.count)
        }
        if match.targets.count > responses.count { notice("Entries that belong to no category go with “–”.") }
        guard match.key.contains(where: { $0 < responses.count }) else {
            throw Rejection("No entry belongs to a category. Correct the question and export again.")
        }
        return match
    }

    /// Blackboard keeps the right sides apart: the n-th option of each left side is the n-th of these.
    private var rightBlocks: [String] {
        let blocks = element.descendants { $0.name == "flow" && $0["class"] == "RIGHT_MATCH_BLOCK" }
        return blocks.first?.all("flow").map { ProseReader.plain(QTI12Material.html($0), .html) } ?? []
    }

    mutating func order(_ response: QTI12Response) throws(Rejection) -> OrderInteraction {
        let idents = response.labels.map(\.ident)
        // The rule that gives most names them in their order; programs that score each place name them one by one.
        let named = processing.mentions(of: response.ident).map(\.text.value).filter(idents.contains).uniqued { $0 }
        guard named.count == idents.count, named.count >= 2 else {
            throw Rejection(
                "The right order is not in the file, or not of all entries. Put them in order and export again.")
        }
        var entries: [RichText] = []
        for ident in named {
            guard let label = response.labels.first(where: { $0.ident == ident }) else { continue }
            entries.append(try visible(QTI12Material.html(label.element), "An entry has no text. Write it."))
        }
        return OrderInteraction(entries: entries)
    }
}
