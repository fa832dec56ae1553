import Classroom
import Crypto
import Foundation

/// A classroom in a folder of its own: a real database, a clock and a gong that the test holds.
public final class TestRoom: Sendable {
    public let folder: URL
    public let clock = TestClock()
    public let gong: RecordingRinger
    public let classroom: Classroom
    public static let teacherPassword = "correct horse"

    public init(gong: RecordingRinger = RecordingRinger()) throws {
        self.gong = gong
        folder = FileManager.default.temporaryDirectory.appending(path: "gongbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        classroom = try Classroom(path: folder.path + "/gongbox.sqlite", ringer: gong, clock: clock)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Two units of two objectives with three questions each, a class of three, the room open, a teacher.
    public func furnish() async throws -> Visitor {
        var bank = ""
        for unit in ["Sounds", "Lights"] {
            for objective in ["First", "Second"] {
                bank += "$CATEGORY: Course/\(unit)/\(unit) \(objective)\n\n"
                for number in 1...3 {
                    bank +=
                        "::\(unit) \(objective) \(number)::Is \(unit) \(objective) \(number) right? {=yes ~no ~perhaps}\n\n"
                }
            }
        }
        _ = try await ImportReport.bank(Array(bank.utf8), named: "course.gift", into: classroom)
        return try await gather()
    }

    /// A class of three, a teacher, the room open; no questions.
    public func gather() async throws -> Visitor {
        let roster = "Given name,Family name,Class\nAda,Ahn,7A\nBo,Berg,7A\nCy,Cole,7A\n"
        _ = try await ImportReport.roster([("roster.csv", Array(roster.utf8))], into: classroom)
        let code = try classroom.setUpCode ?? ""
        let token = try await classroom.setUp(
            code: code, name: "Ms Teach", password: Self.teacherPassword, device: "desk")
        guard let teacher = try classroom.visitor(token) else { throw Missing("teacher") }
        guard let group = try classroom.classes.first else { throw Missing("class") }
        try await classroom.openRoom(for: group.id, by: teacher.id)
        return teacher
    }

    /// Joins a student by given name, admitted by the teacher.
    public func join(_ name: String, admittedBy teacher: Visitor) async throws -> Visitor {
        guard let student = try classroom.register?.names.first(where: { $0.givenName == name }) else {
            throw Missing(name)
        }
        let joined = try await classroom.join(student.id, pin: "1234", card: "", device: "phone of \(name)")
        guard case .awaitsTeacher(let token) = joined else { throw Missing("door") }
        try await classroom.admit(student.id, by: teacher.id)
        guard let visitor = try classroom.visitor(token) else { throw Missing(name) }
        return visitor
    }

    /// Starts the first unit that is ready, answers every question with its first or its right option, and hands in.
    public func handIn(_ student: Visitor, right: Bool) async throws -> String {
        guard let unit = try classroom.path(of: student.id).first(where: { $0.standing == .ready }) else {
            throw Missing("a unit that is ready")
        }
        let attempt = try await classroom.start(unit.id, by: student.id)
        for item in try classroom.form(attempt, of: student.id).items {
            guard let key = item.item.rightResponse, case .choices(let chosen) = key else { throw Missing("a key") }
            let options = item.presentation[0].enumerated()
            let places = options.filter { chosen.contains($0.element) == right }.map(\.offset).prefix(1)
            try await classroom.save(.choices(Array(places)), sequence: 1, at: item.place, of: attempt, by: student.id)
        }
        try await classroom.submit(attempt, by: student.id)
        return attempt
    }

    public struct Missing: Error, CustomStringConvertible {
        public let description: String
        public init(_ what: String) { description = "the test's room lacks \(what)" }
    }
}
