import Classroom
import Markup

/// The first page a student sees: who are you?
enum JoinView {
    static func names(_ visit: Visit, _ title: String, _ names: [RosterName]) -> Page {
        Page(title, kind: "student") {
            h1 { visit.text("join.title") }
            p(.class("lead")) { visit.text("join.lead", ["class": title]) }
            ul(.class("names")) {
                for name in names {
                    li { a(.href("/join/\(name.id)"), .class("button name")) { display(name, among: names) } }
                }
            }
        }
    }

    static func closed(_ visit: Visit) -> Page {
        Page(visit.text("join.closed_title"), kind: "student", freshness: .live(stream: "/events", seconds: 10)) {
            section(.class("card")) {
                h1 { visit.text("join.closed_title") }
                p { visit.text("join.closed") }
                p(.class("aside")) { a(.href("/teacher/sign-in")) { visit.text("join.teacher") } }
            }
        }
    }

    static func notSetUp(_ visit: Visit) -> Page {
        Page(visit.text("join.new_title"), kind: "student") {
            section(.class("card")) {
                h1 { visit.text("join.new_title") }
                p { visit.text("join.new") }
                p { a(.href("/teacher/set-up"), .class("button")) { visit.text("join.set_up") } }
            }
        }
    }

    /// A given name; with the first letter of the family name where two are alike, and the whole where those are too.
    private static func display(_ name: RosterName, among names: [RosterName]) -> String {
        let alike = names.filter { $0.givenName == name.givenName && $0.id != name.id }
        if alike.isEmpty { return name.givenName }
        let isClear = alike.allSatisfy { $0.familyName.first != name.familyName.first }
        return isClear ? "\(name.givenName) \(name.familyName.prefix(1))." : "\(name.givenName) \(name.familyName)"
    }
}
