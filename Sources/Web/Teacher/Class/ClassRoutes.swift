import HTTP

/// The class list: PINs, quiet celebration, and printed cards.
enum ClassRoutes {
    static let all: [Route] = [
        .page("/teacher/class", for: .teacher) { visit in
            ClassView.page(visit, try visit.classroom.members).response(visit)
        },
        .page("/teacher/cards", for: .teacher) { visit in
            CardsView.page(visit, try visit.classroom.members).response(visit)
        },
        .act("/teacher/student/:student/reset-pin", for: .teacher) { visit in
            try await visit.classroom.resetPIN(of: visit.parameter(0), by: visit.person)
            return .seeOther("/teacher/class")
        },
        .act("/teacher/student/:student/quiet", for: .teacher) { visit in
            try await visit.classroom.setQuiet(visit.form["quiet"] == "1", for: visit.parameter(0), by: visit.person)
            return .seeOther("/teacher/class")
        },
        .act("/teacher/student/:student/gong", for: .teacher) { visit in
            try await visit.classroom.setWantsGong(visit.form["gong"] == "1", for: visit.parameter(0), by: visit.person)
            return .seeOther("/teacher/class")
        },
    ]
}
