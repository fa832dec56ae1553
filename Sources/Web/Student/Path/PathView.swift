import Classroom
import Markup
import Mastery

/// The units in order, each with where the student stands and the one thing to do next.
enum PathView {
    static func page(_ visit: Visit, _ units: [PathUnit]) -> Page {
        Page(visit.text("path.title"), kind: "student", freshness: .live(stream: "/events", seconds: 20)) {
            h1 { visit.text("path.title") }
            if units.isEmpty {
                p(.class("lead")) { visit.text("path.empty") }
            } else {
                p(.class("lead")) {
                    visit.text(
                        "path.lead",
                        [
                            "mastered": String(units.count(where: { $0.standing == .mastered })),
                            "all": String(units.count),
                        ])
                }
            }
            element("ol", .class("path")) {
                each(units) { step(visit, $0) }
            }
        }
    }

    private static func step(_ visit: Visit, _ unit: PathUnit) -> some HTML {
        li(.class("unit \(unit.standing.rawValue)")) {
            h2 { unit.title }
            p(.class("standing")) { visit.text("standing.\(unit.standing.rawValue)") }
            if !unit.prework.isEmpty, [.ready, .later].contains(unit.standing) {
                p(.class("prework")) { unit.prework }
            }
            if let corrective = unit.corrective, unit.standing == .corrective {
                p(.class("corrective")) { corrective }
            }
            next(visit, unit)
        }
    }

    @HTMLBuilder
    private static func next(_ visit: Visit, _ unit: PathUnit) -> some HTML {
        switch unit.standing {
        case .ready:
            ActForm(visit, "/path/\(unit.id)/start", .class("single")) {
                button { visit.text(unit.tries == 0 ? "path.start" : "path.retake", ["count": String(unit.length)]) }
            }
        case .open:
            a(.href("/check/\(unit.attempt ?? "")"), .class("button")) { visit.text("path.continue") }
        case .conference:
            a(.href("/waiting/\(unit.attempt ?? "")"), .class("button")) { visit.text("path.waiting") }
        case .corrective:
            a(.href("/corrections/\(unit.attempt ?? "")"), .class("button")) { visit.text("path.corrections") }
        case .mastered:
            if let attempt = unit.attempt { a(.href("/corrections/\(attempt)")) { visit.text("path.look_back") } }
        case .later:
            Piece()
        }
    }
}
