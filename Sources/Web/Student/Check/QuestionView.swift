import Assessment
import Classroom
import Markup

/// One question. The form posts whole without script; with it each change is saved by itself.
enum QuestionView {
    static func page(_ visit: Visit, _ question: Question) -> Page {
        let text = visit.text
        let attempt = question.attempt
        let item = question.item
        let count = question.answered.count
        return Page(
            text("check.title", ["place": String(item.place), "count": String(count)]), kind: "student check"
        ) {
            ActForm(
                visit, "/check/\(attempt)/\(item.place)", .class("question"),
                Attribute("data-answer", "\(attempt)/\(item.place)"),
                Attribute("data-sequence", String(item.sequence)), Attribute("autocomplete", "off"),
                // A number off its scale must not hold up the way to another question.
                Attribute("novalidate", if: true)
            ) {
                p(.class("objective")) { question.unitTitle }
                ItemBody(item: item, text: text)
                // The first button of a form is what Enter presses: it goes on.
                div(.class("steps")) {
                    if item.place < count {
                        button(.name("go"), .value(String(item.place + 1)), .class("on")) { text("check.next") }
                    } else {
                        button(.name("go"), .value("review"), .class("on")) { text("check.review") }
                    }
                    if item.place > 1 {
                        button(.name("go"), .value(String(item.place - 1)), .class("back quiet")) {
                            text("check.previous")
                        }
                    }
                    SavedLine(text: text)
                }
                ProgressNav(answered: question.answered, current: item.place, text: text)
            }
        }
    }
}

/// Where the script says how it stands with what was answered.
struct SavedLine: HTML {
    let text: Catalogue

    func render(into output: inout Output) {
        p(
            .class("saved"), .role("status"), Attribute("data-saved", text("check.saved")),
            Attribute("data-saving", text("check.saving")), Attribute("data-unsaved", text("check.unsaved")),
            Attribute("data-refused", text("check.refused"))
        ) {}.render(into: &output)
    }
}

/// The row of numbers: which questions are answered, and a way to each. Each is a button of the form, so that going elsewhere
/// saves first.
struct ProgressNav: HTML {
    /// For each place, from 1.
    let answered: [Bool]
    let current: Int
    let text: Catalogue

    func render(into output: inout Output) {
        nav(.class("progress"), Attribute("aria-label", text("check.questions"))) {
            for (index, isAnswered) in answered.enumerated() {
                let place = String(index + 1)
                button(
                    .name("go"), .value(place), .class(style(index + 1 == current, isAnswered)),
                    Attribute("aria-label", text(isAnswered ? "check.go_answered" : "check.go_open", ["place": place]))
                ) { place }
            }
            button(.name("go"), .value("review"), .class("review")) { text("check.overview") }
        }.render(into: &output)
    }

    private func style(_ isCurrent: Bool, _ isAnswered: Bool) -> String {
        switch (isCurrent, isAnswered) {
        case (true, true): "current answered"
        case (true, false): "current"
        case (false, true): "answered"
        case (false, false): ""
        }
    }
}
