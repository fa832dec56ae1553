extension RichText {
    /// The text without its markup, on one line: for notes, menus and titles.
    ///
    /// A gap is a line to write on, and raised or lowered figures stay so: H₂O, cm³.
    public var plain: String {
        let html = filled { _ in "___" }.html
        var plain = ""
        var tag: String?
        var entity: String?
        var signs: [Character: Character] = [:]
        for character in html {
            if let name = tag {
                if character != ">" {
                    tag = name + String(character)
                    continue
                }
                tag = nil
                switch name {
                case "sup": signs = Self.raised
                case "sub": signs = Self.lowered
                case "/sup", "/sub": signs = [:]
                default:
                    let element = name.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
                    if !Self.inline.contains(String(element)), plain.last?.isWhitespace == false { plain += " " }
                }
            } else if character == "<" {
                tag = ""
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
                plain.append(signs[character] ?? character)
            }
        }
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Those that the sanitiser and `init(plain:)` write.
    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": " "]

    private static let raised = Dictionary(uniqueKeysWithValues: zip("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"))
    private static let lowered = Dictionary(uniqueKeysWithValues: zip("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"))

    /// Elements inside a word or a line: what stands beside them belongs together.
    private static let inline: Set<String> = [
        "b", "strong", "i", "em", "u", "s", "code", "tt", "span", "a", "abbr", "cite", "q", "small", "big", "var",
        "kbd",
        "samp", "del", "ins",
    ]
}
