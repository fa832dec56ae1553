import Crypto
import Gong
import SQLite

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

    /// Strikes of the last day that should have sounded and did not, newest first: "ring it?".
    public var unsounded: [StrikeRecord] {
        get throws {
            let now = clock.now().wall
            return try strikes(
                """
                (outcome = 'silent' OR (outcome IS NULL AND owed_at < \(now - 5_000))) AND owed_at > \(now - 86_400_000)
                """, most: 30)
        }
    }

    /// Strikes of the last day that the teacher's rules kept silent, newest first. A student's own wish needs no answer.
    public var kept: [StrikeRecord] {
        get throws {
            let now = clock.now().wall
            return try strikes(
                """
                outcome = 'kept' AND detail <> \(RingRules.Hush.student.rawValue) AND attempt.state = 'mastered'
                AND owed_at > \(now - 86_400_000)
                """, most: 300)
        }
    }

    /// The latest strikes, newest first, whatever became of them.
    public func latestStrikes(_ most: Int) throws -> [StrikeRecord] { try strikes("1 = 1", most: most) }

    private func strikes(_ condition: SQL, most: Int) throws -> [StrikeRecord] {
        try readers.read { connection in
            try connection.rows(
                """
                SELECT strike.id, given_name, family_name, owed_at, COALESCE(outcome, ''), COALESCE(detail, ''),
                    COALESCE(lateness, 0), COALESCE(missed, '')
                FROM strike JOIN attempt ON attempt.id = strike.attempt_id JOIN person ON person.id = attempt.person_id
                WHERE \(condition) ORDER BY owed_at DESC LIMIT \(most)
                """
            ) {
                StrikeRecord(
                    id: $0.text(0), name: Visitor.shortName($0.text(1), $0.text(2)), owed: Int64($0.integer(3)),
                    fate: .init(outcome: $0.text(4), detail: $0.text(5), lateness: $0.integer(6)), missed: $0.text(7))
            }
        }
    }

    /// Rings a strike that never sounded, because the teacher asks for it. One that sounded, or is being tried, is left alone.
    public func ringAgain(_ strike: String, by teacher: String) async throws { try await ring([strike], by: teacher) }

    /// Rings once for everybody whose strike the rules kept silent.
    public func ringKept(by teacher: String) async throws { try await ring(kept.map(\.id), by: teacher) }

    private func ring(_ strikes: [String], by teacher: String) async throws {
        let owed = try await writer.write { [self] connection -> [Strike] in
            let now = clock.now()
            guard case .ring(let loudness) = try Self.ringRules(in: connection).rulingByHand(at: now.timeOfDay) else {
                throw Refusal.examination
            }
            return try strikes.compactMap { strike in
                let owed = try connection.first(
                    """
                    SELECT name FROM strike WHERE id = \(strike)
                    AND (outcome IN ('silent', 'kept') OR (outcome IS NULL AND owed_at < \(now.wall - 5_000)))
                    """
                ) { Strike(id: strike, name: $0.text(0), loudness: loudness) }
                guard let owed else { return nil }
                // Claimed anew in this commit: a second tap finds nothing to ring.
                try connection.run(
                    "UPDATE strike SET outcome = NULL, detail = NULL, owed_at = \(now.wall) WHERE id = \(strike)")
                try Journal.write("ring_again", by: teacher, on: strike, at: now, in: connection)
                return owed
            }
        }
        for strike in owed { ring(strike) }
        changes.tell(.room)
    }

    /// The teacher does not want it rung any more.
    public func dismissStrike(_ strike: String, by teacher: String) async throws {
        try await dismiss([strike], by: teacher)
    }

    /// Nor any of those that the rules kept silent.
    public func dismissKept(by teacher: String) async throws { try await dismiss(kept.map(\.id), by: teacher) }

    private func dismiss(_ strikes: [String], by teacher: String) async throws {
        try await writer.write { [self] connection in
            for strike in strikes {
                try connection.run(
                    """
                    UPDATE strike SET outcome = 'dismissed'
                    WHERE id = \(strike) AND (outcome IS NULL OR outcome IN ('silent', 'kept'))
                    """)
                try Journal.write("dismiss_strike", by: teacher, on: strike, at: clock.now(), in: connection)
            }
        }
        changes.tell(.room)
    }
}
