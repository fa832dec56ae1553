internal import Assessment
internal import XML

/// Another base than ten that whole numbers are written in: what is typed is then compared as a text.
struct QTIRadix {
    private let base: Int
    private let line: Int

    /// Nil for base ten, and for what is no base.
    init?(_ element: XMLElement) {
        guard let base = element["base"].flatMap({ Int($0) }), (2...36).contains(base), base != 10 else { return nil }
        self.base = base
        line = element.line
    }

    /// The accepted numbers as they are written: case does not count.
    func text(_ entry: NumericEntryInteraction) throws(QTIRejection) -> TextEntryInteraction {
        var texts: [TextEntryInteraction.Accepted] = []
        for accepted in entry.accepted {
            guard accepted.tolerance == 0, accepted.lower == nil, accepted.upper == nil else {
                throw .unsupported("intervals of numbers in base \(base)", line: line)
            }
            let number = accepted.value.flatMap { Int(exactly: $0) }
            guard accepted.value == nil || number != nil else {
                throw .unsupported("numbers in base \(base)", line: line)
            }
            texts.append(
                .init(
                    pattern: number.map { String($0, radix: base, uppercase: true) } ?? "*",
                    fraction: accepted.fraction, feedback: accepted.feedback))
        }
        return TextEntryInteraction(accepted: texts, isCaseSensitive: false)
    }
}
