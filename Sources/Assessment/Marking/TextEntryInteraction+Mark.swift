extension TextEntryInteraction {
    /// The first accepted pattern that matches gives the mark. Blanks at the ends and runs of blanks do not count; canonically
    /// equal Unicode is equal.
    func mark(_ response: String) -> Mark {
        let given = canonical(response)
        guard !given.isEmpty else { return Mark(fraction: 0) }
        for answer in accepted {
            let isFolded = !isCaseSensitive && !answer.isCaseSensitive
            let pattern = WildcardPattern(canonical(answer.pattern, isFolded: isFolded))
            if pattern.matches(isFolded ? given.lowercased() : given) {
                return Mark(fraction: answer.fraction, feedback: answer.feedback.map { [$0] } ?? [])
            }
        }
        return Mark(fraction: 0)
    }

    private func canonical(_ text: String, isFolded: Bool = false) -> String {
        let folded = isFolded ? text.lowercased() : text
        return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Moodle's short-answer wildcard: `*` is any run of characters, `\*` an asterisk.
struct WildcardPattern {
    private enum Part: Equatable {
        case anything
        case character(Character)
    }

    private let parts: [Part]

    init(_ pattern: String) {
        var parts: [Part] = []
        var isEscaped = false
        for character in pattern {
            if isEscaped {
                if character != "*" { parts.append(.character("\\")) }
                parts.append(.character(character))
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "*" {
                if parts.last != .anything { parts.append(.anything) }
            } else {
                parts.append(.character(character))
            }
        }
        if isEscaped { parts.append(.character("\\")) }
        self.parts = parts
    }

    /// Greedy with one point of return: at most pattern × text steps.
    func matches(_ text: String) -> Bool {
        let text = Array(text)
        var part = 0
        var place = 0
        var retry: (part: Int, place: Int)?
        while place < text.count {
            if part < parts.count, parts[part] == .anything {
                retry = (part + 1, place)
                part += 1
            } else if part < parts.count, parts[part] == .character(text[place]) {
                part += 1
                place += 1
            } else if let last = retry {
                retry = (last.part, last.place + 1)
                (part, place) = (last.part, last.place + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .anything }
    }
}
