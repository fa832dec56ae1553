/// Why a question is left out: a whole plain sentence or two, what it is and what to do.
struct QTIRejection: Error {
    let reason: String
    /// The line of the element that cannot be read, where it is not the question as a whole.
    var line: Int?

    init(_ reason: String, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }

    /// For what QTI has and this reader cannot carry.
    static func unsupported(_ what: String, line: Int?, advice: String = "Ask it in another way.") -> QTIRejection {
        QTIRejection("The question uses \(what), which cannot be carried over. \(advice)", line: line)
    }
}
