import Assessment
import Classroom
import Markup
import Mastery

/// The packet: score and decision on top, then each item with its note, the answer and the mark; what is wrong comes open.
enum ConferenceView {
    static func page(_ visit: Visit, _ conference: Conference, problem: String?) -> Page {
        let text = visit.text
        let name = "\(conference.givenName) \(conference.familyName)"
        return Page(name, kind: "teacher conference") {
            div(.class("headline")) {
                h1 { name }
                p(.class("objective")) {
                    text("line.detail", ["unit": conference.unitTitle, "number": String(conference.attempt.number)])
                }
            }
            if let problem { p(.class("problem"), .role("alert")) { problem } }
            if conference.attempt.state == .conferring {
                DecisionView(visit: visit, conference: conference)
            } else {
                p(.class("lead")) { text("conference.\(conference.attempt.state.rawValue)") }
            }
            element("ol", .class("packet")) {
                for entry in conference.entries where entry.formItem.item.isScored {
                    PacketItemView(visit: visit, conference: conference, entry: entry)
                }
            }
            if conference.attempt.state == .conferring { putOff(visit, conference) }
        }
    }

    private static func putOff(_ visit: Visit, _ conference: Conference) -> some HTML {
        section(.class("put-off")) {
            for name in ["hold", "release", "park"] {
                ActForm(
                    visit, "/teacher/line/\(conference.attempt.id)/\(name)", label: visit.text("conference.\(name)"),
                    style: "quiet")
            }
        }
    }
}

/// Enter in a text field presses the first button of its form, and the first one here would ring the gong. A disabled first
/// button keeps the form where it is (WHATWG HTML, implicit submission).
struct EnterDoesNothing: HTML {
    func render(into output: inout Output) {
        button(.disabled(true), .hidden(true)) {}.render(into: &output)
    }
}

/// The score, the two buttons, and what goes with them.
struct DecisionView: HTML {
    let visit: Visit
    let conference: Conference

    func render(into output: inout Output) {
        let reaches = conference.score.reaches(conference.attempt.threshold)
        section(.class("card decision")) {
            p(.class(reaches ? "score reaches" : "score")) {
                strong { "\(conference.score.percent) %" }
                " "
                visit.text(
                    "conference.points",
                    [
                        "earned": points(conference.score.earned), "possible": points(conference.score.possible),
                        "threshold": String(conference.attempt.threshold),
                    ])
            }
            if !conference.unmarked.isEmpty {
                p(.class("warning")) {
                    visit.text(
                        "conference.unmarked", ["places": conference.unmarked.map(String.init).joined(separator: ", ")])
                }
            }
            earlier
            ActForm(visit, "/teacher/conference/\(conference.attempt.id)/decide", .class("stack")) {
                EnterDoesNothing()
                label {
                    span { visit.text("conference.comment") }
                    textarea(.name("comment"), Attribute("rows", "2"), Attribute("maxlength", "2000")) {
                        conference.attempt.comment
                    }
                }
                label {
                    span { visit.text("conference.corrective") }
                    select(.name("corrective")) {
                        for corrective in conference.correctives { option(.value(corrective)) { corrective } }
                    }
                }
                label {
                    span { visit.text("conference.corrective_own") }
                    input(.type("text"), .name("corrective_own"), Attribute("maxlength", "500"))
                }
                if !reaches {
                    label {
                        span { visit.text("conference.reason") }
                        input(.type("text"), .name("reason"), Attribute("maxlength", "300"))
                    }
                }
                div(.class("verdicts")) {
                    button(.name("verdict"), .value("mastered"), .class("master")) { visit.text("conference.master") }
                    button(.name("verdict"), .value("not_yet"), .class("not-yet")) { visit.text("conference.not_yet") }
                }
                details {
                    summary { visit.text("conference.more") }
                    button(.name("verdict"), .value("void"), .class("quiet")) { visit.text("conference.set_aside") }
                }
            }
        }.render(into: &output)
    }

    private var earlier: some HTML {
        p(.class("earlier")) {
            for attempt in conference.earlier {
                span {
                    visit.text(
                        "conference.earlier",
                        ["number": String(attempt.number), "percent": attempt.percent.map { "\($0) %" } ?? "–"])
                }
                " "
            }
        }
    }

    private func points(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 100).rounded() / 100)
    }
}
