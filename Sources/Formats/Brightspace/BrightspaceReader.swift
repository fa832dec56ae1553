internal import Assessment

/// Reads Brightspace's question CSV: rows of a keyword and its values; a question begins at `NewQuestion`.
struct BrightspaceReader {
    static func read(_ bytes: [UInt8], from source: BankSource, into draft: inout BankDraft) {
        let rows = CSVTable(bytes, separator: separator(of: bytes)).rows.map(BrightspaceRow.init)
        var question: [BrightspaceRow] = []
        var metadata: [BrightspaceRow] = []
        for row in rows where !row.isComment {
            if row.keyword == "newquestion" {
                take(question, from: source, into: &draft)
                // ID, title or points may stand before the row that opens the question.
                question = [row] + metadata
                metadata = []
            } else if question.isEmpty {
                metadata.append(row)
            } else {
                question.append(row)
            }
        }
        take(question, from: source, into: &draft)
        if question.isEmpty { draft.omit("No row says NewQuestion. Begin each question with it.", line: 1) }
    }

    private static func take(_ rows: [BrightspaceRow], from source: BankSource, into draft: inout BankDraft) {
        guard let first = rows.first else { return }
        var question = BrightspaceQuestion(rows, source: source)
        do {
            let family = try question.family()
            draft.take(family, line: first.line, notices: question.notices, media: question.prose.media.shown)
        } catch {
            draft.omit(error.reason, line: first.line)
        }
    }

    /// What stands behind the first `NewQuestion`.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let keyword = Array("newquestion".utf8)
        let head = bytes.prefix(65_536).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard let start = head.firstRange(of: keyword)?.upperBound else { return UInt8(ascii: ",") }
        let sign = head[start...].first { $0 != 0x20 && $0 != UInt8(ascii: "\"") }
        return [UInt8(ascii: ";"), 9].first { $0 == sign } ?? UInt8(ascii: ",")
    }
}
