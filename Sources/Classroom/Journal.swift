import SQLite

/// The record of who did what when, and why. Written in the transaction of the act itself; never changed.
enum Journal {
    /// `subject` is the id of the attempt, person, class or bank that the act is about.
    static func write(
        _ act: String, by actor: String, on subject: String, _ detail: String = "", at moment: Moment,
        in connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO journal (at, boot, boot_milliseconds, clock, actor, act, subject, detail)
            VALUES (\(moment.wall), \(moment.bootID), \(moment.boot), \(moment.isSynchronised ? "synchronised" : "free"),
                    \(actor), \(act), \(subject), \(detail))
            """)
    }
}
