internal import Assessment

extension GIFTQuestion {
    /// `=answer`, `=%50%answer`, or one answer without `=`.
    mutating func textEntry(_ answers: ArraySlice<UInt8>) throws(Rejection) -> TextEntryInteraction {
        let isMarked = answers.contains(UInt8(ascii: "="))
        guard isMarked || answers.count <= 200 && !answers.contains(10) || answers.first == UInt8(ascii: "%") else {
            throw Rejection("The braces hold text without = or ~. Mark right answers with =, or write \\{ and \\}.")
        }
        var accepted: [TextEntryInteraction.Accepted] = []
        for part in answers.parts(at: UInt8(ascii: "=")) {
            let answer = try GIFTAnswer(part, readsWeight: true)
            let (format, words) = GIFTText.format(of: answer.text, otherwise: format)
            // Nobody types tags or a line end into a field; Moodle keeps both.
            let typed = format == .html && words.contains("</") ? ProseReader.plain(words, .html) : words
            let pattern = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !pattern.isEmpty else {
                if answer.feedback == nil, answers.count > 1 { continue }
                throw Rejection("An accepted answer is empty. Write it after the =, or delete the =.")
            }
            accepted.append(
                .init(pattern: pattern, fraction: answer.weight ?? 1, feedback: feedback(answer.feedback)))
        }
        try Self.checkFullMarks(accepted.map(\.fraction))
        return TextEntryInteraction(accepted: accepted)
    }

    /// `#value:tolerance`, `#low..high`, several with `=%weight%`, and `~#feedback` for any other number.
    mutating func numericEntry(_ source: ArraySlice<UInt8>) throws(Rejection) -> NumericEntryInteraction {
        let tilde = source.firstIndex(of: UInt8(ascii: "~"))
        var accepted: [NumericEntryInteraction.Accepted] = []
        for part in source[..<(tilde ?? source.endIndex)].parts(at: UInt8(ascii: "=")) {
            let answer = try GIFTAnswer(part, readsWeight: true)
            let written = GIFTText.string(answer.text)
            guard
                let (value, tolerance) =
                    try formula?.accepted(written) ?? GIFTNumber.accepted(written)
            else {
                throw Rejection(
                    "An accepted answer is not a number. Write 3.14, 3.14:0.01 or 3.1..3.2, with a point and no unit.")
            }
            accepted.append(
                .init(
                    value: value, tolerance: tolerance, fraction: answer.weight ?? 1,
                    feedback: feedback(answer.feedback)))
        }
        try Self.checkFullMarks(accepted.map(\.fraction))
        if let tilde {
            let wrong = try GIFTAnswer(source[(tilde + 1)...], readsWeight: false)
            if let feedback = feedback(wrong.feedback) {
                accepted.append(.init(value: nil, tolerance: 0, fraction: 0, feedback: feedback))
            }
        }
        return NumericEntryInteraction(
            accepted: accepted, units: formula?.head.units ?? [], unitPenalty: formula?.head.unitPenalty,
            figures: formula?.head.figures)
    }

    private static func checkFullMarks(_ fractions: [Double]) throws(Rejection) {
        guard let best = fractions.max() else { throw Rejection("No answer is accepted. Write one after an =.") }
        guard best > 0.985 else {
            throw Rejection("No answer earns 100 %. Take the weight from the right one.")
        }
    }
}
