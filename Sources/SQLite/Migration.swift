/// One step from a schema to the next. Steps are only ever added; `PRAGMA user_version` counts those that were taken.
public struct Migration: Sendable {
    public let name: String
    public let script: String

    public init(_ name: String, _ script: String) {
        self.name = name
        self.script = script
    }
}

extension Writer {
    /// A database from a newer Gongbox than this one: it is left alone.
    public struct NewerSchema: Error, CustomStringConvertible {
        public let found: Int
        public let known: Int
        public var description: String {
            "The database has schema \(found); this Gongbox knows up to \(known). Install the newer Gongbox that wrote it."
        }
    }

    /// Takes the steps that the file has not taken yet, each in its own transaction.
    public func migrate(_ steps: [Migration]) throws {
        try exclusively { connection in
            let taken = try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
            if taken > steps.count { throw NewerSchema(found: taken, known: steps.count) }
            for (index, step) in steps.enumerated().dropFirst(taken) {
                try connection.script("BEGIN IMMEDIATE;\n\(step.script)\nPRAGMA user_version = \(index + 1);\nCOMMIT;")
            }
        }
    }
}
