import SQLite

extension Classroom {
    /// What the unit's bank holds. `objective` and `page` (from 0) choose which families are shown.
    public func review(of unit: Int, objective: Int?, page: Int) throws -> ReviewUnit {
        try readers.read { connection in
            try ReviewUnit.find(unit, objective: objective, page: page, in: connection)
        }
    }

    /// A page (from 0) of a family's variants.
    public func reviewFamily(_ family: Int, page: Int = 0) throws -> ReviewFamily {
        try readers.read { connection in
            try ReviewFamily.find(family, page: page, length: ReviewFamily.pageLength, in: connection)
        }
    }

    /// Keeps a family out of forms to come, or brings it back; forms that were drawn keep it. Bringing back a family whose
    /// variants are all retired brings back all of them.
    public func setRetired(family: Int, _ isRetired: Bool, by teacher: String) async throws {
        try await writer.write { [self] connection in
            let changed = try connection.run(
                "UPDATE family SET is_retired = \(isRetired), gone_with = NULL WHERE id = \(family)")
            guard changed == 1 else { throw Refusal.notFound }
            if !isRetired {
                try connection.run(
                    """
                    UPDATE variant SET is_retired = 0 WHERE family_id = \(family) AND NOT EXISTS (
                        SELECT 1 FROM variant AS other WHERE other.family_id = \(family) AND other.is_retired = 0)
                    """)
            }
            try Journal.write(
                isRetired ? "retire_family" : "restore_family", by: teacher, on: String(family), at: clock.now(),
                in: connection)
        }
        changes.tell(.room)
    }

    /// The same for one variant. A family goes with its last variant, and comes back with its first; returns the family.
    @discardableResult
    public func setRetired(variant: Int, _ isRetired: Bool, by teacher: String) async throws -> Int {
        let family = try await writer.write { [self] connection in
            let found = try connection.first(
                "UPDATE variant SET is_retired = \(isRetired) WHERE id = \(variant) RETURNING family_id"
            ) { $0.integer(0) }
            guard let family = found else { throw Refusal.notFound }
            let isLeft = try connection.exists(
                "SELECT 1 FROM variant WHERE family_id = \(family) AND is_retired = 0")
            if !isRetired || !isLeft {
                try connection.run(
                    """
                    UPDATE family SET is_retired = \(isRetired), gone_with = NULL
                    WHERE id = \(family) AND is_retired <> \(isRetired)
                    """)
            }
            try Journal.write(
                isRetired ? "retire_variant" : "restore_variant", by: teacher, on: String(variant), at: clock.now(),
                in: connection)
            return family
        }
        changes.tell(.room)
        return family
    }

    /// Marks an objective as not taught yet, or as taught: nothing of it is asked until then. Returns its unit.
    @discardableResult
    public func setPostponed(objective: Int, _ isPostponed: Bool, by teacher: String) async throws -> Int {
        let unit = try await writer.write { [self] connection in
            let found = try connection.first(
                "UPDATE objective SET is_postponed = \(isPostponed) WHERE id = \(objective) RETURNING unit_id"
            ) { $0.integer(0) }
            guard let unit = found else { throw Refusal.notFound }
            try Journal.write(
                isPostponed ? "postpone_objective" : "teach_objective", by: teacher, on: String(objective),
                at: clock.now(), in: connection)
            return unit
        }
        changes.tell(.room)
        return unit
    }
}
