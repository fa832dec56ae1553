import Classroom
import Markup

/// One card a unit, with its form folded away.
enum UnitsView {
    static func page(_ visit: Visit, _ units: [UnitRecord]) -> Page {
        let text = visit.text
        return Page(text("bar.units"), kind: "teacher") {
            h1 { text("bar.units") }
            if units.isEmpty {
                p(.class("lead")) { text("units.empty") }
                p { a(.href("/teacher/import"), .class("button")) { text("units.import") } }
            }
            each(units.enumerated()) { index, unit in
                section(.class(unit.isHidden ? "card hidden-unit" : "card")) {
                    div(.class("headline")) {
                        h2 { "\(index + 1). \(unit.title)" }
                        if index > 0 {
                            ActForm(
                                visit, "/teacher/units/\(unit.id)/earlier", label: text("units.earlier"), style: "quiet"
                            )
                        }
                    }
                    p {
                        text(
                            "units.summary",
                            [
                                "length": String(unit.length), "families": String(unit.families),
                                "objectives": String(unit.objectives.count), "threshold": String(unit.threshold),
                            ])
                    }
                    ul(.class("objectives")) {
                        for objective in unit.objectives { li { "\(objective.title) (\(objective.families))" } }
                    }
                    div(.class("acts")) {
                        a(.href("/teacher/units/\(unit.id)/blueprint"), .class("button quiet")) {
                            text("blueprint.title")
                        }
                        a(.href("/teacher/units/\(unit.id)/review"), .class("button quiet")) {
                            text("grid.title")
                        }
                        a(.href("/teacher/units/\(unit.id)/forecast"), .class("button quiet")) {
                            text("forecast.title")
                        }
                        a(.href("/teacher/units/\(unit.id)/export"), .class("button quiet")) {
                            text("export.title")
                        }
                    }
                    details {
                        summary { text("units.edit") }
                        form(visit, unit)
                    }
                }
            }
        }
    }

    private static func form(_ visit: Visit, _ unit: UnitRecord) -> some HTML {
        let text = visit.text
        return ActForm(visit, "/teacher/units/\(unit.id)", .class("stack")) {
            label {
                span { text("units.title") }
                input(.type("text"), .name("title"), .value(unit.title), .required(), Attribute("maxlength", "200"))
            }
            label {
                span { text("units.prework") }
                textarea(.name("prework"), Attribute("rows", "3")) { unit.prework }
            }
            label {
                span { text("units.correctives") }
                textarea(.name("correctives"), Attribute("rows", "4")) { unit.correctives }
            }
            div(.class("pair")) {
                label {
                    span { text("units.length") }
                    input(
                        .type("number"), .name("length"), .value(String(unit.length)), Attribute("min", "1"),
                        Attribute("max", String(UnitEdit.longest)), .disabled(unit.hasBlueprint))
                    if unit.hasBlueprint { small { text("units.length_hint") } }
                }
                label {
                    span { text("units.threshold") }
                    input(
                        .type("number"), .name("threshold"), .value(String(unit.threshold)), Attribute("min", "1"),
                        Attribute("max", "100"))
                }
            }
            label(.class("tick")) {
                input(.type("checkbox"), .name("hidden"), .value("1"), .checked(unit.isHidden))
                span { text("units.hide") }
            }
            button { text("units.save") }
        }
    }
}
