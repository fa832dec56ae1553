internal import Assessment
internal import XML

extension MoodleQuestion {
    /// Select missing words, and drag words into text: `[[n]]` in the stem is a menu of its group, in which choice n is right.
    mutating func gaps(_ choiceName: String) throws(Rejection) -> Item {
        let choices = element.all(choiceName).map { choice in
            let text = choice.first("text")?.text ?? choice.ownText
            return (text: ProseReader.plain(text, .html), group: choice.first("group")?.text.trimmedText ?? "1")
        }
        let body = try self.body()
        var text = ""
        var parts: [CompositeInteraction.Part] = []
        var rest = Substring(RichText.withoutGaps(body.source))
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            guard let number = Int(rest[open.upperBound..<close.lowerBound]) else {
                text += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                continue
            }
            guard choices.indices.contains(number - 1) else {
                throw Rejection(
                    "The text names choice [[\(number)]], which the question does not have. Add it or correct the number."
                )
            }
            let right = choices[number - 1]
            let options = choices.filter { $0.group == right.group }.uniqued(by: \.text).map { choice in
                ChoiceInteraction.Option(
                    text: RichText(plain: choice.text), fraction: choice.text == right.text ? 1 : 0)
            }
            text += rest[..<open.lowerBound] + RichText.gap(parts.count)
            parts.append(.init(.choice(.init(options: options, isMultiple: false, display: .menu))))
            rest = rest[close.upperBound...]
        }
        guard !parts.isEmpty else {
            throw Rejection("The text has no gap. Write [[1]] where the first choice belongs.")
        }
        let stem = try visible(text + rest, body.format)
        return try item(.composite(.init(parts: parts)), stem: stem)
    }
}

extension Array {
    /// The first of those that have an equal key.
    func uniqued<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}
