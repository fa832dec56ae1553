/// Tells what answers are worth, by running the item's own response processing on them.
struct QTIScorer {
    /// After template processing.
    let session: QTISession
    let slots: [QTISlot]
    let rules: [QTIRule]
    /// The outcome that is the score.
    let score: String

    /// What answers lead to: their score, and every outcome, on which feedback hangs.
    struct Result {
        var score: Double
        var outcomes: QTISession
    }

    /// One answer for each slot: what it adds to the value of its response.
    func result(_ answers: [[QTIScalar]], tracing: Bool = false) throws(QTIRejection) -> Result {
        var responses: [String: QTIValue] = [:]
        for (slot, answer) in zip(slots, answers) {
            let cardinality = session.declarations[slot.response]?.cardinality ?? .single
            responses[slot.response, default: QTIValue([], cardinality)].items += answer
        }
        return try result(responses, tracing: tracing)
    }

    func result(_ responses: [String: QTIValue], tracing: Bool = false) throws(QTIRejection) -> Result {
        var session = session
        session.compares = tracing
        session.begin(with: responses)
        _ = try session.run(rules)
        let score = session.value(score).number ?? 0
        return Result(score: score.isFinite ? score : 0, outcomes: session)
    }

    func score(_ answers: [[QTIScalar]]) throws(QTIRejection) -> Double { try result(answers).score }
}
