/// A title for a question that has none.
enum Title {
    /// The first sixty characters or so of its text, whole words.
    static func of(_ text: String) -> String {
        guard text.count > 60 else { return text.isEmpty ? "Question" : text }
        let start = text.prefix(60)
        let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return words + "…"
    }
}
