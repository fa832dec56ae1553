import Assessment
import Classroom
import Markup

/// The parts of a composite item, numbered as its gaps are: what was answered, and the right answer where that was another.
struct PartList: HTML {
    let item: FormItem
    let text: Catalogue

    func render(into output: inout Output) {
        let notes = item.item.notes(on: item.response)
        if notes.isEmpty { return }
        element("ol", .class("parts")) {
            each(notes) { note in
                li(.class(note.mark.awaitsTeacher ? "unmarked" : MarkClass.of(note.mark.fraction))) {
                    span(.class("given")) { note.given.isEmpty ? text("review.no_answer") : note.given }
                    if !note.mark.isFull, !note.key.isEmpty {
                        " "
                        span(.class("key-text")) { "→ " + note.key }
                    }
                }
            }
        }.render(into: &output)
    }
}
