import Classroom
import HTTP

/// Looking through a unit's bank: what is drawn, what is retired, what is not taught yet.
enum GridRoutes {
    static let all: [Route] = [
        .page("/teacher/units/:unit/review", for: .teacher) { visit in
            let query = visit.request.query
            let review = try visit.classroom.review(
                of: try visit.number(0), objective: query["objective"].flatMap(Int.init), page: page(query))
            return GridView.page(visit, review).response(visit)
        },
        .page("/teacher/families/:family", for: .teacher) { visit in
            let family = try visit.classroom.reviewFamily(try visit.number(0), page: page(visit.request.query))
            return FamilyView.page(visit, family).response(visit)
        },
        .act("/teacher/families/:family/retire", for: .teacher) { try await setFamily($0, retired: true) },
        .act("/teacher/families/:family/restore", for: .teacher) { try await setFamily($0, retired: false) },
        .act("/teacher/variants/:variant/retire", for: .teacher) { try await setVariant($0, retired: true) },
        .act("/teacher/variants/:variant/restore", for: .teacher) { try await setVariant($0, retired: false) },
        .act("/teacher/objectives/:objective/postpone", for: .teacher) { try await setObjective($0, postponed: true) },
        .act("/teacher/objectives/:objective/teach", for: .teacher) { try await setObjective($0, postponed: false) },
    ]

    /// From 1 in addresses, from 0 within.
    private static func page(_ fields: Fields) -> Int { max(1, fields["page"].flatMap(Int.init) ?? 1) - 1 }

    private static func setFamily(_ visit: Visit, retired: Bool) async throws -> Response {
        let family = try visit.number(0)
        try await visit.classroom.setRetired(family: family, retired, by: visit.person)
        return try back(visit, family)
    }

    private static func setVariant(_ visit: Visit, retired: Bool) async throws -> Response {
        let family = try await visit.classroom.setRetired(
            variant: try visit.number(0), retired, by: visit.person)
        return try back(visit, family)
    }

    private static func setObjective(_ visit: Visit, postponed: Bool) async throws -> Response {
        let objective = try visit.number(0)
        let unit = try await visit.classroom.setPostponed(objective: objective, postponed, by: visit.person)
        return .seeOther("/teacher/units/\(unit)/review?objective=\(objective)")
    }

    /// To the page that the tap came from, at the same family.
    private static func back(_ visit: Visit, _ id: Int) throws -> Response {
        let page = page(visit.form) + 1
        if visit.form["from"] == "family" { return .seeOther("/teacher/families/\(id)?page=\(page)") }
        let family = try visit.classroom.reviewFamily(id)
        return .seeOther(
            "/teacher/units/\(family.unit)/review?objective=\(family.objective)&page=\(page)#family-\(id)")
    }
}
