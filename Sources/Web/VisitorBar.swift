import Markup

/// The line on top: who is signed in, the ways to go, and the way out.
struct VisitorBar: HTML {
    let visit: Visit
    /// The page's; its first word says whose page it is.
    let kind: String

    func render(into output: inout Output) {
        switch (kind.prefix { $0 != " " }, visit.visitor?.kind) {
        case ("teacher", .teacher): teacher.render(into: &output)
        case ("student", .student): student.render(into: &output)
        case ("board", _): break
        default: header(.class("bar")) { span(.class("mark")) { "Gongbox" } }.render(into: &output)
        }
    }

    private var teacher: some HTML {
        header(.class("bar")) {
            a(.href("/teacher"), .class("mark")) { "Gongbox" }
            nav {
                way("/teacher", "bar.room")
                way("/teacher/class", "bar.class")
                way("/teacher/units", "bar.units")
                way("/teacher/import", "bar.import")
                way("/board", "bar.board")
            }
            ActForm(visit, "/teacher/sign-out", label: visit.text("bar.sign_out"), style: "quiet")
        }
    }

    private func way(_ address: String, _ name: String) -> some HTML {
        a(.href(address), Attribute("aria-current", if: visit.request.path == address)) { visit.text(name) }
    }

    private var student: some HTML {
        header(.class("bar")) {
            a(.href("/path"), .class("mark")) { "Gongbox" }
            span(.class("who")) { visit.visitor?.shortName ?? "" }
            ActForm(visit, "/leave", label: visit.text("bar.sign_out"), style: "quiet")
        }
    }
}
