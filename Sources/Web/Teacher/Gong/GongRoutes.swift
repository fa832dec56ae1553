import Classroom
import Gong
import HTTP

/// How the gong of this room is heard: its sound, its hours, examination mode, and a test.
enum GongRoutes {
    /// The largest sound that is read, bytes: twenty seconds as studios record them.
    private static let largest = 12 << 20

    static let all: [Route] = [
        .page("/teacher/gong", for: .teacher) { visit in
            GongSettingsView.page(visit, try visit.classroom.gongOverview).response(visit)
        },
        .act("/teacher/gong/test", for: .teacher) { visit in
            try await visit.classroom.testGong(by: visit.person)
            return back(visit)
        },
        .act("/teacher/gong/examination", for: .teacher) { visit in
            try await visit.classroom.setExamination(visit.form["on"] == "1", by: visit.person)
            return back(visit)
        },
        .act("/teacher/gong/hours", for: .teacher) { visit in
            let hours = GongHours(visit.form)
            do {
                try await visit.classroom.setHours(try hours.rules(), by: visit.person)
                return .seeOther("/teacher/gong")
            } catch let problem as GongHours.Problem {
                return try refused(visit, text(problem, visit.text), hours: hours)
            }
        },
        .act("/teacher/gong/voices", for: .teacher) { visit in
            guard let voices = visit.form["voices"].flatMap(VoiceChoice.init) else { throw Refusal.notFound }
            try await visit.classroom.chooseVoices(voices, by: visit.person)
            return .seeOther("/teacher/gong")
        },
        .act("/teacher/gong/sound", for: .teacher) { visit in
            try await visit.classroom.chooseSound(visit.form["sound"] ?? "", by: visit.person)
            return .seeOther("/teacher/gong")
        },
        .act("/teacher/gong/own", for: .teacher, bodyLimit: largest) { visit in
            guard let file = visit.request.uploads.first(where: { !$0.fileName.isEmpty }) else {
                return try refused(visit, visit.text("unfit.no_file"))
            }
            do {
                try await visit.classroom.keepOwnSound(file.bytes, by: visit.person)
                return .seeOther("/teacher/gong")
            } catch let unfit as UnfitSound {
                return try refused(visit, text(unfit, visit.text))
            }
        },
        .act("/teacher/kept/ring", for: .teacher) { visit in
            try await visit.classroom.ringKept(by: visit.person)
            return .seeOther("/teacher")
        },
        .act("/teacher/kept/dismiss", for: .teacher) { visit in
            try await visit.classroom.dismissKept(by: visit.person)
            return .seeOther("/teacher")
        },
    ]

    /// Where the button was: the dashboard or the page about the gong.
    private static func back(_ visit: Visit) -> Response {
        .seeOther(visit.form["from"] == "gong" ? "/teacher/gong" : "/teacher")
    }

    private static func refused(_ visit: Visit, _ text: String, hours: GongHours? = nil) throws -> Response {
        GongSettingsView.page(visit, try visit.classroom.gongOverview, problem: text, hours: hours)
            .response(visit, status: 422)
    }

    private static func text(_ problem: GongHours.Problem, _ text: Catalogue) -> String {
        switch problem {
        case .incomplete: text("hours.incomplete")
        case .empty(let time): text("hours.empty", ["time": time.description])
        }
    }

    private static func text(_ unfit: UnfitSound, _ text: Catalogue) -> String {
        switch unfit {
        case .noSound: text("unfit.no_sound")
        case .silent: text("unfit.silent")
        case .tooLong(let limit): text("unfit.too_long", ["limit": String(limit)])
        case .channels(let count): text("unfit.channels", ["count": String(count)])
        case .rate(let rate): text("unfit.rate", ["rate": String(rate)])
        case .notKept(let reason): text("unfit.not_kept", ["reason": reason])
        case .noCard: text("unfit.no_card")
        }
    }
}
