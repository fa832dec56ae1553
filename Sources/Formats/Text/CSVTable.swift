/// A table of values separated by commas, semicolons or tabs: RFC 4180, and what spreadsheets make of it.
///
/// Rows whose cells are all blank are left out. Cells lose white space at their ends. A quote that is never closed is a
/// character like any other.
struct CSVTable {
    struct Row {
        /// Where the row begins, from 1; a quoted cell may hold line ends.
        var line: Int
        var cells: [String]

        /// The cell of a column; empty where the row is short.
        subscript(column: Int?) -> String {
            guard let column, column < cells.count else { return "" }
            return cells[column]
        }
    }

    private(set) var rows: [Row] = []
    let separator: UInt8

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var quotesClose = true

    /// `bytes` are those of a `PlainTextFile`. Without `known`, the file's first line tells the separator.
    init(_ bytes: [UInt8], separator known: UInt8? = nil) {
        self.bytes = bytes
        let declaration = "sep=".utf8
        if let known {
            separator = known
        } else if bytes.starts(with: declaration), bytes.count > 5, bytes[5] == 10 {
            separator = bytes[4]
            index = 6
            line = 2
        } else {
            separator = Self.separator(of: bytes)
        }
        while index < bytes.count { readRow() }
    }

    /// The most frequent of the three in the first line that is not blank.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let words = bytes.drop { $0 == 10 || $0 == 0x20 }
        let first = words.prefix { $0 != 10 }
        var isQuoted = false
        var counts: [UInt8: Int] = [:]
        for byte in first {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let known = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
        return known.reduce(known[0]) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
    }

    private mutating func readRow() {
        var row = Row(line: line, cells: [])
        var isEnd = false
        while !isEnd { row.cells.append(readCell(&isEnd)) }
        if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }

    /// Reads to the separator or the line's end, past it.
    private mutating func readCell(_ isEnd: inout Bool) -> String {
        var cell: [UInt8] = []
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        if quotesClose, index < bytes.count, bytes[index] == UInt8(ascii: "\""), let quoted = readQuoted() {
            cell = quoted
        }
        while index < bytes.count, bytes[index] != 10, bytes[index] != separator {
            cell.append(bytes[index])
            index += 1
        }
        isEnd = index >= bytes.count || bytes[index] == 10
        if index < bytes.count, bytes[index] == 10 { line += 1 }
        index += 1
        return String(decoding: cell.trimmedSpace, as: UTF8.self)
    }

    /// What stands between quotes; `""` is a quote. `nil` when they never close.
    private mutating func readQuoted() -> [UInt8]? {
        var cell: [UInt8] = []
        var place = index + 1
        var lines = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") {
                guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else {
                    index = place + 1
                    line += lines
                    return cell
                }
                place += 1
            }
            if bytes[place] == 10 { lines += 1 }
            cell.append(bytes[place])
            place += 1
        }
        quotesClose = false
        return nil
    }
}
