internal import Assessment

extension GIFTQuestion {
    /// Tells the type by what the braces hold, in Moodle's order.
    mutating func interaction(_ answers: ArraySlice<UInt8>) throws(Rejection) -> Interaction {
        guard let first = answers.first else { return .extendedText(ExtendedTextInteraction()) }
        if Self.isCloze(answers) {
            throw Rejection(
                "The braces hold a Moodle cloze gap, which is not GIFT. Write it as a question of its own.")
        }
        if first == UInt8(ascii: ">"), let order = try order(answers) { return .order(order) }
        if first == UInt8(ascii: "#") { return .numericEntry(try numericEntry(answers.dropFirst())) }
        if answers.contains(UInt8(ascii: "~")) { return .choice(try choice(answers)) }
        if answers.contains(UInt8(ascii: "=")), answers.arrow != nil { return .match(try match(answers)) }
        if let trueFalse = trueFalse(answers) { return .choice(trueFalse) }
        return .textEntry(try textEntry(answers))
    }

    /// `1:SHORTANSWER:=…`, which belongs to Moodle's cloze type.
    private static func isCloze(_ answers: ArraySlice<UInt8>) -> Bool {
        let rest = answers.drop { (0x30...0x39).contains($0) }
        guard rest.first == UInt8(ascii: ":"), let end = rest.dropFirst().firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        let kind = rest[(rest.startIndex + 1)..<end]
        return kind.count >= 2 && kind.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }
    }

    /// `TRUE#shown when wrong#shown when right`.
    private mutating func trueFalse(_ answers: ArraySlice<UInt8>) -> ChoiceInteraction? {
        let parts = answers.split(separator: UInt8(ascii: "#"), maxSplits: 2, omittingEmptySubsequences: false)
        let word = GIFTText.string(parts[0])
        guard ["T", "TRUE", "F", "FALSE"].contains(word) else { return nil }
        let isTrue = word.hasPrefix("T")
        let whenWrong = feedback(parts.count > 1 ? parts[1] : nil)
        let whenRight = feedback(parts.count > 2 ? parts[2] : nil)
        return ChoiceInteraction(
            options: [
                .init(
                    text: RichText(plain: "True"), fraction: isTrue ? 1 : 0, feedback: isTrue ? whenRight : whenWrong),
                .init(
                    text: RichText(plain: "False"), fraction: isTrue ? 0 : 1, feedback: isTrue ? whenWrong : whenRight),
            ], isMultiple: false, shuffles: false)
    }
}
