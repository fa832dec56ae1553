import Assessment
import Crypto
import Mastery
import SQLite

extension Classroom {
    /// Starts a check with a fresh form, or returns the attempt that is under way.
    public func start(_ unit: Int, by student: String) async throws -> String {
        let id = try await writer.write { [self] connection in
            let under = try connection.first(
                "SELECT id, unit_id, state FROM attempt WHERE person_id = \(student) AND state NOT IN ('mastered', 'not_yet', 'void')"
            ) { ($0.text(0), $0.integer(1), $0.text(2)) }
            if let (id, itsUnit, state) = under {
                guard itsUnit == unit, state == AttemptState.open.rawValue else { throw Refusal.notNow }
                return id
            }
            guard let step = try Self.path(of: student, in: connection).first(where: { $0.id == unit }) else {
                throw Refusal.notFound
            }
            guard step.standing == .ready else { throw Refusal.notReady }
            return try assemble(unit, for: student, in: connection)
        }
        changes.tell(.room)
        return id
    }

    private func assemble(_ unit: Int, for student: String, in connection: Connection) throws -> String {
        let seed = UInt64.random(in: .min ... .max)
        var assembler = FormAssembler(seed: seed)
        guard
            let threshold = try connection.first("SELECT threshold FROM unit WHERE id = \(unit)", { $0.integer(0) })
        else { throw Refusal.notFound }
        let number =
            try connection.first(
                "SELECT COALESCE(MAX(number), 0) + 1 FROM attempt WHERE person_id = \(student) AND unit_id = \(unit)",
                { $0.integer(0) }) ?? 1
        let candidates = try Candidates(unit: unit, student: student, attempt: number, in: connection)
        let slots = try Blueprint.slots(of: unit, in: connection)
        let drawn = assembler.draw(slots, from: candidates.scored, at: candidates.place)
        guard !drawn.isEmpty else { throw Refusal.notReady }
        let id = Identifier.make()
        let now = clock.now()
        try connection.run(
            """
            INSERT INTO attempt (id, person_id, unit_id, number, state, seed, generator, assembly, threshold, started_at)
            VALUES (\(id), \(student), \(unit), \(number), 'open', \(Int64(bitPattern: seed)),
                    \(SeededGenerator.version), \(FormAssembler.version), \(threshold), \(now.wall))
            """)
        // What introduces an objective stands before the questions that belong to it.
        let form = candidates.introductions(to: slots) + drawn
        for (index, family) in form.enumerated() {
            let variant = assembler.choose(try candidates.variants(of: family, in: connection))
            let presentation = assembler.presentation(of: try items.item(variant, in: connection))
            try connection.run(
                """
                INSERT INTO form_item (attempt_id, place, family_id, variant_id, presentation)
                VALUES (\(id), \(index + 1), \(family), \(variant),
                        \(presentation.encoded))
                """)
        }
        try Journal.write("start", by: student, on: id, at: now, in: connection)
        return id
    }

    /// The form of the student's own attempt, whatever its state; `notFound` for anybody else's.
    public func form(_ attempt: String, of student: String) throws -> AttemptForm {
        try readers.read { connection in
            let form = try form(attempt, in: connection)
            guard form.attempt.person == student else { throw Refusal.notFound }
            return form
        }
    }

    func form(_ id: String, corrected: [Int: Item] = [:], in connection: Connection) throws -> AttemptForm {
        let attempt = try Attempt.find(id, in: connection)
        let title = try connection.first("SELECT title FROM unit WHERE id = \(attempt.unit)") { $0.text(0) } ?? ""
        let rows = try connection.rows(
            """
            SELECT form_item.place, family_id, variant_id, presentation, value, sequence FROM form_item
            LEFT JOIN response ON response.attempt_id = form_item.attempt_id AND response.place = form_item.place
            WHERE form_item.attempt_id = \(id) ORDER BY form_item.place
            """
        ) { ($0.integer(0), $0.integer(1), $0.integer(2), $0.text(3), $0.text(4), $0.integer(5)) }
        let formItems = try rows.map { place, family, variant, presentation, value, sequence in
            let item = try corrected[variant] ?? items.item(variant, in: connection)
            return FormItem(
                place: place, family: family, variant: variant, item: item,
                presentation: Presentation(encoded: presentation),
                response: item.response(value), sequence: sequence)
        }
        return AttemptForm(attempt: attempt, unitTitle: title, items: formItems)
    }

    /// One question of the student's own attempt. The page that students load most: it reads no more than it shows.
    public func question(_ place: Int, of attempt: String, by student: String) throws -> Question {
        try readers.read { connection in
            let found = try connection.first(
                """
                SELECT state, unit.title FROM attempt JOIN unit ON unit.id = unit_id
                WHERE attempt.id = \(attempt) AND person_id = \(student)
                """
            ) { (AttemptState(rawValue: $0.text(0)) ?? .void, $0.text(1)) }
            guard let (state, title) = found else { throw Refusal.notFound }
            var row: (family: Int, variant: Int, presentation: String, value: String, sequence: Int)?
            let answered = try connection.rows(
                """
                SELECT form_item.place, family_id, variant_id, presentation, COALESCE(value, ''), COALESCE(sequence, 0)
                FROM form_item
                LEFT JOIN response ON response.attempt_id = form_item.attempt_id AND response.place = form_item.place
                WHERE form_item.attempt_id = \(attempt) ORDER BY form_item.place
                """
            ) { columns in
                let value = columns.text(4)
                if columns.integer(0) == place {
                    row = (columns.integer(1), columns.integer(2), columns.text(3), value, columns.integer(5))
                }
                return !value.isEmpty
            }
            guard let row else { throw Refusal.notFound }
            let item = try items.item(row.variant, in: connection)
            return Question(
                attempt: attempt, state: state, unitTitle: title,
                item: FormItem(
                    place: place, family: row.family, variant: row.variant, item: item,
                    presentation: Presentation(encoded: row.presentation), response: item.response(row.value),
                    sequence: row.sequence),
                answered: answered)
        }
    }

    /// Saves one answer and returns when it is on the disk. A sequence number that is not newer than the saved one changes
    /// nothing: a repeated or late message does no harm. Without a number the answer counts as the newest.
    ///
    /// Returns nil when this answer is what the disk holds; otherwise the number of the newer answer that stands instead.
    @discardableResult
    public func save(
        _ answer: PostedAnswer, sequence: Int?, at place: Int, of attempt: String, by student: String
    ) async throws -> Int? {
        try await writer.write { connection in
            let found = try connection.first(
                """
                SELECT state, presentation, COALESCE(value, ''), COALESCE(sequence, 0) FROM attempt
                LEFT JOIN form_item ON form_item.attempt_id = attempt.id AND form_item.place = \(place)
                LEFT JOIN response ON response.attempt_id = form_item.attempt_id AND response.place = form_item.place
                WHERE attempt.id = \(attempt) AND person_id = \(student)
                """
            ) { ($0.text(0), $0.optionalText(1), $0.text(2), $0.integer(3)) }
            guard let (state, presentation, known, last) = found, let presentation else { throw Refusal.notFound }
            guard state == AttemptState.open.rawValue else { throw Refusal.notNow }
            let value = answer.encoded(Presentation(encoded: presentation))
            let sequence = sequence ?? (value == known ? last : last + 1)
            guard sequence > last else { return value == known ? nil : last }
            try connection.run(
                """
                INSERT INTO response (attempt_id, place, value, sequence)
                VALUES (\(attempt), \(place), \(value), \(sequence))
                ON CONFLICT (attempt_id, place) DO UPDATE SET value = excluded.value, sequence = excluded.sequence
                """)
            return nil
        }
    }

    /// Hands the check in: it joins the line, and no answer changes any more. Handing in again does nothing.
    public func submit(_ attempt: String, by student: String) async throws {
        try await writer.write { [self] connection in
            let found = try Attempt.find(attempt, in: connection)
            guard found.person == student else { throw Refusal.notFound }
            if found.state == .waiting { return }
            try move(attempt, .submit, by: .student, student, in: connection)
        }
        changes.tell(.room, .person(student))
    }
}
