import Assessment
import Gong
import Mastery
import SQLite

extension Classroom {
    public func reviewVariant(_ id: Int) throws -> ReviewVariant {
        try readers.read { connection in
            let (family, item) = try stored(id, in: connection)
            return ReviewVariant(
                id: id, family: try ReviewFamily.find(family, page: 0, length: 1, in: connection), item: item,
                alike: try alike(id, in: connection).count,
                latest: try latestRepair(ofFamily: family, in: connection),
                repairs: try connection.rows(
                    "SELECT at, reason, old_item FROM key_repair WHERE variant_id = \(id) ORDER BY id DESC"
                ) { (Int64($0.integer(0)), $0.text(1), $0.text(2)) }.map { ($0, $1, try ItemCache.decode($2).note) })
        }
    }

    /// Marks every decided attempt that holds a corrected variant by the new key, and writes nothing.
    public func outlook(of repair: KeyRepair) throws -> KeyRepair.Outlook {
        try readers.read { connection in try outlook(of: repair, in: connection) }
    }

    /// Corrects the key, in one transaction: items, scores, facility, and the decisions that the teacher confirms.
    ///
    /// Decisions that are not confirmed stand, with the repaired score. Marks that people settled stand. A mastery owes its strike
    /// as any does, unless it is among `silent`; no strike is taken back.
    ///
    /// - Parameter confirmed: attempts whose decision is to flip; one that would not flip is left alone.
    public func repair(
        _ repair: KeyRepair, confirmed: Set<String>, silent: Set<String> = [], by teacher: String
    ) async throws {
        guard !repair.reason.isEmpty else { throw Refusal.reasonMissing }
        let variants = try readers.read { connection in try affected(by: repair, in: connection) }
        items.hold(variants)
        defer { items.release(variants) }
        let (people, strikes) = try await writer.write { [self] connection -> ([String], [Strike]) in
            let outlook = try outlook(of: repair, in: connection)
            guard Set(outlook.items.keys) == Set(variants) else { throw Refusal.notNow }
            let now = clock.now()
            for (variant, item) in outlook.items {
                let text = try ItemCache.encode(item)
                try connection.run(
                    """
                    INSERT INTO key_repair (variant_id, old_item, new_item, reason, actor, at)
                    SELECT id, item, \(text), \(String(repair.reason.prefix(500))), \(teacher), \(now.wall) FROM variant
                    WHERE id = \(variant)
                    """)
                try connection.run("UPDATE variant SET item = \(text), note = \(item.note) WHERE id = \(variant)")
                try Journal.write(
                    "repair_key", by: teacher, on: String(variant), repair.reason, at: now, in: connection)
            }
            var strikes: [Strike] = []
            for change in outlook.changes {
                try apply(change, repair.reason, by: teacher, in: connection)
                guard let flip = change.flip, confirmed.contains(change.id) else { continue }
                try move(
                    change.id, flip == .mastered ? .repairMaster : .repairNotYet, by: .teacher, teacher, repair.reason,
                    in: connection)
                guard flip == .mastered else { continue }
                try setAsideRetake(after: change, by: teacher, in: connection)
                if !silent.contains(change.id) {
                    let conference = try conference(change.id, in: connection)
                    if let strike = try oweStrike(for: conference, in: connection) { strikes.append(strike) }
                }
            }
            return (outlook.changes.map(\.person), strikes)
        }
        for person in Set(people) { changes.tell(.person(person)) }
        changes.tell(.room)
        for strike in strikes { ring(strike) }
    }

    private func apply(
        _ change: KeyRepair.Change, _ reason: String, by teacher: String, in connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE attempt SET earned = \(change.after.earned), possible = \(change.after.possible)
            WHERE id = \(change.id)
            """)
        for (family, points) in change.points {
            try connection.run("UPDATE family SET earned = earned + \(points) WHERE id = \(family)")
        }
        try Journal.write(
            "remark", by: teacher, on: change.id,
            "\(change.before.earned) to \(change.after.earned) of \(change.after.possible): \(reason)",
            at: clock.now(), in: connection)
    }

    /// A retake that is being answered has lost its purpose, and would keep the student from the next unit.
    private func setAsideRetake(
        after change: KeyRepair.Change, by teacher: String, in connection: Connection
    ) throws {
        let retakes = try connection.rows(
            """
            SELECT id FROM attempt WHERE person_id = \(change.person) AND state = 'open'
            AND unit_id = (SELECT unit_id FROM attempt WHERE id = \(change.id))
            """
        ) { $0.text(0) }
        for retake in retakes {
            try move(retake, .void, by: .teacher, teacher, "mastered by a repaired key", in: connection)
        }
    }

    private func outlook(of repair: KeyRepair, in connection: Connection) throws -> KeyRepair.Outlook {
        let (family, item) = try stored(repair.variant, in: connection)
        guard try latestRepair(ofFamily: family, in: connection) == repair.latest else { throw Refusal.notNow }
        guard item.key != repair.key else { throw Refusal.badKey }
        var items: [Int: Item] = [:]
        for variant in try affected(by: repair, in: connection) {
            guard let item = try stored(variant, in: connection).item.corrected(by: repair.key) else {
                throw Refusal.badKey
            }
            items[variant] = item
        }
        var attempts: Set<String> = []
        for variant in items.keys {
            attempts.formUnion(
                try connection.rows(
                    """
                    SELECT attempt.id FROM form_item JOIN attempt ON attempt.id = attempt_id
                    WHERE variant_id = \(variant) AND state IN ('mastered', 'not_yet')
                    """
                ) { $0.text(0) })
        }
        let changes = try attempts.sorted().compactMap { try change($0, by: items, in: connection) }
        return KeyRepair.Outlook(items: items, changes: changes)
    }

    /// Nil where the score stays as it is.
    private func change(
        _ attempt: String, by corrected: [Int: Item], in connection: Connection
    ) throws -> KeyRepair.Change? {
        let before = try conference(attempt, in: connection)
        let after = try conference(attempt, corrected: corrected, in: connection)
        var points: [Int: Double] = [:]
        for (old, new) in zip(before.entries, after.entries) where old.fraction != new.fraction {
            points[old.formItem.family, default: 0] += (new.fraction ?? 0) - (old.fraction ?? 0)
        }
        guard !points.isEmpty else { return nil }
        let (state, threshold) = (before.attempt.state, before.attempt.threshold)
        let flip: AttemptState? =
            switch (state, before.score.reaches(threshold), after.score.reaches(threshold)) {
            case (.notYet, false, true) where after.unmarked.isEmpty: .mastered
            case (.mastered, true, false): .notYet
            default: nil
            }
        let isMasteredElsewhere = try connection.exists(
            """
            SELECT 1 FROM attempt WHERE person_id = \(before.attempt.person) AND unit_id = \(before.attempt.unit)
            AND id <> \(attempt) AND state = 'mastered'
            """)
        return KeyRepair.Change(
            id: attempt, person: before.attempt.person, name: "\(before.givenName) \(before.familyName)",
            unitTitle: before.unitTitle, number: before.attempt.number, state: state, before: before.score,
            after: after.score, flip: flip, isMasteredElsewhere: isMasteredElsewhere, points: points)
    }

    private func affected(by repair: KeyRepair, in connection: Connection) throws -> [Int] {
        repair.includesAlike ? try alike(repair.variant, in: connection) : [repair.variant]
    }

    /// Variants of the same family with the very same key, this one among them.
    private func alike(_ variant: Int, in connection: Connection) throws -> [Int] {
        let (family, item) = try stored(variant, in: connection)
        guard let key = item.key else { return [variant] }
        return try connection.rows("SELECT id, item FROM variant WHERE family_id = \(family) ORDER BY id") {
            ($0.integer(0), $0.text(1))
        }.filter { try ItemCache.decode($0.1).key == key }.map(\.0)
    }

    /// Past the cache: what is reviewed need not ever be drawn.
    private func stored(_ variant: Int, in connection: Connection) throws -> (family: Int, item: Item) {
        let row = try connection.first("SELECT family_id, item FROM variant WHERE id = \(variant)") {
            ($0.integer(0), $0.text(1))
        }
        guard let (family, text) = row else { throw Refusal.notFound }
        return (family, try ItemCache.decode(text))
    }

    private func latestRepair(ofFamily family: Int, in connection: Connection) throws -> Int {
        try connection.first(
            """
            SELECT COALESCE(MAX(key_repair.id), 0) FROM key_repair JOIN variant ON variant.id = variant_id
            WHERE family_id = \(family)
            """
        ) { $0.integer(0) } ?? 0
    }
}
