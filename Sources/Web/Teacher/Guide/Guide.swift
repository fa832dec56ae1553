#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How questions are written, as a page for teachers: `Languages/writing.en.md`, cut into what a page shows.
///
/// It knows the part of Markdown that the guide uses: headings, paragraphs, tables, fenced code; in a line, code, emphasis and links.
struct Guide: Sendable {
    enum Block: Hashable, Sendable {
        case title(String)
        case heading(String)
        case paragraph([Run])
        /// Rows of cells; the first is the head.
        case table([[[Run]]])
        case code(String)
    }

    enum Run: Hashable, Sendable {
        case words(String)
        case code(String)
        case emphasis(String)
    }

    let blocks: [Block]

    init(path: String) throws {
        self.init(try String(contentsOf: URL(filePath: path), encoding: .utf8))
    }

    init(_ text: String) {
        var blocks: [Block] = []
        var open: [String] = []
        var code: [String]?
        func close() {
            if !open.isEmpty { blocks.append(Self.block(open)) }
            open = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if let lines = code { blocks.append(.code(lines.joined(separator: "\n"))) } else { close() }
                code = code == nil ? [] : nil
            } else if code != nil {
                code?.append(line)
            } else if line.isEmpty {
                close()
            } else {
                open.append(line)
            }
        }
        close()
        self.blocks = blocks
    }

    private static func block(_ lines: [String]) -> Block {
        let first = lines[0]
        if first.hasPrefix("# ") { return .title(String(first.dropFirst(2))) }
        if first.hasPrefix("## ") { return .heading(String(first.dropFirst(3))) }
        guard first.hasPrefix("|") else { return .paragraph(runs(lines.joined(separator: " "))) }
        return .table(lines.filter { !$0.hasPrefix("| ---") }.map(cells))
    }

    /// `\|` is a line within a cell.
    private static func cells(_ row: String) -> [[Run]] {
        row.replacing("\\|", with: "\u{1}").split(separator: "|").map { cell in
            runs(cell.replacing("\u{1}", with: "|").trimmingPrefix(" ").description)
        }
    }

    /// A link is shown as its words: there is no internet to follow it to.
    private static func runs(_ text: String) -> [Run] {
        text.replacing(/\[([^\]]+)\]\(https?:[^)]+\)/) { String($0.1) }
            .split(separator: "`", omittingEmptySubsequences: false).enumerated().flatMap { index, piece in
                if index % 2 == 1 { return [Run.code(String(piece))] }
                let parts = piece.replacing(/\*([^ *][^*]*)\*/) { "\u{1}\($0.1)\u{1}" }.split(
                    separator: "\u{1}", omittingEmptySubsequences: false)
                return parts.enumerated().map { $0 % 2 == 1 ? .emphasis(String($1)) : .words(String($1)) }
            }
    }
}
