/// The lines of one question, or one change of category.
struct GIFTBlock {
    /// Where the first line that is not a comment stands, from 1.
    var line: Int
    /// The lines, shielded; a comment leaves an empty line.
    var text: [UInt8] = []
    var comments: [ArraySlice<UInt8>] = []
    /// The block as it stands in the file, with the comments just above it.
    var source: ArraySlice<UInt8> = []
    /// The path, when the block changes the category.
    var category: ArraySlice<UInt8>?
}

/// Divides a file into blocks.
///
/// A blank line ends a block, as in Moodle. So do a line that names the next question and one that changes the category, which
/// Moodle would swallow. A blank line inside the braces of an answer ends nothing.
struct GIFTBlocks: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var lines: [GIFTLine] = []
    /// For each line the next that has a brace, a name or a category: what tells whether open braces will be closed.
    private var nextEvent: [Int] = []
    /// For each line the next that is neither blank nor a comment.
    private var nextWords: [Int] = []
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            lines.append(GIFTLine(bytes, start..<end))
            start = end + 1
        }
        nextEvent = [Int](repeating: lines.count, count: lines.count + 1)
        nextWords = nextEvent
        for place in lines.indices.reversed() {
            let isEvent = lines[place].firstBrace != 0 || lines[place].kind == .named || lines[place].kind == .category
            nextEvent[place] = isEvent ? place : nextEvent[place + 1]
            let isWords = lines[place].kind != .blank && lines[place].kind != .comment
            nextWords[place] = isWords ? place : nextWords[place + 1]
        }
    }

    mutating func next() -> GIFTBlock? {
        var content: [Int] = []
        var balance = 0
        var lastBrace: UInt8 = 0
        var comments: [ArraySlice<UInt8>] = []
        while index < lines.count {
            let line = lines[index]
            let isOpen = lastBrace == UInt8(ascii: "{") || balance > 0
            switch line.kind {
            case .blank:
                if !content.isEmpty, !(isOpen && continues(after: index, lastBrace)) { return block(content, comments) }
                if content.isEmpty { comments = [] }
            case .comment:
                comments.append(bytes[line.range].trimmedSpace)
                if !content.isEmpty { content.append(index) }
            case .category:
                if !content.isEmpty { return block(content, comments) }
                index += 1
                let path = GIFTLine.categoryPath(bytes[line.range].trimmedSpace)
                return GIFTBlock(line: index, comments: comments, category: path ?? [])
            case .named where !content.isEmpty && !(isOpen && closes(from: index)):
                // Comments just above the name belong to it.
                while let last = content.last, lines[last].kind == .comment {
                    content.removeLast()
                    comments.removeLast()
                    index = last
                }
                return block(content, comments)
            case .named, .text:
                content.append(index)
                balance += line.balance
                if line.lastBrace != 0 { lastBrace = line.lastBrace }
            }
            index += 1
        }
        return content.isEmpty ? nil : block(content, comments)
    }

    /// Whether braces that are open at a blank line go on after it: the next words are an answer, or a brace closes before
    /// another opens and before the next question begins.
    private func continues(after blank: Int, _ lastBrace: UInt8) -> Bool {
        let next = nextWords[blank]
        guard next < lines.count, lines[next].kind == .text else { return false }
        if "=~}".utf8.contains(lines[next].first) { return true }
        return lastBrace == UInt8(ascii: "{") && closes(from: next)
    }

    private func closes(from line: Int) -> Bool {
        var event = nextEvent[line]
        if event == line, lines[line].firstBrace == 0 { event = nextEvent[line + 1] }
        return event < lines.count && lines[event].firstBrace == UInt8(ascii: "}")
    }

    /// Blank lines at the end were never added; those in between count, so that lines can be told.
    private func block(_ content: [Int], _ comments: [ArraySlice<UInt8>]) -> GIFTBlock {
        guard let first = content.first, let last = content.last else { return GIFTBlock(line: index) }
        var text: [UInt8] = []
        text.reserveCapacity(lines[last].range.upperBound - lines[first].range.lowerBound + 1)
        for place in first...last {
            if lines[place].kind != .comment { text += bytes[lines[place].range] }
            text.append(10)
        }
        var top = first
        while top > 0, lines[top - 1].kind == .comment { top -= 1 }
        return GIFTBlock(
            line: first + 1, text: GIFTEscapes.shield(text), comments: comments,
            source: bytes[lines[top].range.lowerBound..<lines[last].range.upperBound])
    }
}
