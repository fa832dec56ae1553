import Assessment
import Classroom
import Markup
import Mastery

/// The decision, the corrective, and each item with the right answer and why.
enum CorrectionsView {
    static func page(_ visit: Visit, _ conference: Conference) -> Page {
        let text = visit.text
        let state = conference.attempt.state
        return Page(
            text("corrections.\(state.rawValue)"), kind: "student \(state.rawValue)",
            freshness: .live(stream: "/events", seconds: 20)
        ) {
            section(.class("card outcome \(state.rawValue)")) {
                p(.class("objective")) { conference.unitTitle }
                h1 { text("corrections.\(state.rawValue)") }
                if let score = conference.attempt.score {
                    p(.class("score")) { text("corrections.score", ["percent": String(score.percent)]) }
                }
                if !conference.attempt.comment.isEmpty { element("blockquote") { conference.attempt.comment } }
                next(visit, conference)
            }
            element("ol", .class("corrections")) {
                each(conference.entries.filter(\.formItem.item.isScored)) { correction($0, text) }
            }
        }
    }

    @HTMLBuilder
    private static func next(_ visit: Visit, _ conference: Conference) -> some HTML {
        if conference.attempt.state == .notYet, let corrective = conference.corrective, !conference.isCorrectiveDone {
            h2 { visit.text("corrections.first") }
            p(.class("corrective")) { corrective }
            ActForm(visit, "/corrections/\(conference.attempt.id)/done", .class("stack")) {
                label {
                    span { visit.text("corrections.report") }
                    textarea(.name("report"), Attribute("rows", "2"), Attribute("maxlength", "2000")) {}
                }
                button { visit.text("corrections.done") }
            }
        } else {
            p { a(.href("/path"), .class("button")) { visit.text("corrections.path") } }
        }
    }

    private static func correction(_ entry: Conference.Entry, _ text: Catalogue) -> some HTML {
        let fraction = entry.fraction ?? 0
        return li(.class(MarkClass.of(entry.fraction)), Attribute("value", String(entry.formItem.place))) {
            StemView(item: entry.formItem)
            dl {
                dt { text("corrections.yours") }
                if case .composite = entry.formItem.item.interaction {
                    dd(.class("by-part")) { PartList(item: entry.formItem, text: text) }
                } else {
                    dd {
                        entry.formItem.response.isEmpty
                            ? text("review.no_answer") : entry.formItem.item.text(of: entry.formItem.response)
                    }
                    if fraction < 1, !entry.formItem.item.keyText.isEmpty {
                        dt { text("corrections.right") }
                        dd { entry.formItem.item.keyText }
                    }
                }
                if let adjustment = entry.adjustment, !adjustment.reason.isEmpty {
                    dt { text("corrections.agreed") }
                    dd { adjustment.reason }
                }
            }
            for feedback in entry.mark.feedback { div(.class("feedback")) { Raw(sanitised: feedback.html) } }
            if let feedback = entry.formItem.item.feedback { div(.class("feedback")) { Raw(sanitised: feedback.html) } }
        }
    }
}

/// How a mark looks: right, partly, wrong, or still to be marked by a person.
enum MarkClass {
    static func of(_ fraction: Double?) -> String {
        guard let fraction else { return "unmarked" }
        return fraction >= 0.9999 ? "right" : fraction > 0 ? "partly" : "wrong"
    }
}
