import Classroom
import Formats
import HTTP

/// Bringing in banks and rosters.
enum ImportRoutes {
    /// The largest upload, bytes: a bank with all that comes with it.
    private static let largest = 64 << 20

    static let all: [Route] = [
        GuideView.route,
        .page("/teacher/import", for: .teacher) { visit in
            try ImportView.page(visit, reports: [], problem: nil).response(visit)
        },
        .act("/teacher/import/undo/:bank", for: .teacher) { visit in
            try await visit.classroom.undoImport(try visit.number(0), by: visit.person)
            return .seeOther("/teacher/import")
        },
        .act("/teacher/import/bank", for: .teacher, bodyLimit: largest) { visit in
            try await answer(visit) { files, isCheck in
                var reports: [ImportReport] = []
                for file in files {
                    reports.append(
                        try await ImportReport.bank(
                            file.bytes, named: file.name, into: isCheck ? nil : visit.classroom, by: visit.person))
                }
                return reports
            }
        },
        .act("/teacher/import/roster", for: .teacher, bodyLimit: largest) { visit in
            try await answer(visit) { files, isCheck in
                [try await ImportReport.roster(files, into: isCheck ? nil : visit.classroom, by: visit.person)]
            }
        },
    ]

    private static func answer(
        _ visit: Visit, _ take: ([(name: String, bytes: [UInt8])], Bool) async throws -> [ImportReport]
    ) async throws -> Response {
        let files = visit.request.uploads.filter { !$0.fileName.isEmpty }.map { (name: $0.fileName, bytes: $0.bytes) }
        guard !files.isEmpty else {
            return try ImportView.page(visit, reports: [], problem: visit.text("import.no_file")).response(
                visit, status: 422)
        }
        do {
            let reports = try await take(files, visit.form["check"] == "1")
            return try ImportView.page(visit, reports: reports, problem: nil).response(visit)
        } catch let error as UnreadableFile {
            return try ImportView.page(visit, reports: [], problem: error.description).response(visit, status: 422)
        }
    }
}
