internal import Assessment
internal import XML

extension MoodleQuestion {
    /// A pair with an empty left side is a distractor.
    mutating func match() throws(Rejection) -> MatchInteraction {
        var match = MatchInteraction(sources: [], targets: [], key: [])
        for pair in element.all("subquestion") {
            let target = ProseReader.plain(pair.first("answer")?.first("text")?.text ?? "", .html)
            let text = MoodleText(pair)
            let source = prose.optional(RichText.withoutGaps(text.source), text.format)
            if target.isEmpty {
                if source == nil { continue }
                throw Rejection("A pair has no right side. Write what goes with it.")
            }
            let place = match.targets.firstIndex(of: target) ?? match.targets.count
            if place == match.targets.count { match.targets.append(target) }
            guard let source else { continue }
            match.sources.append(source)
            match.key.append(place)
        }
        guard !match.sources.isEmpty, match.targets.count >= 2 else {
            throw Rejection("Matching needs at least two different pairs. Add another.")
        }
        return match
    }

    mutating func order() throws(Rejection) -> OrderInteraction {
        var entries: [RichText] = []
        for answer in answers {
            let text = answer.text
            guard let entry = prose.visible(RichText.withoutGaps(text.source), text.format) else { continue }
            entries.append(entry)
        }
        guard entries.count >= 2 else { throw Rejection("Ordering needs at least two entries. Add another.") }
        let kind = element.first("selecttype")?.text.trimmedText.uppercased() ?? "ALL"
        if kind != "ALL", kind != "0", let count = element.first("selectcount").flatMap({ Int($0.text.trimmedText) }),
            count > 0, count < entries.count
        {
            notice("All \(entries.count) entries are shown, not \(count) of them.")
        }
        let name = element.first("gradingtype")?.text.trimmedText.uppercased() ?? ""
        return OrderInteraction(entries: entries, grading: OrderInteraction.Grading(moodle: name) ?? .absolutePosition)
    }
}

extension OrderInteraction.Grading {
    /// By Moodle's name in its XML.
    init?(moodle name: String) {
        switch name {
        case "ALL_OR_NOTHING": self = .allOrNothing
        case "ABSOLUTE_POSITION": self = .absolutePosition
        case "RELATIVE_NEXT_EXCLUDE_LAST": self = .relativeNextExcludeLast
        case "RELATIVE_NEXT_INCLUDE_LAST": self = .relativeNextIncludeLast
        case "RELATIVE_ONE_PREVIOUS_AND_NEXT": self = .relativeOnePreviousAndNext
        case "RELATIVE_ALL_PREVIOUS_AND_NEXT": self = .relativeAllPreviousAndNext
        case "LONGEST_ORDERED_SUBSET": self = .longestOrderedSubset
        case "LONGEST_CONTIGUOUS_SUBSET": self = .longestContiguousSubset
        case "RELATIVE_TO_CORRECT": self = .relativeToCorrect
        default: return nil
        }
    }
}
