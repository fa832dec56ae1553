import Crypto
import Gong
import SQLite

/// A strike that was owed and of which no sound is known.
public struct UnsoundedStrike: Sendable, Hashable, Identifiable {
    public let id: String
    public let name: String
    /// Why it was silent; empty when the power failed before anything was known.
    public let reason: String
}

/// How a strike was heard.
public struct SoundedStrike: Sendable, Hashable {
    public let voice: String
    /// From the commit to the first audio frame or the pin high.
    public let milliseconds: Int
    /// Why a voice that should have sounded did not; empty where none is missed.
    public let missed: String
}

extension Classroom {
    /// Tells the gong, and writes down what became of it. Not awaited by the act that owed the strike.
    func ring(_ strike: Strike) {
        Task {
            let sounding = await ringer.ring(strike)
            try? await record(sounding, of: strike.id)
        }
    }

    private func record(_ sounding: Sounding, of strike: String) async throws {
        let (outcome, detail) =
            switch sounding.outcome {
            case .sounded(let voice): ("sounded", voice)
            case .joined(let other): ("joined", other)
            case .silent(let reason): ("silent", reason)
            }
        let late = if case .sounded = sounding.outcome { ", \(sounding.lateness / 1_000_000) ms late" } else { "" }
        let account = [detail + late, sounding.missed ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        try await writer.write { [self] connection in
            try connection.run(
                """
                UPDATE strike SET outcome = \(outcome), detail = \(detail), lateness = \(Int64(clamping: sounding.lateness)),
                missed = \(sounding.missed) WHERE id = \(strike)
                """)
            try Journal.write("strike_\(outcome)", by: "box", on: strike, account, at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }

    /// The latest strike of the last day that sounded.
    public var latestSounded: SoundedStrike? {
        get throws {
            let now = clock.now().wall
            return try readers.read { connection in
                try connection.first(
                    """
                    SELECT detail, lateness, COALESCE(missed, '') FROM strike
                    WHERE outcome = 'sounded' AND owed_at > \(now - 86_400_000) ORDER BY owed_at DESC LIMIT 1
                    """
                ) { SoundedStrike(voice: $0.text(0), milliseconds: $0.integer(1) / 1_000_000, missed: $0.text(2)) }
            }
        }
    }

    /// Strikes of the last day that did not sound, newest first: "ring it?".
    public var unsounded: [UnsoundedStrike] {
        get throws {
            let now = clock.now().wall
            return try readers.read { connection in
                try connection.rows(
                    """
                    SELECT id, name, COALESCE(detail, '') FROM strike
                    WHERE (outcome = 'silent' OR (outcome IS NULL AND owed_at < \(now - 5_000)))
                    AND owed_at > \(now - 86_400_000) ORDER BY owed_at DESC LIMIT 30
                    """
                ) { UnsoundedStrike(id: $0.text(0), name: $0.text(1), reason: $0.text(2)) }
            }
        }
    }

    /// Rings a strike that never sounded, because the teacher asks for it. One that sounded, or is being tried, is left alone.
    public func ringAgain(_ strike: String, by teacher: String) async throws {
        let owed = try await writer.write { [self] connection -> Strike? in
            let now = clock.now()
            let owed = try connection.first(
                """
                SELECT name FROM strike WHERE id = \(strike)
                AND (outcome = 'silent' OR (outcome IS NULL AND owed_at < \(now.wall - 5_000)))
                """
            ) { Strike(id: strike, name: $0.text(0)) }
            guard let owed else { return nil }
            // Claimed anew in this commit: a second tap finds nothing to ring.
            try connection.run(
                "UPDATE strike SET outcome = NULL, detail = NULL, owed_at = \(now.wall) WHERE id = \(strike)")
            try Journal.write("ring_again", by: teacher, on: strike, at: now, in: connection)
            return owed
        }
        if let owed { ring(owed) }
    }

    /// The teacher does not want it rung any more.
    public func dismissStrike(_ strike: String, by teacher: String) async throws {
        try await writer.write { [self] connection in
            try connection.run(
                "UPDATE strike SET outcome = 'dismissed' WHERE id = \(strike) AND (outcome IS NULL OR outcome = 'silent')"
            )
            try Journal.write("dismiss_strike", by: teacher, on: strike, at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }
}
