import Assessment
import Classroom
import Markup
import Mastery

/// Place in line, how long, and what to do meanwhile.
enum WaitingView {
    static func page(_ visit: Visit, _ waiting: LinePlace) -> Page {
        let text = visit.text
        let state = waiting.attempt.state
        return Page(
            headline(waiting, text), kind: "student \(state.rawValue)", freshness: .live(stream: "/events", seconds: 6)
        ) {
            section(.class("card place \(state.rawValue)"), .role("status")) {
                p(.class("objective")) { waiting.unitTitle }
                h1 { headline(waiting, text) }
                p { text("waiting.\(state.rawValue)_hint") }
                if state == .waiting {
                    p(.class("estimate")) {
                        if let estimate = waiting.estimate {
                            text(
                                "waiting.estimate", ["from": String(estimate.shortest), "to": String(estimate.longest)])
                        } else {
                            text("waiting.no_estimate")
                        }
                    }
                }
                if state == .held || state == .parked {
                    ActForm(visit, "/waiting/\(waiting.attempt.id)/back", label: text("waiting.back"))
                }
            }
            if [.waiting, .held, .parked].contains(state) { meanwhile(waiting, text) }
        }
    }

    private static func headline(_ waiting: LinePlace, _ text: Catalogue) -> String {
        switch waiting.attempt.state {
        case .called: text("waiting.called")
        case .conferring: text("waiting.conferring")
        case .held: text("waiting.held")
        case .parked: text("waiting.parked")
        default: waiting.ahead == 0 ? text("waiting.next") : text("waiting.ahead", count: waiting.ahead)
        }
    }

    /// Never idle: the own answers once more, and three things to do with them.
    private static func meanwhile(_ waiting: LinePlace, _ text: Catalogue) -> some HTML {
        section(.class("meanwhile")) {
            h2 { text("meanwhile.title") }
            ul {
                li { text("meanwhile.unsure") }
                li { text("meanwhile.hardest") }
                li { text("meanwhile.help") }
            }
            details {
                summary { text("meanwhile.answers") }
                element("ol", .class("answers")) {
                    for item in waiting.items where item.item.isScored {
                        li(Attribute("value", String(item.place))) {
                            span(.class("question")) { item.item.question }
                            " "
                            span(.class("given")) {
                                item.response.isEmpty ? text("review.no_answer") : item.item.text(of: item.response)
                            }
                        }
                    }
                }
            }
        }
    }
}
