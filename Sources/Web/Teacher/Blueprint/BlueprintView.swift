import Classroom
import Markup

/// A table of objectives: what the check asks, what the bank holds, and how many fresh forms that makes. The script counts along
/// while numbers change.
enum BlueprintView {
    static func page(_ visit: Visit, _ blueprint: Blueprint) -> Page {
        let text = visit.text
        let address = "/teacher/units/\(blueprint.unit)"
        return Page("\(text("blueprint.title")): \(blueprint.unitTitle)", kind: "teacher", script: "planning.js") {
            div(.class("headline")) {
                h1 { blueprint.unitTitle }
                a(.href("\(address)/forecast"), .class("button quiet")) { text("forecast.title") }
            }
            section(.class("card")) {
                h2 { text("blueprint.title") }
                p { text("blueprint.hint") }
                if blueprint.isEven { p(.class("aside")) { text("blueprint.is_even") } }
                ActForm(visit, "\(address)/blueprint", .class("stack")) {
                    table(text, blueprint)
                    label(.class("short")) {
                        span { text("blueprint.threshold") }
                        input(
                            .type("number"), .name("threshold"), .value(String(blueprint.threshold)),
                            Attribute("min", "1"), Attribute("max", "100"))
                    }
                    button { text("blueprint.save") }
                }
                if !blueprint.isEven {
                    ActForm(visit, "\(address)/blueprint/even", label: text("blueprint.even"), style: "quiet")
                }
            }
        }
    }

    private static func table(_ text: Catalogue, _ blueprint: Blueprint) -> some HTML {
        element("table", .class("blueprint"), Attribute("data-blueprint", "")) {
            element("thead") {
                element("tr") {
                    for name in ["objective", "questions", "families", "forms"] {
                        element("th", Attribute("scope", "col")) { text("blueprint.\(name)") }
                    }
                }
            }
            element("tbody") {
                for slot in blueprint.slots { row(text, slot) }
            }
            element("tfoot") {
                element("tr") {
                    element("th", Attribute("scope", "row")) { text("blueprint.total") }
                    element("td") { element("output") { String(blueprint.length) } }
                    element("td") {}
                    element("td") { element("output") { String(blueprint.forms) } }
                }
            }
        }
    }

    private static func row(_ text: Catalogue, _ slot: Blueprint.Slot) -> some HTML {
        element("tr") {
            element("th", Attribute("scope", "row")) { slot.title }
            element("td") {
                if slot.isPostponed {
                    text("grid.postponed")
                } else {
                    input(.type("hidden"), .name("objective"), .value(String(slot.id)))
                    input(
                        .type("number"), .name("count"), .value(String(slot.count)), Attribute("min", "0"),
                        Attribute("max", String(slot.families)),
                        Attribute("aria-label", "\(text("blueprint.questions")): \(slot.title)"))
                }
            }
            element("td") { String(slot.families) }
            element("td") { element("output") { slot.forms.map(String.init) ?? "–" } }
        }
    }
}
