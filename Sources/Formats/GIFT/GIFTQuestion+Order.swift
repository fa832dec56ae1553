internal import Assessment

extension GIFTQuestion {
    private static let kinds: Set<String> = ["ALL", "EXACT", "RANDOM", "REL", "CONTIGUOUS", "CONTIG"]
    private static let layouts: Set<String> = ["HORIZONTAL", "HORI", "H", "1", "VERTICAL", "VERT", "V", "0"]
    private static let gradings: Set<String> = [
        "ALL_OR_NOTHING", "ABSOLUTE_POSITION", "ABSOLUTE", "ABS", "RELATIVE_NEXT_EXCLUDE_LAST",
        "RELATIVE_NEXT_INCLUDE_LAST",
        "RELATIVE_ONE_PREVIOUS_AND_NEXT", "RELATIVE_ALL_PREVIOUS_AND_NEXT", "LONGEST_ORDERED_SUBSET",
        "LONGEST_CONTIGUOUS_SUBSET", "RELATIVE_TO_CORRECT", "RELATIVE", "REL",
    ]
    private static let showing: Set<String> = ["SHOW", "HIDE", "TRUE", "FALSE", "YES", "NO", "1", "0"]
    private static let numberings: Set<String> = ["none", "123", "abc", "ABCD", "ABC", "iii", "IIII", "III"]

    /// `> count SELECT LAYOUT GRADING SHOW NUMBERING`, then one entry a line in the right order: Moodle's ordering type.
    mutating func order(_ answers: ArraySlice<UInt8>) throws(Rejection) -> OrderInteraction? {
        var lines = answers.dropFirst().split(separator: 10, omittingEmptySubsequences: false)
        guard let head = lines.first else { return nil }
        lines.removeFirst()
        var words = GIFTText.string(head).split(separator: " ").map(String.init)[...]
        let count = words.first.flatMap(Int.init)
        if count != nil { words.removeFirst() }
        var options: [String] = []
        var grading: OrderInteraction.Grading?
        for known in [Self.kinds, Self.layouts, Self.gradings, Self.showing, Self.numberings] {
            guard let word = words.first, known.contains(word) || known.contains(word.uppercased()) else { continue }
            options.append(word.uppercased())
            if known == Self.gradings { grading = Self.grading(word.uppercased()) }
            words.removeFirst()
        }
        if !words.isEmpty {
            throw Rejection(
                "The line after {> holds a word that is not an ordering option: \(words[words.startIndex]).")
        }
        var entries: [RichText] = []
        for line in lines {
            let (format, text) = GIFTText.format(of: line, otherwise: format)
            if text.isEmpty { continue }
            guard let entry = prose.visible(text, format) else {
                throw Rejection("An entry is a picture that is not in the file. Describe it in words.")
            }
            entries.append(entry)
        }
        guard entries.count >= 2 else {
            throw Rejection("Ordering needs at least two entries. Write one on each line.")
        }
        if let count, count > 1, count < entries.count, options.first != "ALL" {
            notice("All \(entries.count) entries are shown, not \(count) of them.")
        }
        return OrderInteraction(entries: entries, grading: grading ?? .absolutePosition)
    }

    private static func grading(_ word: String) -> OrderInteraction.Grading? {
        switch word {
        case "ABSOLUTE", "ABS": .absolutePosition
        case "RELATIVE", "REL": .relativeNextExcludeLast
        default: OrderInteraction.Grading(moodle: word)
        }
    }
}
