extension GIFTQuestion {
    /// The questions of a block: one, or several where no blank line parts them.
    static func parts(of block: GIFTBlock) throws(Rejection) -> [GIFTQuestion] {
        var text = block.text[...].trimmedSpace
        var name: ArraySlice<UInt8>?
        if text.starts(with: "::".utf8) {
            text = text.dropFirst(2)
            if let end = text.doubleColon {
                name = text[..<end]
                text = text[(end + 2)...]
            }
        }
        let comments = GIFTComments(block.comments)
        let groups = try GIFTGroup.find(in: text)
        guard let first = groups.first else {
            return [GIFTQuestion(line: block.line, name: name, comments: comments, before: text)]
        }
        var questions = [
            GIFTQuestion(
                line: block.line, name: name, comments: comments, before: text[..<first.open],
                group: text[(first.open + 1)..<first.close])
        ]
        var line = block.line
        var counted = block.text.startIndex
        for (previous, group) in zip(groups, groups.dropFirst()) {
            let before = text[previous.end..<group.open]
            let start = try start(in: before)
            line += block.text[counted..<start].count { $0 == 10 }
            counted = start
            questions.append(
                GIFTQuestion(
                    line: line, comments: GIFTComments([]), before: text[start..<group.open],
                    group: text[(group.open + 1)..<group.close]))
        }
        let rest = text[groups[groups.count - 1].end...]
        if groups.count > 1, !wordsAfter(rest).isEmpty { throw severalGroups }
        questions[questions.count - 1].after = rest
        return questions
    }

    /// Text after a brace without a remark on the brace's own line: after `} // remark` there is none.
    static func wordsAfter(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let words = text.trimmedSpace
        guard words.starts(with: "//".utf8) else { return words }
        return (words.firstIndex(of: 10).map { words[$0...] } ?? []).trimmedSpace
    }

    /// Where another question begins between two groups: on a new line, and not with a small letter, which goes on a sentence.
    private static func start(in between: ArraySlice<UInt8>) throws(Rejection) -> Int {
        let lineEnd = between.firstIndex(of: 10) ?? between.endIndex
        let words = between[lineEnd...].trimmedSpace
        guard wordsAfter(between[..<lineEnd]).isEmpty, let first = words.first,
            !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
        else { throw severalGroups }
        return words.startIndex
    }

    private static let severalGroups = Rejection(
        "There is more than one group of answers. Make one question of each, with a blank line between.")
}
