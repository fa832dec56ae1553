import Classroom
import Gong
import Markup

/// The dashboard: what needs the teacher first, then the class at a glance.
enum RoomView {
    static func page(_ visit: Visit, _ room: Dashboard) -> Page {
        let text = visit.text
        return Page(
            room.classTitle ?? text("room.closed"), kind: "teacher", freshness: .live(stream: "/events", seconds: 8)
        ) {
            div(.class("notices"), Attribute("aria-live", "polite")) {
                if let undoable = room.undoable { undo(visit, undoable) }
                if room.isExamination { ExaminationView(visit: visit, isOn: true) }
                each(room.unsounded) { silence(visit, $0) }
                if !room.kept.isEmpty { kept(visit, room) }
            }
            div(.class("headline")) {
                h1 { room.classTitle ?? text("room.closed") }
                if room.classTitle != nil {
                    ActForm(visit, "/teacher/room/close", label: text("room.close"), style: "quiet")
                }
            }
            if room.classTitle == nil {
                OpenRoomView(visit: visit, room: room)
            } else {
                if !room.door.isEmpty { DoorListView(visit: visit, names: room.door) }
                div(.class("columns")) {
                    LineView(visit: visit, line: room.line)
                    ClassListView(text: text, room: room)
                }
            }
            GongView(visit: visit, room: room)
        }
    }

    private static func undo(_ visit: Visit, _ undoable: Undoable) -> some HTML {
        div(.class("notice undo"), Attribute("data-seconds", String(undoable.seconds))) {
            span { visit.text("undo.\(undoable.state.rawValue)", ["name": undoable.name]) }
            ActForm(visit, "/teacher/undo/\(undoable.attempt)", label: visit.text("undo.button"), style: "quiet")
        }
    }

    private static func silence(_ visit: Visit, _ strike: StrikeRecord) -> some HTML {
        div(.class("notice silent")) {
            span {
                visit.text("silent.title", ["name": strike.name]) + " " + reason(strike.fate, visit.text)
            }
            ActForm(visit, "/teacher/strike/\(strike.id)/ring", label: visit.text("silent.ring"))
            ActForm(visit, "/teacher/strike/\(strike.id)/dismiss", label: visit.text("silent.dismiss"), style: "quiet")
        }
    }

    private static func reason(_ fate: StrikeRecord.Fate, _ text: Catalogue) -> String {
        if case .silent(let reason) = fate { return reason }
        return text("silent.power")
    }

    /// What the rules kept silent: told once for all, and not to be rung during an examination.
    private static func kept(_ visit: Visit, _ room: Dashboard) -> some HTML {
        div(.class("notice silent")) {
            span {
                for hush in RingRules.Hush.allCases {
                    let names = room.kept.filter { $0.fate == .kept(hush) }.map(\.name)
                    if !names.isEmpty {
                        visit.text(
                            "kept.title",
                            ["reason": FateText.reason(hush, visit.text), "names": names.joined(separator: ", ")]) + " "
                    }
                }
            }
            if !room.isExamination {
                ActForm(visit, "/teacher/kept/ring", label: visit.text("kept.ring"))
                ActForm(visit, "/teacher/kept/dismiss", label: visit.text("silent.dismiss"), style: "quiet")
            }
        }
    }
}

/// The room is closed: open it for a class, or bring in what is missing first.
struct OpenRoomView: HTML {
    let visit: Visit
    let room: Dashboard

    func render(into output: inout Output) {
        section(.class("card")) {
            if room.classes.isEmpty {
                p(.class("lead")) { visit.text("room.no_class") }
                p { a(.href("/teacher/import"), .class("button")) { visit.text("room.import") } }
            } else {
                p(.class("lead")) { visit.text("room.choose") }
                div(.class("choices")) {
                    for summary in room.classes {
                        ActForm(visit, "/teacher/room/open", .class("single")) {
                            button(.name("class"), .value(summary.id)) {
                                visit.text("room.open", ["class": summary.title, "size": String(summary.size)])
                            }
                        }
                    }
                }
                if room.units == 0 { p { a(.href("/teacher/import")) { visit.text("room.no_units") } } }
            }
        }.render(into: &output)
    }
}

/// Those who wait at the door: first joins to admit.
struct DoorListView: HTML {
    let visit: Visit
    let names: [RosterName]

    func render(into output: inout Output) {
        section(.class("card door")) {
            div(.class("headline")) {
                h2 { visit.text("door.list", count: names.count) }
                if names.count > 1 { ActForm(visit, "/teacher/admit/all", label: visit.text("door.admit_all")) }
            }
            ul(.class("rows")) {
                for name in names {
                    li {
                        span(.class("name")) { "\(name.givenName) \(name.familyName)" }
                        ActForm(visit, "/teacher/admit/\(name.id)", label: visit.text("door.admit"))
                        ActForm(
                            visit, "/teacher/turn-away/\(name.id)", label: visit.text("door.turn_away"), style: "quiet")
                    }
                }
            }
        }.render(into: &output)
    }
}
