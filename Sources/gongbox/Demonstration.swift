import Classroom
import Web

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The class and the course that come with Gongbox, to try it out.
enum Demonstration {
    private struct Course: Decodable {
        struct Unit: Decodable {
            let file: String
            let title: String
            let prework: String
            let correctives: [String]
        }

        let `class`: String
        let units: [Unit]
    }

    /// Fills an empty box and opens the room; a box that has a class already is left as it is.
    static func fill(_ classroom: Classroom) async throws {
        guard try classroom.classes.isEmpty else { return }
        let folder = try Resources.path("Demonstration", of: "gongbox")
        let course = try JSONDecoder().decode(
            Course.self, from: Data(contentsOf: URL(filePath: "\(folder)/course.json")))
        for unit in course.units {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(unit.file)")))
            _ = try await ImportReport.bank(bytes, named: unit.file, into: classroom, by: "demonstration")
        }
        for unit in try classroom.units {
            guard let plan = course.units.first(where: { $0.title == unit.title }) else { continue }
            let edit = UnitEdit(
                title: unit.title, prework: plan.prework, correctives: plan.correctives.joined(separator: "\n"),
                length: unit.length, threshold: unit.threshold, isHidden: false)
            try await classroom.edit(unit.id, edit, by: "demonstration")
        }
        let roster = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/roster.csv")))
        _ = try await ImportReport.roster([("roster.csv", roster)], into: classroom, by: "demonstration")
        if let first = try classroom.classes.first { try await classroom.openRoom(for: first.id, by: "demonstration") }
    }
}
