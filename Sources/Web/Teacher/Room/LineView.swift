import Classroom
import Markup
import Mastery

/// The line for the conference: one tap calls, one tap begins.
struct LineView: HTML {
    let visit: Visit
    let line: [QueueEntry]

    func render(into output: inout Output) {
        section(.class("card line")) {
            div(.class("headline")) {
                h2 { visit.text("line.title") }
                if line.contains(where: { $0.state == .waiting }) {
                    ActForm(visit, "/teacher/call-next", label: visit.text("line.call_next"))
                }
            }
            if line.isEmpty { p(.class("empty")) { visit.text("line.empty") } }
            ul(.class("rows")) {
                each(line) { row($0) }
            }
        }.render(into: &output)
    }

    private func row(_ entry: QueueEntry) -> some HTML {
        li(.class(entry.state.rawValue)) {
            span(.class("name")) { "\(entry.givenName) \(entry.familyName)" }
            " "
            span(.class("detail")) {
                visit.text("line.detail", ["unit": entry.unitTitle, "number": String(entry.number)])
            }
            " "
            span(.class("state")) { visit.text("line.\(entry.state.rawValue)") }
            div(.class("acts")) { acts(entry) }
        }
    }

    @HTMLBuilder
    private func acts(_ entry: QueueEntry) -> some HTML {
        switch entry.state {
        case .conferring:
            a(.href("/teacher/conference/\(entry.id)"), .class("button")) { visit.text("line.open") }
        case .called:
            act(entry, "arrive", style: "")
            act(entry, "miss", style: "quiet")
            act(entry, "release", style: "quiet")
        case .waiting:
            act(entry, "call", style: "")
            act(entry, "arrive", style: "quiet")
            act(entry, "park", style: "quiet")
        default:
            act(entry, "call", style: "quiet")
            act(entry, "requeue", style: "quiet")
        }
    }

    private func act(_ entry: QueueEntry, _ name: String, style: String) -> some HTML {
        ActForm(visit, "/teacher/line/\(entry.id)/\(name)", label: visit.text("act.\(name)"), style: style)
    }
}
