import HTTP

/// The line, from where a student stands in it.
enum WaitingRoutes {
    static let all: [Route] = [
        .page("/waiting/:attempt", for: .student) { visit in
            let attempt = visit.parameter(0)
            let waiting = try visit.classroom.waiting(attempt, of: visit.person)
            if waiting.attempt.state == .open { return .seeOther("/check/\(attempt)") }
            if waiting.attempt.state == .void { return .seeOther("/path") }
            if waiting.attempt.state.isDecided { return .seeOther("/corrections/\(attempt)") }
            return WaitingView.page(visit, waiting).response(visit)
        },
        .act("/waiting/:attempt/back", for: .student) { visit in
            try await visit.classroom.step(visit.parameter(0), .requeue, by: .student, visit.person)
            return .seeOther("/waiting/\(visit.parameter(0))")
        },
    ]
}
