import Classroom
import HTTP

/// A variant with its key, and the key's correction: first what it would do, then, confirmed, the doing.
enum KeyRepairRoutes {
    static let all: [Route] = [
        .page("/teacher/variants/:variant", for: .teacher) { visit in
            VariantView.page(visit, try visit.classroom.reviewVariant(try visit.number(0))).response(visit)
        },
        .act("/teacher/variants/:variant/key", for: .teacher) { visit in
            let repair = try repair(visit)
            guard visit.form["confirm"] == "1" else {
                guard !repair.reason.isEmpty else { throw Refusal.reasonMissing }
                return OutlookView.page(visit, repair, try visit.classroom.outlook(of: repair)).response(visit)
            }
            let confirmed = Set(visit.form.all("flip"))
            try await visit.classroom.repair(
                repair, confirmed: confirmed, silent: confirmed.subtracting(visit.form.all("ring")), by: visit.person)
            return .seeOther("/teacher/variants/\(repair.variant)")
        },
    ]

    private static func repair(_ visit: Visit) throws -> KeyRepair {
        let form = visit.form
        let variant = try visit.classroom.reviewVariant(try visit.number(0))
        guard let key = variant.item.key, let corrected = KeyFields.read(form, for: key) else { throw Refusal.badKey }
        return KeyRepair(
            variant: variant.id, key: corrected, includesAlike: form["alike"] == "1", reason: form["reason"] ?? "",
            latest: form["latest"].flatMap(Int.init) ?? 0)
    }
}
