internal import Assessment

extension GIFTQuestion {
    /// `=source -> target`; a target without a source is a distractor.
    mutating func match(_ answers: ArraySlice<UInt8>) throws(Rejection) -> MatchInteraction {
        let parts = answers.parts(at: UInt8(ascii: "=")).filter { !$0.trimmedSpace.isEmpty }
        guard parts.count >= 2 else {
            throw Rejection("Matching needs at least two pairs. Add another, such as =cat -> meows.")
        }
        var match = MatchInteraction(sources: [], targets: [], key: [])
        var places: [String: Int] = [:]
        for part in parts {
            guard let (left, right) = part.arrow else {
                throw Rejection("A pair has no ->. Write it as =cat -> meows, and \\= for an = that is text.")
            }
            let target = ProseReader.plain(GIFTText.string(right), .moodle)
            guard !target.isEmpty else {
                throw Rejection("A pair has nothing after its ->. Write what goes with it.")
            }
            if right.contains(UInt8(ascii: "#")) {
                notice("A pair has no feedback in GIFT: the # and what follows is text.")
            }
            let place = places[target] ?? match.targets.count
            if place == match.targets.count { match.targets.append(target) }
            places[target] = place
            let (format, words) = GIFTText.format(of: left, otherwise: format)
            if words.isEmpty { continue }
            guard let source = prose.visible(words, format) else {
                throw Rejection("A pair is a picture that is not in the file. Describe it in words.")
            }
            match.sources.append(source)
            match.key.append(place)
        }
        guard !match.sources.isEmpty else {
            throw Rejection("No pair has anything before its ->. Write what to match.")
        }
        return match
    }
}
