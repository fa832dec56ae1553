/// One reader of what strangers write. A new reader is one line in `all`.
struct FuzzTarget: Sendable {
    let name: String
    /// Folders of the corpus that start it off, beside `Seeds/<name>`.
    let seeds: [String]
    let run: @Sendable ([UInt8]) -> Void

    static let all: [FuzzTarget] = [
        FuzzTarget(name: "expression", seeds: [], run: readExpression),
        FuzzTarget(name: "gift", seeds: ["gift"], run: { readQuestions($0, named: "bank.gift") }),
        FuzzTarget(name: "moodle-xml", seeds: ["moodlexml"], run: { readQuestions($0, named: "bank.xml") }),
        FuzzTarget(name: "qti2", seeds: ["qti21", "qti22", "qti3"], run: { readQuestions($0, named: "item.xml") }),
        FuzzTarget(name: "qti12", seeds: ["qti12"], run: { readQuestions($0, named: "quiz.xml") }),
        FuzzTarget(name: "numbas", seeds: ["numbas"], run: { readQuestions($0, named: "quiz.exam") }),
        FuzzTarget(name: "csv", seeds: ["brightspace-csv", "aiken"], run: { readQuestions($0, named: "bank.csv") }),
        FuzzTarget(name: "package", seeds: [], run: { readQuestions($0, named: "bank.zip") }),
        FuzzTarget(name: "sanitiser", seeds: ["moodlexml", "qti12"], run: sanitise),
        FuzzTarget(name: "roster", seeds: ["oneroster", "brightspace-csv"], run: readNames),
        FuzzTarget(name: "response", seeds: [], run: markResponse),
    ]
}
