import Classroom
import Markup

/// All variants of one family, page by page.
enum FamilyView {
    static func page(_ visit: Visit, _ family: ReviewFamily) -> Page {
        Page(family.title, kind: "teacher") {
            div(.class("headline")) {
                h1 { family.title }
                a(
                    .href("/teacher/units/\(family.unit)/review?objective=\(family.objective)"),
                    .class("button quiet")
                ) { visit.text("grid.back") }
            }
            section(.class("card")) {
                FamilyRows(visit: visit, family: family, page: family.page, isWhole: true)
                PageLinks(
                    text: visit.text, address: "/teacher/families/\(family.id)?page=", page: family.page,
                    pages: family.pages)
            }
        }
    }
}

/// A family's head and the variants at hand, each with its note, its parameters and one button.
struct FamilyRows: HTML {
    let visit: Visit
    let family: ReviewFamily
    /// Of the page that this stands on, from 0: where a tap leads back to.
    let page: Int
    /// Whether this is the family's own page.
    let isWhole: Bool

    func render(into output: inout Output) {
        let text = visit.text
        section(.class(family.isRetired ? "family retired" : "family"), .id("family-\(family.id)")) {
            div(.class("headline")) {
                element("h3") { family.title }
                if family.count > 1 || family.isRetired {
                    act(
                        "/teacher/families/\(family.id)", isRetired: family.isRetired,
                        text(family.isRetired ? "grid.restore_family" : "grid.retire_family"))
                }
            }
            ul(.class("rows variants")) { each(family.variants) { row($0) } }
            if !isWhole, family.count > family.variants.count {
                p { a(.href("/teacher/families/\(family.id)")) { text("grid.all", count: family.count) } }
            }
        }.render(into: &output)
    }

    private func row(_ variant: ReviewFamily.Variant) -> some HTML {
        let text = visit.text
        let isRetired = variant.isRetired || family.isRetired
        return li(.class(isRetired ? "retired" : "")) {
            a(.href("/teacher/variants/\(variant.id)"), .class("note")) { variant.note }
            if !family.isRetired {
                act(
                    "/teacher/variants/\(variant.id)", isRetired: variant.isRetired,
                    text(variant.isRetired ? "grid.restore" : "grid.retire"))
            }
            span(.class("detail")) {
                if isRetired {
                    strong { text("grid.retired") }
                    " · "
                }
                text("grid.uses", count: variant.uses)
                if !variant.parameters.isEmpty { " · " + variant.parameters.replacing("\n", with: ", ") }
            }
        }
    }

    private func act(_ address: String, isRetired: Bool, _ label: String) -> some HTML {
        ActForm(visit, address + (isRetired ? "/restore" : "/retire"), .class("single")) {
            input(.type("hidden"), .name("page"), .value(String(page + 1)))
            if isWhole { input(.type("hidden"), .name("from"), .value("family")) }
            button(.class("quiet")) { label }
        }
    }
}
