/// A row of Brightspace's CSV: a keyword, and what follows it.
struct BrightspaceRow {
    let line: Int
    /// Lower case.
    let keyword: String
    /// At least one.
    let values: [String]

    init(_ row: CSVTable.Row) {
        line = row.line
        var cells = row.cells
        // Keyword and comma, or the whole row, may stand in one pair of quotes.
        if let comma = cells[0].firstIndex(of: ","), !cells[0].hasPrefix("//") {
            let rest = String(cells[0][cells[0].index(after: comma)...])
            cells[0] = String(cells[0][..<comma])
            if !rest.isEmpty { cells.insert(rest.trimmedText, at: 1) }
        }
        keyword = cells[0].trimmedText.lowercased()
        values = cells.count > 1 ? Array(cells[1...]) : [""]
    }

    var isComment: Bool { keyword.hasPrefix("//") || keyword.isEmpty }

    /// Empty where the row is short. From 0.
    subscript(column: Int) -> String { column < values.count ? values[column] : "" }

    /// Whether a cell says that the text beside it is HTML.
    var isHTML: Bool { values.dropFirst().contains { $0.lowercased() == "html" } }

    /// A share of the mark, from -1 to 1: `100`, `50%`; nil where there is no number.
    var share: Double? {
        let text = self[0].filter { $0 != "%" }
        return GIFTNumber.number(Substring(text)).map { min(1, max(-1, $0 / 100)) }
    }
}
