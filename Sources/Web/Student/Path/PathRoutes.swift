import HTTP

/// The path, and the start of a check.
enum PathRoutes {
    static let all: [Route] = [
        .page("/path", for: .student) { visit in
            PathView.page(visit, try visit.classroom.path(of: visit.person)).response(visit)
        },
        .act("/path/:unit/start", for: .student) { visit in
            let attempt = try await visit.classroom.start(try visit.number(0), by: visit.person)
            return .seeOther("/check/\(attempt)")
        },
    ]
}
