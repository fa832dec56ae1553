import Classroom
import HTTP

/// What came of an attempt, once it is decided; and the word that the corrective is done.
enum CorrectionsRoutes {
    static let all: [Route] = [
        .page("/corrections/:attempt", for: .student) { visit in
            do {
                let conference = try visit.classroom.corrections(visit.parameter(0), of: visit.person)
                return CorrectionsView.page(visit, conference).response(visit)
            } catch Refusal.notNow {
                // Not decided yet, or the teacher took the decision back.
                return .seeOther("/waiting/\(visit.parameter(0))")
            }
        },
        .act("/corrections/:attempt/done", for: .student) { visit in
            try await visit.classroom.finishCorrective(
                visit.parameter(0), report: visit.form["report"] ?? "", by: visit.person)
            return .seeOther("/path")
        },
    ]
}
