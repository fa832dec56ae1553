import Assessment
import Classroom
import Markup
import Mastery

/// One item in the packet: note, answer, mark; the whole question and the mark's form on a tap, open at once where it is not right.
struct PacketItemView: HTML {
    let visit: Visit
    let conference: Conference
    let entry: Conference.Entry

    func render(into output: inout Output) {
        let item = entry.formItem
        let mark = MarkClass.of(entry.fraction)
        li(.class(mark), .id("item-\(item.place)"), Attribute("value", String(item.place))) {
            details(.open(mark != "right")) {
                summary {
                    span(.class("note")) { entry.note }
                    " "
                    span(.class("given")) {
                        item.response.isEmpty ? visit.text("review.no_answer") : item.item.text(of: item.response)
                    }
                    " "
                    span(.class("mark")) { markText }
                }
                p(.class("objective")) { entry.objective }
                StemView(item: item)
                PartList(item: item, text: visit.text)
                for feedback in entry.mark.feedback { div(.class("feedback")) { Raw(sanitised: feedback.html) } }
                if let guidance { div(.class("feedback")) { Raw(sanitised: guidance.html) } }
                if let feedback = item.item.feedback { div(.class("feedback")) { Raw(sanitised: feedback.html) } }
                if let adjustment = entry.adjustment {
                    p(.class("agreed")) { visit.text("packet.agreed", ["reason": adjustment.reason]) }
                }
                if conference.attempt.state == .conferring { markForm }
            }
        }.render(into: &output)
    }

    private var guidance: RichText? {
        if case .extendedText(let text) = entry.formItem.item.interaction { return text.guidance }
        return nil
    }

    private var markText: String {
        guard let fraction = entry.fraction else { return "?" }
        return fraction >= 0.9999 ? "✓" : fraction <= 0.0001 ? "✗" : "\(Int((fraction * 100).rounded())) %"
    }

    private var markForm: some HTML {
        ActForm(
            visit, "/teacher/conference/\(conference.attempt.id)/mark/\(entry.formItem.place)", .class("marking")
        ) {
            EnterDoesNothing()
            label {
                span { visit.text("packet.reason") }
                input(
                    .type("text"), .name("reason"), Attribute("maxlength", "300"),
                    .value(entry.adjustment?.reason ?? ""))
            }
            button(.name("fraction"), .value("1"), .class("quiet")) { visit.text("packet.full") }
            button(.name("fraction"), .value("0.5"), .class("quiet")) { visit.text("packet.half") }
            button(.name("fraction"), .value("0"), .class("quiet")) { visit.text("packet.none") }
        }
    }
}
