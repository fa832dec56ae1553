import Classroom
import Markup
import Mastery

/// Every student of the class in one line.
struct ClassListView: HTML {
    let text: Catalogue
    let room: Dashboard

    func render(into output: inout Output) {
        section(.class("card class")) {
            div(.class("headline")) {
                h2 { text("class.title", ["size": String(room.students.count)]) }
                if let open = room.classes.first(where: \.isOpen) {
                    a(.href("/teacher/class/\(open.id)/seats")) { text("seats.title") }
                }
            }
            ul(.class("rows")) {
                each(room.students) { row($0) }
            }
        }.render(into: &output)
    }

    private func row(_ student: Dashboard.Student) -> some HTML {
        li(.class(student.current?.standing.rawValue ?? "mastered")) {
            span(.class("name")) { "\(student.givenName) \(student.familyName)" }
            " "
            span(.class("mastered"), .title(text("class.mastered"))) { "\(student.mastered)/\(room.units)" }
            " "
            span(.class("detail")) {
                if let current = student.current {
                    "\(current.title): \(text("standing.\(current.standing.rawValue)"))"
                    if let progress = student.progress { " \(progress.answered)/\(progress.of)" }
                    if student.tries > 0 { " · " + text("class.tries", count: student.tries) }
                } else {
                    text("class.done")
                }
            }
        }
    }
}

/// What the gong would do now, and what it did last.
struct GongView: HTML {
    let visit: Visit
    let room: Dashboard

    func render(into output: inout Output) {
        section(.class("card gong")) {
            div(.class("headline")) {
                h2 { visit.text("gong.title") }
                a(.href("/teacher/gong"), .class("button quiet")) { visit.text("gong.settings") }
                if !room.isExamination { GongTestButton(visit: visit, from: "") }
            }
            GongHealthView(visit: visit, voices: room.voices, test: room.test)
            if let last = room.lastStrike {
                p(.class("detail")) {
                    visit.text("gong.last", ["name": last.name, "fate": FateText.of(last, visit.text)])
                }
            }
        }.render(into: &output)
    }
}
