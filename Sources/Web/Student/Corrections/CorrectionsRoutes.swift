import HTTP

/// What came of an attempt, once it is decided; and the word that the corrective is done.
enum CorrectionsRoutes {
    static let all: [Route] = [
        .page("/corrections/:attempt", for: .student) { visit in
            CorrectionsView.page(visit, try visit.classroom.corrections(visit.parameter(0), of: visit.person)).response(
                visit)
        },
        .act("/corrections/:attempt/done", for: .student) { visit in
            try await visit.classroom.finishCorrective(
                visit.parameter(0), report: visit.form["report"] ?? "", by: visit.person)
            return .seeOther("/path")
        },
    ]
}
