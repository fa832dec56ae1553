/// Where the answers stand in a question: between these two braces.
struct GIFTGroup {
    var open: Int
    var close: Int
    /// Where the text of the question goes on, after the brace and after an empty pair that follows it.
    var end: Int

    private init(open: Int, close: Int) {
        self.open = open
        self.close = close
        end = close + 1
    }

    /// The braces of a question that hold answers; none in a description.
    ///
    /// With one pair of braces this is Moodle's reading. With more, such as `{{ variable }}` in the text or `{% tag %}` in an
    /// answer, Moodle takes the first `{` and the first `}`; here inner pairs are text, and a pair holds the answers only if it
    /// looks as if it did.
    static func find(in text: ArraySlice<UInt8>) throws(Rejection) -> [GIFTGroup] {
        let braces = text.indices.filter { text[$0] == UInt8(ascii: "{") || text[$0] == UInt8(ascii: "}") }
        if braces.isEmpty { return [] }
        let all = candidates(text, braces)
        guard !all.isEmpty else {
            throw text[braces[0]] == UInt8(ascii: "{")
                ? Rejection("The braces of the answers are never closed. Add a } after the last answer.")
                : Rejection("There is a } without a {. Add the missing brace, or write \\} if it is text.")
        }
        if all.count == 1 { return all }
        var groups: [GIFTGroup] = []
        for group in all where group.looksLikeAnswers(in: text) {
            if group.content(of: text).isEmpty {
                if let last = groups.last, text[last.end..<group.open].trimmedSpace.isEmpty {
                    groups[groups.count - 1].end = group.end
                    continue
                }
                // An essay's braces end a line; others, as in `f() {}`, are text.
                let rest = text[group.end...].drop { $0 == 0x20 || $0 == 9 }
                guard rest.first == 10 || rest.isEmpty || rest.starts(with: "//".utf8) else { continue }
            }
            groups.append(group)
        }
        guard !groups.isEmpty else {
            throw Rejection("No pair of braces holds answers. Write \\{ and \\} where braces are text.")
        }
        return groups
    }

    func content(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text[(open + 1)..<close].trimmedSpace
    }

    private static func candidates(_ text: ArraySlice<UInt8>, _ braces: [Int]) -> [GIFTGroup] {
        let partner = partners(text, braces)
        // How many more braces close than open, from each one on.
        var surplus = [Int](repeating: 0, count: braces.count + 1)
        // Where the next brace closes, from each one on.
        var nextClosing = [Int?](repeating: nil, count: braces.count + 1)
        for place in braces.indices.reversed() {
            let closes = text[braces[place]] == UInt8(ascii: "}")
            surplus[place] = surplus[place + 1] + (closes ? 1 : -1)
            nextClosing[place] = closes ? place : nextClosing[place + 1]
        }
        var groups: [GIFTGroup] = []
        var place = 0
        while place < braces.count {
            guard text[braces[place]] == UInt8(ascii: "{"), var end = partner[place] ?? nextClosing[place] else {
                place += 1
                continue
            }
            while surplus[end + 1] > 0, goesOn(text, after: braces[end]), let next = nextClosing[end + 1] { end = next }
            groups.append(GIFTGroup(open: braces[place], close: braces[end]))
            place = end + 1
        }
        return groups
    }

    private static func partners(_ text: ArraySlice<UInt8>, _ braces: [Int]) -> [Int: Int] {
        var partner: [Int: Int] = [:]
        var open: [Int] = []
        for (place, index) in braces.enumerated() {
            if text[index] == UInt8(ascii: "{") {
                open.append(place)
            } else if let opening = open.popLast() {
                partner[opening] = place
            }
        }
        return partner
    }

    /// Whether the answers go on after a brace that closes too early: another answer, feedback, or the brace that really closes.
    private static func goesOn(_ text: ArraySlice<UInt8>, after brace: Int) -> Bool {
        guard let next = text[(brace + 1)...].first(where: { $0 > 0x20 }) else { return false }
        return "=~#}".utf8.contains(next)
    }

    private func looksLikeAnswers(in text: ArraySlice<UInt8>) -> Bool {
        let content = content(of: text)
        guard let first = content.first else { return true }
        if "=~#>".utf8.contains(first) { return true }
        let word = content.prefix { $0 != UInt8(ascii: "#") }.trimmedSpace
        return ["T", "F", "TRUE", "FALSE"].contains { word.elementsEqual($0.utf8) }
    }
}
