import Classroom
import HTTP

/// How long a unit's bank lasts, and what a dry run of its check finds.
enum ForecastRoutes {
    static let all: [Route] = [
        .page("/teacher/units/:unit/forecast", for: .teacher) { visit in
            let unit = try visit.number(0)
            return ForecastView.page(
                visit, try visit.classroom.forecast(of: unit), dryRun: visit.classroom.dryRun(of: unit)
            ).response(visit)
        },
        .act("/teacher/units/:unit/dry-run", for: .teacher) { visit in
            let unit = try visit.number(0)
            try await visit.classroom.runDry(unit)
            return .seeOther("/teacher/units/\(unit)/forecast#dry-run")
        },
    ]
}
