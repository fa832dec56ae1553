import Assessment
import Classroom
import Markup

/// The room as a grid, a menu of names for each seat. With script a name can be dragged from seat to seat, and is saved at once.
enum SeatsView {
    static func page(_ visit: Visit, _ plan: SeatPlan) -> Page {
        let text = visit.text
        return Page("\(text("seats.title")): \(plan.classTitle)", kind: "teacher", script: "planning.js") {
            h1 { plan.classTitle }
            section(.class("card")) {
                h2 { text("seats.title") }
                p { text("seats.hint") }
                ActForm(visit, "/teacher/class/\(plan.classID)/seats", .class("seating")) {
                    p(.class("front")) { text("seats.front") }
                    div(.class("room")) { grid(text, plan) }
                    p(
                        .class("saved"), .role("status"), Attribute("data-saved", text("check.saved")),
                        Attribute("data-saving", text("check.saving")), Attribute("data-unsaved", text("seats.unsaved"))
                    ) {}
                    div(.class("unseated")) {
                        h2 { text("seats.unseated") }
                        ul {
                            for student in plan.unseated { li(Attribute("data-student", student.id)) { student.name } }
                        }
                        p(.class("aside"), .hidden(!plan.unseated.isEmpty)) { text("seats.all_seated") }
                    }
                    div(.class("acts")) {
                        size(text("seats.rows"), "rows", plan.rows)
                        size(text("seats.columns"), "columns", plan.columns)
                        button { text("seats.save") }
                        if !plan.unseated.isEmpty {
                            button(.name("fill"), .value("1"), .class("quiet")) { text("seats.fill") }
                        }
                    }
                }
            }
        }
    }

    private static func grid(_ text: Catalogue, _ plan: SeatPlan) -> some HTML {
        element("table", .class("seats"), Attribute("data-seats", "")) {
            for row in 0..<plan.rows {
                element("tr") {
                    for column in 0..<plan.columns {
                        element("td") { menu(text, plan, Seat(row: row, column: column)) }
                    }
                }
            }
        }
    }

    private static func menu(_ text: Catalogue, _ plan: SeatPlan, _ seat: Seat) -> some HTML {
        let place = text("seats.seat", ["row": String(seat.row + 1), "column": String(seat.column + 1)])
        return select(.name("seat"), Attribute("aria-label", place)) {
            option(.value("")) { "–" }
            for student in plan.students {
                option(.value(student.id), .selected(student.seat == seat)) { student.name }
            }
        }
    }

    private static func size(_ name: String, _ field: String, _ value: Int) -> some HTML {
        label(.class("size")) {
            span { name }
            input(
                .type("number"), .name(field), .value(String(value)),
                Attribute("min", String(SeatPlan.size.lowerBound)), Attribute("max", String(SeatPlan.size.upperBound)))
        }
    }
}
