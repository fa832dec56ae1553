import LiveBox

/// What was sent to the box and what it said was saved.
struct Ledger {
    struct Question: Hashable {
        let attempt: String
        let place: Int
    }

    struct Line {
        /// The greatest sequence number that was sent.
        var sent = 0
        /// The greatest that was acknowledged; 0 is none.
        var acknowledged = 0
    }

    private(set) var lines: [Question: Line] = [:]
    /// How many answers were acknowledged in all.
    private(set) var acknowledgements = 0
    /// Attempts that the teacher has decided, acknowledged.
    var decided: Set<String> = []

    /// The number of the next answer to a question.
    mutating func next(_ question: Question) -> Int {
        lines[question, default: Line()].sent += 1
        return lines[question, default: Line()].sent
    }

    mutating func acknowledge(_ question: Question, _ sequence: Int) {
        lines[question, default: Line()].acknowledged = sequence
        acknowledgements += 1
    }

    /// What an answer with this number says.
    static func text(_ sequence: Int) -> String { "answer \(sequence)" }
}
