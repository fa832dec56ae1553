internal import Assessment

extension QTIFitter {
    func text() throws(QTIRejection) -> (interaction: Interaction, feedback: Set<Int>) {
        var accepted: [TextEntryInteraction.Accepted] = []
        var used: Set<Int> = []
        // A text that no author has thought of tells what everything else earns.
        let other = try worth([.text(Self.unheardOf)])
        guard other.share < 0.9999 else {
            throw QTIRejection(
                "Any text earns full marks. Check the mapping's default value, and the rules.",
                line: element.element.line)
        }
        var patterns: [(pattern: QTIPattern, worth: QTIWorth, isFolded: Bool)] = []
        for pattern in candidates.patterns {
            let worth = try worth([.text(pattern.words)])
            // Patterns of other answers are among them, which may fit one text of this.
            let filled = pattern.words(filling: Self.unheardOf)
            guard worth.share > 0, try self.worth([.text(filled)]).isLike(worth) else {
                continue
            }
            let isFolded = try self.worth([.text(pattern.words.uppercased())]).isLike(worth)
            patterns.append((pattern, worth, pattern.isFolded && isFolded))
        }
        for text in candidates.texts {
            let worth = try worth([.text(text)])
            guard worth.share > 0 || worth.feedback != other.feedback else { continue }
            let folded = text.uppercased() == text ? text.lowercased() : text.uppercased()
            let isSensitive = folded != text ? try self.worth([.text(folded)]).share != worth.share : false
            // The key that a pattern covers needs no words of its own.
            let isCovered = patterns.contains { pattern, own, isFolded in
                pattern.matches(text) && own.isLike(worth) && (isFolded || isSensitive)
            }
            if isCovered { continue }
            let pattern = try pattern(text, share: worth.share, isAnything: Self.isSame(other.share, worth.share))
            accepted.append(
                .init(
                    pattern: pattern, fraction: min(worth.share, 1), feedback: feedback.text(worth.feedback),
                    isCaseSensitive: isSensitive))
            used.formUnion(worth.feedback)
        }
        for (pattern, worth, isFolded) in patterns
        where !accepted.contains(where: { $0.pattern == pattern.wildcards }) {
            accepted.append(
                .init(
                    pattern: pattern.wildcards, fraction: min(worth.share, 1), feedback: feedback.text(worth.feedback),
                    isCaseSensitive: !isFolded))
            used.formUnion(worth.feedback)
        }
        accepted = accepted.enumerated().sorted { ($1.element.fraction, $0.offset) < ($0.element.fraction, $1.offset) }
            .map(\.element)
        if other.share > 0 || !other.feedback.isEmpty {
            accepted.append(
                .init(pattern: "*", fraction: min(max(other.share, 0), 1), feedback: feedback.text(other.feedback)))
            used.formUnion(other.feedback)
        }
        guard accepted.contains(where: { $0.fraction > 0.9999 }) else {
            throw QTIRejection(
                "No text was found that earns full marks. Give the answer a correctResponse or a mapping.",
                line: element.element.line)
        }
        if let first = accepted.first?.isCaseSensitive,
            accepted.allSatisfy({ $0.isCaseSensitive == first || $0.pattern == "*" })
        {
            for place in accepted.indices { accepted[place].isCaseSensitive = false }
            return (.textEntry(TextEntryInteraction(accepted: accepted, isCaseSensitive: first)), used)
        }
        return (.textEntry(TextEntryInteraction(accepted: accepted)), used)
    }

    private static let unheardOf = "qzj xwv"

    /// The text as a pattern, with wildcards where the rules look for it inside an answer.
    private func pattern(_ text: String, share: Double, isAnything: Bool) throws(QTIRejection) -> String {
        let words = text.replacing("*", with: "\\*")
        guard candidates.looksInside, !isAnything else { return words }
        let before = try worth([.text(Self.unheardOf + text)]).share == share
        let after = try worth([.text(text + Self.unheardOf)]).share == share
        return (before ? "*" : "") + words + (after ? "*" : "")
    }
}
