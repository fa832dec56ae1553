import Mastery
import SQLite

/// What the box has on its disk, read beside it.
struct Records {
    struct Strike {
        let id: String
        let attempt: String
        /// Empty while nothing is known.
        let outcome: String
    }

    let answers: [Ledger.Question: (value: String, sequence: Int)]
    let strikes: [Strike]
    let states: [String: String]
    private let acts: [(attempt: String, act: String)]
    /// How often the journal says of a strike that it sounded or shared a ring.
    private let soundings: [String: Int]

    init(_ database: String) throws {
        (answers, strikes, states, acts, soundings) = try ReaderPool(path: database).read { connection in
            let answers = try connection.rows("SELECT attempt_id, place, value, sequence FROM response") { row in
                (
                    Ledger.Question(attempt: row.text(0), place: row.integer(1)),
                    (value: row.text(2), sequence: row.integer(3))
                )
            }
            let soundings = try connection.rows(
                """
                SELECT subject, COUNT(*) FROM journal WHERE act IN ('strike_sounded', 'strike_joined') GROUP BY subject
                """
            ) { ($0.text(0), $0.integer(1)) }
            return (
                Dictionary(uniqueKeysWithValues: answers),
                try connection.rows("SELECT id, attempt_id, outcome FROM strike") { row in
                    Strike(id: row.text(0), attempt: row.text(1), outcome: row.text(2))
                },
                Dictionary(
                    uniqueKeysWithValues: try connection.rows("SELECT id, state FROM attempt") {
                        ($0.text(0), $0.text(1))
                    }),
                try connection.rows(
                    "SELECT subject, act FROM journal WHERE subject IN (SELECT id FROM attempt) ORDER BY number"
                ) { ($0.text(0), $0.text(1)) },
                Dictionary(uniqueKeysWithValues: soundings)
            )
        }
    }

    /// Acknowledged answers that are not there, or older than acknowledged, or not what was sent; a sentence each.
    func losses(_ ledger: Ledger) -> [String] {
        ledger.lines.compactMap { question, line in
            let name = "attempt \(question.attempt), question \(question.place)"
            guard let answer = answers[question] else {
                return line.acknowledged > 0 ? "Lost: \(name): answer \(line.acknowledged) was acknowledged." : nil
            }
            if answer.sequence < line.acknowledged {
                return "Lost: \(name): answer \(line.acknowledged) was acknowledged, \(answer.sequence) is there."
            }
            if answer.sequence > line.sent || answer.value != Ledger.text(answer.sequence) {
                return "Spoilt: \(name): \"\(answer.value)\" as answer \(answer.sequence) of \(line.sent)."
            }
            return nil
        }
    }

    /// What is wrong with decisions, strikes and journal; a sentence each.
    func faults(_ ledger: Ledger) -> [String] {
        let owed = Set(strikes.map(\.attempt))
        var faults = ledger.decided.filter { states[$0] != "mastered" || !owed.contains($0) }
            .map { "Lost: the decision on attempt \($0) was acknowledged." }
        faults += soundings.filter { $0.value > 1 }.map { "Strike \($0.key) sounded \($0.value) times." }
        var replayed: [String: AttemptState] = [:]
        for (attempt, name) in acts {
            if name == "start" {
                replayed[attempt] = .open
            } else if let act = Act(rawValue: name), let state = replayed[attempt] {
                replayed[attempt] = state.after(act, by: .teacher) ?? state.after(act, by: .student) ?? .void
            }
        }
        faults += states.filter { replayed[$0.key]?.rawValue != $0.value }
            .map {
                "The journal of attempt \($0.key) leads to \(replayed[$0.key]?.rawValue ?? "nothing"), its state is \($0.value)."
            }
        return faults
    }
}
