/// How a text of a question is written, by the names that GIFT and Moodle use.
enum TextFormat: String {
    /// HTML in which a line end is a line break, and a `<` may mean itself.
    case moodle
    case html
    case plain
    case markdown
}
