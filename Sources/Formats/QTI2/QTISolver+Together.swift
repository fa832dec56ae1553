internal import Assessment

extension QTISolver {
    /// Parts that are right or wrong each, and earn what they are worth together: every combination is tried.
    func together(_ full: Double) throws(QTIRejection) -> QTISolution {
        let all = (1 << keys.count) - 1
        var scores: [Double] = []
        for bits in 0...all { scores.append(try scorer.score(answers(bits))) }
        var parts: [CompositeInteraction.Part] = []
        for place in keys.indices {
            let bit = 1 << place
            let fit = try fitter(place) { answer throws(QTIRejection) in
                // In any company it must do what the right answer does there, or what none does.
                var (isRight, isWrong) = (true, true)
                for bits in 0...all where bits & bit == 0 {
                    var answers = answers(bits)
                    answers[place] = answer
                    let score = try scorer.score(answers)
                    isRight = isRight && QTIFitter.isSame(score, scores[bits | bit])
                    isWrong = isWrong && QTIFitter.isSame(score, scores[bits])
                }
                guard isRight || isWrong else { throw .combinations(line: nil) }
                return QTIWorth(share: isWrong ? 0 : 1)
            }.fit()
            parts.append(.init(fit.interaction))
        }
        var composite = CompositeInteraction(parts: parts)
        for bits in 1...all where scores[bits] > 1e-9 {
            composite.awards.append(
                Award(places: keys.indices.filter { bits >> $0 & 1 == 1 }, fraction: min(scores[bits] / full, 1)))
        }
        return QTISolution(interaction: .composite(composite), layout: .gaps())
    }

    /// The right answer to each slot whose bit is set, none to the others.
    private func answers(_ bits: Int) -> [[QTIScalar]] {
        keys.enumerated().map { bits >> $0 & 1 == 1 ? $1 : [] }
    }
}
