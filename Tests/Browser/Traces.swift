/// What a page gives away of keys, marks and scores.
enum Traces {
    /// Words of the markup that stand in a page only where something is marked or its key is told.
    private static let words = [
        "Right answer", "Settled together", "class=\"feedback", "class=\"score", "class=\"right", "class=\"wrong",
        "class=\"partly",
        "class=\"unmarked", "name=\"fraction\"", "% is mastery", "✓", "✗",
    ]

    static func found(in source: String) -> [String] { words.filter(source.contains) }
}
