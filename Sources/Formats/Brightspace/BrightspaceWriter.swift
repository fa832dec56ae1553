internal import Assessment

/// Writes families as Brightspace's question CSV: five columns, CRLF, UTF-8. Each variant is a question of its own.
///
/// Units, objectives and tags are not in the file; neither is how long an essay's field is.
struct BrightspaceWriter {
    private var rows: [[String]] = []
    private var bank = ExportedBank(bytes: [])

    static func write(_ families: [Family]) -> ExportedBank {
        var writer = BrightspaceWriter()
        for (place, family) in families.enumerated() { writer.take(family, line: place + 1) }
        if Set(families.map(\.category)).count > 1, !writer.rows.isEmpty {
            writer.bank.notices.append(
                Omission(
                    line: 1, reason: "A CSV for Brightspace has no units and objectives: its questions are one list."))
        }
        writer.bank.bytes = Array(writer.rows.map(Self.line).joined().utf8)
        return writer.bank
    }

    private mutating func take(_ family: Family, line: Int) {
        var written = 0
        var told: Set<String> = []
        for (number, variant) in family.variants.enumerated() {
            let title = family.variants.count > 1 ? "\(family.title) \(number + 1)" : family.title
            do {
                var question = BrightspaceRows()
                try question.take(variant.item, title: title, identifier: number == 0 ? family.sourceID : nil)
                rows += question.rows + [[]]
                written += 1
                for notice in question.notices where told.insert(notice).inserted {
                    bank.notices.append(Omission(line: line, reason: "\(family.title): \(notice)"))
                }
            } catch {
                bank.omissions.append(Omission(line: line, reason: "\(title): \(error.reason)"))
            }
        }
        if written > 1 {
            let reason =
                "\(family.title): Its variants are questions of their own. Draw one of them at random."
            bank.notices.append(Omission(line: line, reason: reason))
        }
    }

    private static func line(_ cells: [String]) -> String {
        (cells + Array(repeating: "", count: max(0, 5 - cells.count))).map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.unicodeScalars.contains { ",\"\r\n;\t".unicodeScalars.contains($0) }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}

/// The rows of one question.
struct BrightspaceRows {
    private(set) var rows: [[String]] = []
    private(set) var notices: [String] = []

    mutating func take(_ item: Item, title: String, identifier: String?) throws(Rejection) {
        let (type, answers) = try answers(to: item.interaction)
        rows.append(["NewQuestion", type])
        if let identifier { rows.append(["ID", identifier]) }
        rows.append(["Title", title])
        rows.append(["QuestionText"] + (try Self.cells(item.stem)))
        rows.append(["Points", "1"])
        rows += answers
        if let feedback = item.feedback { rows.append(["Feedback"] + (try Self.cells(feedback))) }
    }

    mutating func notice(_ reason: String) {
        if !notices.contains(reason) { notices.append(reason) }
    }

    /// A text and the word for its being HTML, where it needs to be.
    static func cells(_ text: RichText) throws(Rejection) -> [String] {
        let row = try cells(text, nil)
        return Array(row.prefix(2))
    }

    /// Text, `HTML` or nothing, feedback: one word holds for both texts.
    static func cells(_ text: RichText, _ feedback: RichText?) throws(Rejection) -> [String] {
        let texts = [text.html, feedback?.html ?? ""]
        guard !texts.contains(where: { $0.contains("src=\"") }) else {
            throw Rejection("It shows a picture or plays a sound, which a CSV for Brightspace cannot carry.")
        }
        let isHTML = texts.contains { $0.contains { "<&\n".contains($0) } }
        // A cell with this word alone would be taken for the mark of HTML.
        let said = texts[1].lowercased() == "html" ? "\(texts[1])." : texts[1]
        return [texts[0], isHTML ? "HTML" : "", said]
    }

    /// A text that stands in a list of plain texts.
    static func plain(_ text: String) -> [String] {
        ProseReader.plain(text, .moodle) == text ? [text] : [RichText(plain: text).html, "HTML"]
    }
}
