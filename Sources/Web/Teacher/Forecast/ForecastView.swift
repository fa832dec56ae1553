import Classroom
import Markup

/// The runway of every student, then the dry run.
enum ForecastView {
    static func page(_ visit: Visit, _ forecast: Forecast, dryRun: DryRunReport?) -> Page {
        let text = visit.text
        let address = "/teacher/units/\(forecast.blueprint.unit)"
        return Page("\(text("forecast.title")): \(forecast.blueprint.unitTitle)", kind: "teacher") {
            div(.class("headline")) {
                h1 { forecast.blueprint.unitTitle }
                a(.href("\(address)/blueprint"), .class("button quiet")) { text("blueprint.title") }
            }
            section(.class("card")) {
                h2 { text("forecast.runway") }
                p { text("forecast.runway_hint") }
                if let advice = forecast.advice {
                    p(.class("lead")) {
                        text(
                            "forecast.advice",
                            [
                                "objectives": advice.objectives.joined(separator: ", "), "class": forecast.classTitle,
                                "families": String(advice.families), "attempts": String(advice.attempts),
                            ])
                    }
                }
                runway(text, forecast)
            }
            section(.class("card dry-run"), .id("dry-run")) {
                div(.class("headline")) {
                    h2 { text("dry_run.title") }
                    ActForm(
                        visit, "\(address)/dry-run", label: text("dry_run.draw"), style: dryRun == nil ? "" : "quiet")
                }
                if let dryRun { DryRunView(text: text, report: dryRun) } else { p { text("dry_run.hint") } }
            }
        }
    }

    private static func runway(_ text: Catalogue, _ forecast: Forecast) -> some HTML {
        element("table", .class("runway")) {
            element("thead") {
                element("tr") {
                    element("th", Attribute("scope", "col")) { text("forecast.student") }
                    element("th", Attribute("scope", "col")) { text("forecast.forms") }
                    for slot in forecast.slots {
                        element("th", Attribute("scope", "col")) {
                            "\(slot.title) "
                            small {
                                text("forecast.of", ["count": String(slot.count), "families": String(slot.families)])
                            }
                        }
                    }
                }
            }
            element("tbody") {
                for student in forecast.students {
                    element("tr", .class(student.forms == 0 ? "spent" : "")) {
                        element("th", Attribute("scope", "row")) { student.name }
                        element("td") { strong { String(student.forms) } }
                        for (slot, unseen) in zip(forecast.slots, student.unseen) {
                            element("td", .class(student.short.contains(slot.title) ? "short" : "")) { String(unseen) }
                        }
                    }
                }
            }
        }
    }
}
