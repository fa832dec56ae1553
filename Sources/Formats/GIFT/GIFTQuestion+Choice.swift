internal import Assessment

extension GIFTQuestion {
    /// `=right`, `~wrong`, `~%50%half right`: one choice when any `=` is there, several otherwise.
    mutating func choice(_ answers: ArraySlice<UInt8>) throws(Rejection) -> ChoiceInteraction {
        var parsed = try Self.options(answers)
        // `=~%50%text`: an empty `=` before a weighted answer says nothing.
        let isEmptyMark = { (answer: GIFTAnswer) in
            answer.isMarkedRight && answer.text.isEmpty && answer.feedback == nil
        }
        if parsed.contains(where: isEmptyMark) {
            notice("An = that marks no answer was ignored. Check which answers are right.")
            parsed.removeAll(where: isEmptyMark)
        }
        // `~#00ff00`: an option needs a text, and one word is not feedback.
        for place in parsed.indices where parsed[place].text.isEmpty {
            guard let words = parsed[place].feedback, !words.isEmpty, !words.contains(where: { $0 <= 0x20 }) else {
                continue
            }
            notice("The # at the start of an option was taken for text. Write \\# for a # that is text.")
            parsed[place].text = [GIFTEscapes.mark(for: UInt8(ascii: "#"))] + words
            parsed[place].feedback = nil
        }
        parsed.removeAll { $0.text.isEmpty && $0.feedback == nil && ($0.weight ?? 0) == 0 }
        guard parsed.count >= 2 else {
            throw Rejection("A choice needs at least two options. Add another, beginning with ~.")
        }
        let isMultiple = !parsed.contains { $0.isMarkedRight }
        try checkWeights(parsed, isMultiple: isMultiple)
        var options: [ChoiceInteraction.Option] = []
        for answer in parsed {
            let (format, words) = GIFTText.format(of: answer.text, otherwise: format)
            guard let text = prose.visible(words, format) else {
                throw Rejection(
                    prose.omittedImages > 0
                        ? "An option is a picture that is not in the file. Describe it in words."
                        : "An option has no text. Write it before the #.")
            }
            options.append(
                .init(
                    text: text, fraction: answer.isMarkedRight ? 1 : answer.weight ?? 0,
                    feedback: feedback(answer.feedback)))
        }
        return ChoiceInteraction(options: options, isMultiple: isMultiple)
    }

    /// Moodle asks that the positive weights add up to 100; more is taken here, since a mark never passes full marks.
    private mutating func checkWeights(_ answers: [GIFTAnswer], isMultiple: Bool) throws(Rejection) {
        if !isMultiple {
            if answers.contains(where: { $0.isMarkedRight && $0.text.first == UInt8(ascii: "%") }) {
                notice("A weight after = is text in a choice. Write ~%100% for a weight.")
            }
            return
        }
        let sum = answers.reduce(0) { $0 + max($1.weight ?? 0, 0) }
        guard sum > 0 else { throw Rejection("No option is right. Mark the right one with = in place of ~.") }
        guard sum > 0.985 else {
            throw Rejection("The right options add up to less than 100 %. Raise their weights to 100 % together.")
        }
        if sum > 1.015 {
            notice("The right options add up to more than 100 %. Fewer than all of them earn full marks.")
        }
    }

    private static func options(_ answers: ArraySlice<UInt8>) throws(Rejection) -> [GIFTAnswer] {
        var options: [GIFTAnswer] = []
        for part in answers.parts(at: UInt8(ascii: "~")) {
            let pieces = part.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
            for (place, piece) in pieces.enumerated() {
                let isMarkedRight = place > 0
                if !isMarkedRight, piece.trimmedSpace.isEmpty, pieces.count > 1 { continue }
                var answer = try GIFTAnswer(piece, readsWeight: !isMarkedRight)
                answer.isMarkedRight = isMarkedRight
                options.append(answer)
            }
        }
        return options
    }
}
