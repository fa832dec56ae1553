import Classroom
import Markup

/// Every class and its students.
enum ClassView {
    static func page(_ visit: Visit, _ classes: [ClassMembers]) -> Page {
        let text = visit.text
        return Page(text("bar.class"), kind: "teacher") {
            h1 { text("bar.class") }
            if classes.isEmpty {
                p(.class("lead")) { text("room.no_class") }
                p { a(.href("/teacher/import"), .class("button")) { text("room.import") } }
            } else {
                p { a(.href("/teacher/cards"), .class("button quiet")) { text("members.cards") } }
            }
            each(classes) { members in
                section(.class("card")) {
                    div(.class("headline")) {
                        h2 { members.title }
                        a(.href("/teacher/class/\(members.id)/seats"), .class("button quiet")) { text("seats.title") }
                    }
                    ul(.class("rows")) {
                        each(members.students) { row(visit, $0) }
                    }
                }
            }
        }
    }

    private static func row(_ visit: Visit, _ member: Member) -> some HTML {
        li {
            span(.class("name")) { "\(member.givenName) \(member.familyName)" }
            " "
            span(.class("detail")) { visit.text(member.hasPIN ? "members.has_pin" : "members.no_pin") }
            div(.class("acts")) {
                if member.hasPIN {
                    ActForm(
                        visit, "/teacher/student/\(member.id)/reset-pin", label: visit.text("members.reset"),
                        style: "quiet")
                }
                ActForm(visit, "/teacher/student/\(member.id)/quiet", .class("single")) {
                    button(.name("quiet"), .value(member.isQuiet ? "0" : "1"), .class("quiet")) {
                        visit.text(member.isQuiet ? "members.loud" : "members.quiet")
                    }
                }
                ActForm(visit, "/teacher/student/\(member.id)/gong", .class("single")) {
                    button(.name("gong"), .value(member.wantsGong ? "0" : "1"), .class("quiet")) {
                        visit.text(member.wantsGong ? "members.no_gong" : "members.gong")
                    }
                }
            }
        }
    }
}

/// Cards to print and cut: a name, the address, and the code that proves the first join.
enum CardsView {
    static func page(_ visit: Visit, _ classes: [ClassMembers]) -> Page {
        Page(visit.text("cards.title"), kind: "teacher cards") {
            div(.class("headline no-print")) {
                h1 { visit.text("cards.title") }
                p { visit.text("cards.hint") }
            }
            for members in classes {
                for member in members.students where !member.cardCode.isEmpty {
                    section(.class("student-card")) {
                        h2 { "\(member.givenName) \(member.familyName)" }
                        " "
                        p { members.title }
                        p(.class("address")) { visit.site.address }
                        p { visit.text("cards.code") + " " }
                        p(.class("code")) { member.cardCode }
                    }
                }
            }
        }
    }
}
