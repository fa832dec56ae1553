import Assessment
import Classroom
import Markup

/// All answers at a glance before they are handed in.
enum ReviewView {
    static func page(_ visit: Visit, _ form: AttemptForm) -> Page {
        let text = visit.text
        return Page(text("review.title"), kind: "student check") {
            h1 { text("review.title") }
            p(.class("objective")) { form.unitTitle }
            if form.unanswered.isEmpty {
                p(.class("lead")) { text("review.complete") }
            } else {
                p(.class("lead warning")) { text("review.open", count: form.unanswered.count) }
            }
            element("ol", .class("answers")) {
                for item in form.items where item.item.isScored {
                    li(.class(item.response.isEmpty ? "open" : ""), Attribute("value", String(item.place))) {
                        a(.href("/check/\(form.attempt.id)/\(item.place)")) {
                            span(.class("question")) { item.item.question }
                            " "
                            span(.class("given")) {
                                item.response.isEmpty ? text("review.no_answer") : item.item.text(of: item.response)
                            }
                        }
                    }
                }
            }
            ActForm(visit, "/check/\(form.attempt.id)/submit", .class("single"), Attribute("data-flush", if: true)) {
                SavedLine(text: text)
                button { text("review.submit") }
                p(.class("aside")) { text("review.submit_hint") }
            }
        }
    }
}
