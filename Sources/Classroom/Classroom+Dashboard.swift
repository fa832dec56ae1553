import Crypto
import Gong
import Mastery
import SQLite

extension Classroom {
    public var dashboard: Dashboard {
        get throws {
            let (title, students, units) = try readers.read { connection in
                guard let id = try Settings.value(.openClass, in: connection) else {
                    return (String?.none, [Dashboard.Student](), 0)
                }
                let title = try connection.first("SELECT title FROM class WHERE id = \(id)") { $0.text(0) }
                let progress = try Self.progress(in: connection)
                let students = try Self.names(ofClass: id, in: connection).map { name in
                    let path = try Self.path(of: name.id, in: connection)
                    let current = path.first { $0.standing != .mastered }
                    return Dashboard.Student(
                        id: name.id, givenName: name.givenName, familyName: name.familyName,
                        mastered: path.count(where: { $0.standing == .mastered }),
                        current: current.map { ($0.title, $0.standing) }, progress: progress[name.id],
                        tries: current?.tries ?? 0)
                }
                let units = try connection.first("SELECT COUNT(*) FROM unit WHERE is_hidden = 0") { $0.integer(0) } ?? 0
                return (title, students, units)
            }
            return Dashboard(
                classTitle: title, classes: try classes, door: try doorQueue, line: try line, students: students,
                units: units,
                unsounded: try unsounded, kept: try kept, isExamination: try ringRules.isExamination,
                lastStrike: try latestStrikes(1).first, undoable: try undoable, voices: voices,
                test: recentTest)
        }
    }

    /// Answers given in the checks under way, by student.
    private static func progress(in connection: Connection) throws -> [String: (answered: Int, of: Int)] {
        let rows = try connection.rows(
            """
            SELECT person_id, COUNT(form_item.place), COUNT(CASE WHEN value <> '' THEN 1 END) FROM attempt
            JOIN form_item ON form_item.attempt_id = attempt.id
            LEFT JOIN response ON response.attempt_id = attempt.id AND response.place = form_item.place
            WHERE state = 'open' GROUP BY person_id
            """
        ) { ($0.text(0), (answered: $0.integer(2), of: $0.integer(1))) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Rings a test, which no decision owes: it stands in the journal and counts for nobody.
    public func testGong(by teacher: String) async throws {
        let id = Identifier.make()
        guard case .ring(let loudness) = try ringRules.rulingByHand(at: clock.now().timeOfDay) else {
            throw Refusal.examination
        }
        let sounding = await ringer.ring(Strike(id: id, name: "", loudness: loudness))
        lastTest.withLock { $0 = GongTest(outcome: sounding.outcome, boot: clock.now().boot) }
        try await writer.write { [self] connection in
            try Journal.write("test_gong", by: teacher, on: id, "\(sounding.outcome)", at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }

    /// What came of a test in the last half minute.
    var recentTest: Sounding.Outcome? {
        let now = clock.now().boot
        return lastTest.withLock { test in test.flatMap { now - $0.boot < 30_000 ? $0.outcome : nil } }
    }
}

/// A test of the gong and when it was.
struct GongTest: Sendable {
    let outcome: Sounding.Outcome
    let boot: Int64
}
