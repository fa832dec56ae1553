import SQLite

/// The database, step by step. Steps are only added; SQL keeps to what SQLite and PostgreSQL share.
///
/// People, attempts and strikes have ids that are unique across boxes; banks and their parts stay on the box and have numbers.
/// Times are milliseconds: `*_at` of the wall clock since 1970, `*_boot` of CLOCK_BOOTTIME within the boot named beside it.
enum Schema {
    static let migrations = [
        Migration(
            "the first classroom",
            """
            CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

            CREATE TABLE class (id TEXT PRIMARY KEY, title TEXT NOT NULL, source_id TEXT);
            CREATE TABLE person (
                id TEXT PRIMARY KEY,
                role TEXT NOT NULL CHECK (role IN ('student', 'teacher')),
                given_name TEXT NOT NULL,
                family_name TEXT NOT NULL,
                source_id TEXT,
                secret_hash TEXT,
                card_code TEXT,
                is_quiet INTEGER NOT NULL DEFAULT 0
            );
            CREATE UNIQUE INDEX person_source ON person (source_id) WHERE source_id IS NOT NULL;
            CREATE TABLE membership (
                class_id TEXT NOT NULL REFERENCES class (id) ON DELETE CASCADE,
                person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (class_id, person_id)
            );
            CREATE TABLE session (
                fingerprint BLOB PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                -- The hash of the PIN that a first join proposes; the session works once the teacher has admitted it.
                proposed_hash TEXT,
                started_at INTEGER NOT NULL,
                device TEXT NOT NULL
            );
            CREATE INDEX session_person ON session (person_id);

            CREATE TABLE bank (
                id INTEGER PRIMARY KEY,
                title TEXT NOT NULL,
                file_name TEXT NOT NULL,
                format TEXT NOT NULL,
                imported_at INTEGER NOT NULL
            );
            CREATE TABLE unit (
                id INTEGER PRIMARY KEY,
                title TEXT NOT NULL UNIQUE,
                place INTEGER NOT NULL,
                length INTEGER NOT NULL,
                threshold INTEGER NOT NULL DEFAULT 80,
                prework TEXT NOT NULL DEFAULT '',
                correctives TEXT NOT NULL DEFAULT '',
                is_hidden INTEGER NOT NULL DEFAULT 0
            );
            CREATE TABLE objective (
                id INTEGER PRIMARY KEY,
                unit_id INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
                title TEXT NOT NULL,
                UNIQUE (unit_id, title)
            );
            CREATE TABLE family (
                id INTEGER PRIMARY KEY,
                bank_id INTEGER NOT NULL REFERENCES bank (id),
                objective_id INTEGER NOT NULL REFERENCES objective (id),
                source_id TEXT,
                title TEXT NOT NULL,
                is_scored INTEGER NOT NULL,
                is_retired INTEGER NOT NULL DEFAULT 0
            );
            CREATE INDEX family_objective ON family (objective_id);
            -- A variant never changes once it is stored: forms point at it.
            CREATE TABLE variant (
                id INTEGER PRIMARY KEY,
                family_id INTEGER NOT NULL REFERENCES family (id),
                note TEXT NOT NULL,
                item TEXT NOT NULL
            );
            CREATE INDEX variant_family ON variant (family_id);

            CREATE TABLE attempt (
                id TEXT PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id),
                unit_id INTEGER NOT NULL REFERENCES unit (id),
                number INTEGER NOT NULL,
                state TEXT NOT NULL,
                seed INTEGER NOT NULL,
                generator INTEGER NOT NULL,
                threshold INTEGER NOT NULL,
                started_at INTEGER NOT NULL,
                submitted_at INTEGER,
                -- Place in line; smaller is earlier.
                joined INTEGER,
                was_parked INTEGER NOT NULL DEFAULT 0,
                misses INTEGER NOT NULL DEFAULT 0,
                conference_boot TEXT,
                conference_started INTEGER,
                conference_ended INTEGER,
                decided_at INTEGER,
                decided_boot INTEGER,
                earned REAL,
                possible REAL,
                comment TEXT NOT NULL DEFAULT '',
                UNIQUE (person_id, unit_id, number)
            );
            -- One attempt at a time, in every queue and under every tap.
            CREATE UNIQUE INDEX attempt_active ON attempt (person_id)
                WHERE state NOT IN ('mastered', 'not_yet', 'void');
            CREATE INDEX attempt_state ON attempt (state);
            CREATE TABLE form_item (
                attempt_id TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
                place INTEGER NOT NULL,
                family_id INTEGER NOT NULL REFERENCES family (id),
                variant_id INTEGER NOT NULL REFERENCES variant (id),
                presentation TEXT NOT NULL,
                PRIMARY KEY (attempt_id, place)
            );
            CREATE INDEX form_item_variant ON form_item (variant_id);
            CREATE TABLE response (
                attempt_id TEXT NOT NULL,
                place INTEGER NOT NULL,
                value TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                PRIMARY KEY (attempt_id, place),
                FOREIGN KEY (attempt_id, place) REFERENCES form_item (attempt_id, place) ON DELETE CASCADE
            ) WITHOUT ROWID;
            -- What teacher and student settled in the conference, where it differs from the key's mark or needs a person.
            CREATE TABLE adjustment (
                attempt_id TEXT NOT NULL,
                place INTEGER NOT NULL,
                fraction REAL NOT NULL CHECK (fraction BETWEEN 0 AND 1),
                reason TEXT NOT NULL,
                PRIMARY KEY (attempt_id, place),
                FOREIGN KEY (attempt_id, place) REFERENCES form_item (attempt_id, place) ON DELETE CASCADE
            );
            CREATE TABLE corrective (
                attempt_id TEXT PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
                text TEXT NOT NULL,
                report TEXT,
                done_at INTEGER
            );
            CREATE TABLE strike (
                id TEXT PRIMARY KEY,
                attempt_id TEXT NOT NULL UNIQUE REFERENCES attempt (id),
                name TEXT NOT NULL,
                owed_at INTEGER NOT NULL,
                -- NULL until it is known what became of it.
                outcome TEXT,
                detail TEXT,
                lateness INTEGER
            );
            CREATE TABLE journal (
                number INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                boot TEXT NOT NULL,
                boot_milliseconds INTEGER NOT NULL,
                clock TEXT NOT NULL,
                actor TEXT NOT NULL,
                act TEXT NOT NULL,
                subject TEXT NOT NULL,
                detail TEXT NOT NULL
            );
            """),
        Migration(
            "variants with parameters, and media",
            """
            -- What the variants were made from, in Gongbox's own text format.
            ALTER TABLE family ADD COLUMN template TEXT;
            ALTER TABLE variant ADD COLUMN parameters TEXT NOT NULL DEFAULT '';
            ALTER TABLE variant ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0;
            CREATE TABLE media (name TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL);
            """),
        Migration(
            "the voice that was missed",
            """
            -- Why a voice that should have sounded a strike did not, where another stepped in.
            ALTER TABLE strike ADD COLUMN missed TEXT;
            CREATE INDEX strike_owed ON strike (owed_at);
            """),
        Migration(
            "celebration without the gong",
            "ALTER TABLE person ADD COLUMN wants_gong INTEGER NOT NULL DEFAULT 1;"),
        Migration(
            "seats, blueprints and facility",
            """
            -- Of the rules by which the form was drawn.
            ALTER TABLE attempt ADD COLUMN assembly INTEGER NOT NULL DEFAULT 1;
            -- Answers that were decided upon, and the points they earned: how easy the family is.
            ALTER TABLE family ADD COLUMN answers INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE family ADD COLUMN earned REAL NOT NULL DEFAULT 0;
            -- How many questions a check asks of an objective. A unit without slots spreads its length evenly.
            CREATE TABLE slot (
                objective_id INTEGER PRIMARY KEY REFERENCES objective (id) ON DELETE CASCADE,
                count INTEGER NOT NULL CHECK (count > 0)
            );
            CREATE TABLE seat_plan (
                class_id TEXT PRIMARY KEY REFERENCES class (id) ON DELETE CASCADE,
                seat_rows INTEGER NOT NULL,
                seat_columns INTEGER NOT NULL,
                seed INTEGER NOT NULL
            );
            CREATE TABLE seat (
                class_id TEXT NOT NULL REFERENCES seat_plan (class_id) ON DELETE CASCADE,
                person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                seat_row INTEGER NOT NULL,
                seat_column INTEGER NOT NULL,
                PRIMARY KEY (class_id, person_id),
                UNIQUE (class_id, seat_row, seat_column)
            );
            """),
        Migration(
            "review, imports taken back, and keys repaired",
            """
            -- Not taught yet: nothing of it is asked until the teacher says so.
            ALTER TABLE objective ADD COLUMN is_postponed INTEGER NOT NULL DEFAULT 0;
            -- The bank whose import replaced a family, or with which it was taken back; NULL where the teacher retired it.
            ALTER TABLE family ADD COLUMN gone_with INTEGER REFERENCES bank (id);
            CREATE INDEX form_item_family ON form_item (family_id);
            -- What forms may draw from, and what is counted wherever that is told.
            CREATE VIEW drawable_family AS
                SELECT family.id, family.objective_id, objective.unit_id, family.title, family.is_scored, family.answers,
                    family.earned
                FROM family JOIN objective ON objective.id = family.objective_id
                WHERE family.is_retired = 0 AND objective.is_postponed = 0;
            -- Questions in the check of a unit that has a blueprint.
            CREATE VIEW planned_unit AS
                SELECT unit_id, SUM(CASE WHEN is_postponed = 0 THEN count ELSE 0 END) AS questions
                FROM slot JOIN objective ON objective.id = objective_id GROUP BY unit_id;
            ALTER TABLE bank ADD COLUMN undone_at INTEGER;
            CREATE TABLE bank_media (
                bank_id INTEGER NOT NULL REFERENCES bank (id),
                name TEXT NOT NULL REFERENCES media (name) ON DELETE CASCADE,
                PRIMARY KEY (bank_id, name)
            );
            CREATE INDEX bank_media_name ON bank_media (name);
            -- A variant's item before and after its key was corrected.
            CREATE TABLE key_repair (
                id INTEGER PRIMARY KEY,
                variant_id INTEGER NOT NULL REFERENCES variant (id) ON DELETE CASCADE,
                old_item TEXT NOT NULL,
                new_item TEXT NOT NULL,
                reason TEXT NOT NULL,
                actor TEXT NOT NULL,
                at INTEGER NOT NULL
            );
            CREATE INDEX key_repair_variant ON key_repair (variant_id);
            """),
    ]
}
