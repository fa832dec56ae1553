extension RichText {
    /// The text without its markup, on one line: for notes, menus and titles.
    ///
    /// A gap is a line to write on.
    public var plain: String {
        let html = filled { _ in "___" }.html
        var plain = ""
        var isInTag = false
        var entity: String?
        for character in html {
            if isInTag {
                if character == ">" {
                    isInTag = false
                    if plain.last?.isWhitespace == false { plain += " " }
                }
            } else if character == "<" {
                isInTag = true
            } else if character == "&" {
                entity = ""
            } else if let name = entity {
                if character == ";" {
                    plain += Self.entities[name] ?? ""
                    entity = nil
                } else {
                    entity = name + String(character)
                }
            } else {
                plain.append(character)
            }
        }
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Those that the sanitiser and `init(plain:)` write.
    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": " "]
}
