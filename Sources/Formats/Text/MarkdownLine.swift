/// Markdown inside a paragraph: emphasis, strong, code, and a break where a line ends in two spaces or more.
struct MarkdownLine {
    private var html: [String] = []
    /// For each kind of delimiter, where its opening stands in `html`.
    private var openings: [String: Int] = [:]
    private var previous: Character = " "

    static func html(_ lines: [Substring]) -> String {
        var text = ""
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            var words = line
            while words.last == " " { words.removeLast() }
            text += words
            if !isLast { text += line.hasSuffix("  ") ? "\u{1}" : "\n" }
        }
        var reader = MarkdownLine()
        reader.read(text[...])
        return reader.html.joined()
    }

    private mutating func read(_ source: Substring) {
        var rest = source
        var ticksClose = true
        while let character = rest.first {
            let run = rest.prefix { $0 == character }
            switch character {
            case "\\":
                rest = rest.dropFirst()
                if let next = rest.first, "\\`*_-+.![]()#{}".contains(next) {
                    add(String(next), previous: next)
                    rest = rest.dropFirst()
                } else {
                    add("\\", previous: "\\")
                }
            case "\u{1}":
                add("<br>", previous: " ")
                rest = rest.dropFirst()
            case "`" where ticksClose && run.count == 1:
                guard let end = rest.dropFirst().firstIndex(of: "`") else {
                    ticksClose = false
                    continue
                }
                add("<code>\(MarkupText.escaped(rest[rest.startIndex..<end].dropFirst()))</code>", previous: "`")
                rest = rest[end...].dropFirst()
            case "*", "_":
                rest = rest[run.endIndex...]
                takeDelimiter(String(run), before: rest.first ?? " ")
            default:
                add(String(run), previous: character)
                rest = rest[run.endIndex...]
            }
        }
    }

    /// One or two of `*` or `_` beside a word open or close; between letters, `_` is a letter. Longer runs are blanks to fill.
    private mutating func takeDelimiter(_ run: String, before next: Character) {
        let touchesWord = previous.isLetter || previous.isNumber
        let meetsWord = next.isLetter || next.isNumber
        let isInside = run.hasPrefix("_") && touchesWord && meetsWord
        let element = run.count == 1 ? "em" : "strong"
        if run.count <= 2, !isInside, !previous.isWhitespace, let opening = openings[run], opening != html.count - 1 {
            html[opening] = "<\(element)>"
            openings = openings.filter { $0.value < opening }
            add("</\(element)>", previous: "*")
            return
        }
        if run.count <= 2, !isInside, !next.isWhitespace { openings[run] = html.count }
        add(run, previous: "*")
    }

    private mutating func add(_ piece: String, previous: Character) {
        html.append(piece)
        self.previous = previous
    }
}
