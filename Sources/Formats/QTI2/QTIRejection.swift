/// Why a question is left out: a whole plain sentence or two, what it is and what to do.
struct QTIRejection: Error {
    let reason: String
    /// The line of the element that cannot be read, where it is not the question as a whole.
    var line: Int?
    /// Whether only the way in which answers are scored stands in the way.
    var isAboutScoring = false

    init(_ reason: String, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }

    /// For what QTI has and this reader cannot carry.
    static func unsupported(_ what: String, line: Int?, advice: String = "Ask it in another way.") -> QTIRejection {
        QTIRejection("The question uses \(what), which cannot be carried over. \(advice)", line: line)
    }

    static func combinations(line: Int?) -> QTIRejection {
        var rejection = QTIRejection(
            "The question scores combinations of answers in a way that cannot be carried over. Score each answer by itself, or only the whole.",
            line: line)
        rejection.isAboutScoring = true
        return rejection
    }
}
