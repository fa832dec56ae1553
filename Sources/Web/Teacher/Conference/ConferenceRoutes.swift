import Classroom
import HTTP

/// Marking together, and the decision.
enum ConferenceRoutes {
    static let all: [Route] = [
        .page("/teacher/conference/:attempt", for: .teacher) { visit in
            let conference = try visit.classroom.conference(visit.parameter(0))
            return ConferenceView.page(visit, conference, problem: nil).response(visit)
        },
        .act("/teacher/conference/:attempt/mark/:place", for: .teacher) { visit in
            try await visit.classroom.adjust(
                visit.parameter(0), place: try visit.number(1), fraction: try fraction(visit.form["fraction"]),
                reason: visit.form["reason"] ?? "", by: visit.person)
            return .seeOther("/teacher/conference/\(visit.parameter(0))#item-\(visit.parameter(1))")
        },
        .act("/teacher/conference/:attempt/decide", for: .teacher) { visit in
            let attempt = visit.parameter(0)
            do {
                if let comment = visit.form["comment"], !comment.isEmpty {
                    try await visit.classroom.comment(comment, on: attempt, by: visit.person)
                }
                try await visit.classroom.decide(attempt, try verdict(visit.form), by: visit.person)
                return .seeOther("/teacher")
            } catch let refusal as Refusal where [.reasonMissing, .unmarked].contains(refusal) {
                let conference = try visit.classroom.conference(attempt)
                return ConferenceView.page(visit, conference, problem: RefusalText.of(refusal, visit.text))
                    .response(visit, status: 422)
            }
        },
    ]

    /// `1`, `0.5`, `0,25`: a share of the item's mark.
    private static func fraction(_ text: String?) throws -> Double {
        guard let value = Double((text ?? "").replacing(",", with: ".")), (0...1).contains(value) else {
            throw Refusal.reasonMissing
        }
        return value
    }

    private static func verdict(_ form: Fields) throws -> Verdict {
        switch form["verdict"] {
        case "mastered":
            return .mastered(reason: form["reason"] ?? "")
        case "not_yet":
            let own = form["corrective_own"] ?? ""
            return .notYet(corrective: own.isEmpty ? form["corrective"] ?? "" : own)
        case "void":
            return .void(reason: form["reason"] ?? "")
        default:
            throw Refusal.notFound
        }
    }
}
