import Assessment
import Classroom
import Markup

/// The whole question with its key, and the fields that correct it.
enum VariantView {
    static func page(_ visit: Visit, _ variant: ReviewVariant) -> Page {
        let text = visit.text
        return Page(variant.family.title, kind: "teacher") {
            div(.class("headline")) {
                h1 { variant.family.title }
                a(
                    .href("/teacher/units/\(variant.family.unit)/review?objective=\(variant.family.objective)"),
                    .class("button quiet")
                ) { text("grid.back") }
            }
            section(.class("card")) {
                StemView(item: variant.shown)
                options(variant.item)
                p {
                    strong { text("repair.key") }
                    ": "
                    variant.item.keyText
                }
                if let feedback = variant.item.feedback {
                    div(.class("feedback")) { Raw(sanitised: feedback.html) }
                }
            }
            section(.class("card")) {
                h2 { text("repair.title") }
                if let key = variant.item.key {
                    p { text("repair.hint") }
                    form(visit, variant, key)
                } else {
                    p { text("repair.cannot") }
                }
            }
            if !variant.repairs.isEmpty {
                section(.class("card")) {
                    h2 { text("repair.history") }
                    ul(.class("rows")) {
                        each(variant.repairs) { repair in
                            li {
                                span { repair.reason }
                                span(.class("detail")) { text("repair.before", ["note": repair.before]) }
                            }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private static func options(_ item: Item) -> some HTML {
        if case .choice(let choice) = item.interaction {
            ul { each(choice.options) { option in li { Raw(sanitised: option.text.html) } } }
        }
    }

    private static func form(_ visit: Visit, _ variant: ReviewVariant, _ key: ItemKey) -> some HTML {
        let text = visit.text
        return ActForm(visit, "/teacher/variants/\(variant.id)/key", .class("stack")) {
            input(.type("hidden"), .name("latest"), .value(String(variant.latest)))
            KeyFields(text: text, interaction: variant.item.interaction, key: key)
            if variant.alike > 1 {
                label(.class("tick")) {
                    input(.type("checkbox"), .name("alike"), .value("1"), .checked(true))
                    span { text("repair.alike", ["count": String(variant.alike)]) }
                }
            }
            label {
                span { text("repair.reason") }
                input(.type("text"), .name("reason"), .required(), Attribute("maxlength", "500"))
            }
            button { text("repair.preview") }
        }
    }
}
