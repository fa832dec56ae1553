import Classroom
import HTTP

/// How many questions of which objective a check asks.
enum BlueprintRoutes {
    static let all: [Route] = [
        .page("/teacher/units/:unit/blueprint", for: .teacher) { visit in
            BlueprintView.page(visit, try visit.classroom.blueprint(of: try visit.number(0))).response(visit)
        },
        .act("/teacher/units/:unit/blueprint", for: .teacher) { visit in
            let unit = try visit.number(0)
            let slots = zip(visit.form.all("objective"), visit.form.all("count"))
            let counts = slots.compactMap { objective, count in Int(objective).map { ($0, Int(count) ?? 0) } }
            try await visit.classroom.setBlueprint(
                unit, Dictionary(counts) { first, _ in first },
                threshold: visit.form["threshold"].flatMap(Int.init) ?? 80,
                by: visit.person)
            return .seeOther("/teacher/units/\(unit)/blueprint")
        },
        .act("/teacher/units/:unit/blueprint/even", for: .teacher) { visit in
            let unit = try visit.number(0)
            try await visit.classroom.spreadEvenly(unit, by: visit.person)
            return .seeOther("/teacher/units/\(unit)/blueprint")
        },
    ]
}
