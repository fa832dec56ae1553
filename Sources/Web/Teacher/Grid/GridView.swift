import Classroom
import Markup

/// A unit's bank: its objectives, and a page of the open one's families with their first variants.
enum GridView {
    static func page(_ visit: Visit, _ review: ReviewUnit) -> Page {
        let text = visit.text
        return Page("\(text("grid.title")): \(review.title)", kind: "teacher") {
            div(.class("headline")) {
                h1 { review.title }
                a(.href("/teacher/units"), .class("button quiet")) { text("bar.units") }
            }
            p { text(review.objectives.isEmpty ? "grid.empty" : "grid.hint") }
            each(review.objectives) { objective in
                section(.class(objective.isPostponed ? "card hidden-unit" : "card")) {
                    headline(visit, review, objective)
                    if objective.id == review.open?.id { families(visit, review) }
                }
            }
        }
    }

    private static func headline(
        _ visit: Visit, _ review: ReviewUnit, _ objective: ReviewUnit.Objective
    ) -> some HTML {
        let text = visit.text
        let address = "/teacher/objectives/\(objective.id)"
        return div(.class("headline")) {
            div {
                h2 {
                    if objective.id == review.open?.id {
                        objective.title
                    } else {
                        a(.href("/teacher/units/\(review.id)/review?objective=\(objective.id)")) { objective.title }
                    }
                }
                p(.class("detail")) {
                    if objective.isPostponed {
                        strong { text("grid.postponed") }
                        " · "
                    }
                    text("grid.families", count: objective.families)
                    if objective.retired > 0 {
                        ", "
                        text("grid.retired_families", ["retired": String(objective.retired)])
                    }
                }
            }
            if objective.isPostponed {
                ActForm(visit, "\(address)/teach", label: text("grid.teach"), style: "quiet")
            } else {
                ActForm(visit, "\(address)/postpone", label: text("grid.postpone"), style: "quiet")
            }
        }
    }

    @HTMLBuilder
    private static func families(_ visit: Visit, _ review: ReviewUnit) -> some HTML {
        each(review.families) { FamilyRows(visit: visit, family: $0, page: review.page, isWhole: false) }
        PageLinks(
            text: visit.text,
            address: "/teacher/units/\(review.id)/review?objective=\(review.open?.id ?? 0)&page=",
            page: review.page, pages: review.pages)
    }
}

/// To the page before and the page after.
struct PageLinks: HTML {
    let text: Catalogue
    /// To which the page's number is added.
    let address: String
    /// From 0.
    let page: Int
    let pages: Int

    func render(into output: inout Output) {
        guard pages > 1 else { return }
        p(.class("acts")) {
            if page > 0 { a(.href("\(address)\(page)"), .class("button quiet")) { text("grid.previous") } }
            span(.class("detail")) { text("grid.page", ["page": String(page + 1), "pages": String(pages)]) }
            if page + 1 < pages { a(.href("\(address)\(page + 2)"), .class("button quiet")) { text("grid.next") } }
        }.render(into: &output)
    }
}
