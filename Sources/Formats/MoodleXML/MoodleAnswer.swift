internal import Assessment
internal import XML

/// One `answer` element.
struct MoodleAnswer {
    let element: XMLElement
    /// From -1 to 1.
    let fraction: Double

    init(_ element: XMLElement) {
        self.element = element
        let percent = element["fraction"].flatMap { Double($0.trimmedText) }
        // Before Moodle 1.8 the share was a child, from 0 to 1.
        let share = percent.map(Share.settled) ?? element.first("fraction").flatMap { Double($0.text.trimmedText) } ?? 0
        fraction = share.isFinite ? min(1, max(-1, share)) : 0
    }

    var text: MoodleText { MoodleText(element) }

    /// The number in a child such as `tolerance`.
    func number(_ name: String) -> Double? {
        element.first(name).flatMap { GIFTNumber.number(Substring($0.text)) }
    }
}

extension MoodleQuestion {
    var answers: [MoodleAnswer] { element.all("answer").map(MoodleAnswer.init) }

    mutating func feedback(_ answer: MoodleAnswer) -> RichText? { optional(answer.element.first("feedback")) }

    /// What the best answer earns counts as full marks; without it nobody could master the question.
    mutating func scale(_ fractions: [Double]) throws(Rejection) -> Double {
        let best = fractions.max() ?? 0
        guard best > 0 else { throw Rejection("No answer is right. Give the right one 100 % and export again.") }
        // Seven sevenths are a whole, whatever rounding says.
        if best > 0.9999 { return 1 }
        notice("No answer was worth full marks. The best one counts as full.")
        return 1 / best
    }
}
