import Classroom
import HTTP
import Mastery

/// The dashboard: the room, the door, the line, the class, the gong.
enum RoomRoutes {
    static let all: [Route] = [
        .page("/teacher", for: .teacher) { visit in RoomView.page(visit, try visit.classroom.dashboard).response(visit)
        },
        .act("/teacher/room/open", for: .teacher) { visit in
            try await visit.classroom.openRoom(for: visit.form["class"] ?? "", by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/room/close", for: .teacher) { visit in
            try await visit.classroom.closeRoom(by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/admit/all", for: .teacher) { visit in
            try await visit.classroom.admitAll(by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/admit/:student", for: .teacher) { visit in
            try await visit.classroom.admit(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/turn-away/:student", for: .teacher) { visit in
            try await visit.classroom.turnAway(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/call-next", for: .teacher) { visit in
            try await visit.classroom.call(nil, by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/line/:attempt/call", for: .teacher) { visit in
            try await visit.classroom.call(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/line/:attempt/arrive", for: .teacher) { visit in
            try await visit.classroom.arrive(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher/conference/\(visit.parameter(0))")
        },
        .act("/teacher/line/:attempt/miss", for: .teacher) { visit in
            try await visit.classroom.miss(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher")
        },
        step("hold", .hold), step("park", .park), step("release", .release), step("requeue", .requeue),
        .act("/teacher/undo/:attempt", for: .teacher) { visit in
            try await visit.classroom.undo(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher/conference/\(visit.parameter(0))")
        },
        .act("/teacher/strike/:strike/ring", for: .teacher) { visit in
            try await visit.classroom.ringAgain(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/strike/:strike/dismiss", for: .teacher) { visit in
            try await visit.classroom.dismissStrike(visit.parameter(0), by: visit.person)
            return .seeOther("/teacher")
        },
    ]

    private static func step(_ name: String, _ act: Act) -> Route {
        .act("/teacher/line/:attempt/\(name)", for: .teacher) { visit in
            try await visit.classroom.step(visit.parameter(0), act, by: .teacher, visit.person)
            return .seeOther("/teacher")
        }
    }
}
