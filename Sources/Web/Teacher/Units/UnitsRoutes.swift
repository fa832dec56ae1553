import Classroom
import HTTP

/// The units of the path: order, length, threshold, pre-work, correctives.
enum UnitsRoutes {
    static let all: [Route] = [
        .page("/teacher/units", for: .teacher) { visit in
            UnitsView.page(visit, try visit.classroom.units).response(visit)
        },
        .act("/teacher/units/:unit", for: .teacher) { visit in
            let form = visit.form
            try await visit.classroom.edit(
                try visit.number(0),
                UnitEdit(
                    title: form["title"] ?? "", prework: form["prework"] ?? "", correctives: form["correctives"] ?? "",
                    length: form["length"].flatMap(Int.init) ?? 10,
                    threshold: form["threshold"].flatMap(Int.init) ?? 80,
                    isHidden: form["hidden"] == "1"),
                by: visit.person)
            return .seeOther("/teacher/units")
        },
        .act("/teacher/units/:unit/earlier", for: .teacher) { visit in
            try await visit.classroom.moveEarlier(try visit.number(0), by: visit.person)
            return .seeOther("/teacher/units")
        },
    ]
}
