import Classroom
import HTTP

/// The seat map of a class: who sits next to whom.
enum SeatsRoutes {
    static let all: [Route] = [
        .page("/teacher/class/:class/seats", for: .teacher) { visit in
            SeatsView.page(visit, try visit.classroom.seatPlan(of: visit.parameter(0))).response(visit)
        },
        .act("/teacher/class/:class/seats", for: .teacher) { visit in
            let form = visit.form
            let plan = try visit.classroom.seatPlan(of: visit.parameter(0))
            try await visit.classroom.seat(
                plan.classID, rows: form["rows"].flatMap(Int.init) ?? plan.rows,
                columns: form["columns"].flatMap(Int.init) ?? plan.columns, chosen: form.all("seat"),
                fills: form["fill"] == "1", by: visit.person)
            return .seeOther("/teacher/class/\(plan.classID)/seats")
        },
    ]
}
