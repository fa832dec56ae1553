import Mastery
import SQLite

/// A class on the box.
public struct ClassSummary: Sendable, Hashable {
    public let id: String
    public let title: String
    public let size: Int
    public let isOpen: Bool
}

extension Classroom {
    public var classes: [ClassSummary] {
        get throws {
            try readers.read { connection in
                let open = try Settings.value(.openClass, in: connection)
                return try connection.rows(
                    """
                    SELECT class.id, title, COUNT(person_id) FROM class LEFT JOIN membership ON class_id = class.id
                    GROUP BY class.id, title ORDER BY title
                    """
                ) { ClassSummary(id: $0.text(0), title: $0.text(1), size: $0.integer(2), isOpen: $0.text(0) == open) }
            }
        }
    }

    /// Lets the students of a class join, and brings back into line what was left over from last time.
    public func openRoom(for classID: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            guard try connection.exists("SELECT 1 FROM class WHERE id = \(classID)") else { throw Refusal.notFound }
            try Settings.set(.openClass, classID, in: connection)
            for attempt in try Self.attempts(of: classID, in: [.parked], connection) {
                try move(attempt, .requeue, by: .teacher, teacher, in: connection)
            }
            try Journal.write("open_room", by: teacher, on: classID, at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }

    /// Ends the period: who is still in line is parked, sealed and first next time. Checks under way stay as they are.
    public func closeRoom(by teacher: String) async throws {
        try await writer.write { [self] connection in
            guard let classID = try Settings.value(.openClass, in: connection) else { return }
            try Settings.remove(.openClass, in: connection)
            for attempt in try Self.attempts(of: classID, in: [.waiting, .called, .held, .conferring], connection) {
                try move(attempt, .park, by: .teacher, teacher, in: connection)
            }
            try Journal.write("close_room", by: teacher, on: classID, at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }

    private static func attempts(
        of classID: String, in states: Set<AttemptState>, _ connection: Connection
    ) throws -> [String] {
        try connection.rows(
            """
            SELECT attempt.id, state FROM attempt JOIN membership ON membership.person_id = attempt.person_id
            WHERE class_id = \(classID) AND state NOT IN ('mastered', 'not_yet', 'void')
            """
        ) { ($0.text(0), AttemptState(rawValue: $0.text(1))) }
        .filter { $0.1.map(states.contains) == true }.map(\.0)
    }
}
