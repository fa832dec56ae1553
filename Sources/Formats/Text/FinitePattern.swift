/// A regular expression that stands for finitely many texts: letters, alternatives, classes of a few characters, `?`.
///
/// Nothing runs it: it is written out. `.*` at either end of it becomes a wildcard.
struct FinitePattern {
    /// What it stands for, with Moodle's wildcards; nil when that is too many, or more than is understood.
    let alternatives: [String]?

    private static let most = 64

    init(_ source: String) {
        var text = Substring(source)
        if text.hasPrefix("(?i)") { text = text.dropFirst(4) }
        if text.hasPrefix("^") { text = text.dropFirst() }
        if text.hasSuffix("$"), !text.hasSuffix("\\$") { text = text.dropLast() }
        var parser = Parser(rest: text)
        guard let found = parser.alternatives(depth: 0), parser.rest.isEmpty, !found.contains("") else {
            alternatives = nil
            return
        }
        alternatives = found.uniqued { $0 }
    }

    private struct Parser {
        var rest: Substring

        mutating func alternatives(depth: Int) -> [String]? {
            guard depth < 16 else { return nil }
            var all: [String] = []
            while true {
                guard let sequence = sequence(depth: depth) else { return nil }
                all += sequence
                guard all.count <= FinitePattern.most else { return nil }
                guard rest.first == "|" else { return all }
                rest = rest.dropFirst()
            }
        }

        private mutating func sequence(depth: Int) -> [String]? {
            var heads = [""]
            while let character = rest.first, character != "|", character != ")" {
                guard var tails = atom(depth: depth) else { return nil }
                if rest.first == "?" {
                    rest = rest.dropFirst()
                    tails.append("")
                } else if let next = rest.first, "*+{".contains(next) {
                    // Blanks may be repeated: runs of them do not count.
                    guard next != "{", tails == [" "] else { return nil }
                    rest = rest.dropFirst()
                    if next == "*" { tails.append("") }
                }
                guard heads.count * tails.count <= FinitePattern.most else { return nil }
                heads = heads.flatMap { head in tails.map { head + $0 } }
            }
            return heads
        }

        private mutating func atom(depth: Int) -> [String]? {
            guard let character = rest.popFirst() else { return nil }
            switch character {
            case "(":
                if rest.hasPrefix("?:") { rest = rest.dropFirst(2) }
                guard rest.first != "?", let inner = alternatives(depth: depth + 1), rest.popFirst() == ")" else {
                    return nil
                }
                return inner
            case "[": return characterClass()
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                if escaped == "s" { return [" "] }
                guard !escaped.isLetter, !escaped.isNumber else { return nil }
                return [escaped == "*" ? "\\*" : String(escaped)]
            case ".":
                guard rest.hasPrefix("*") else { return nil }
                rest = rest.dropFirst()
                return ["*"]
            case "*", "+", "?", "{", "}", "]", "^", "$": return nil
            default: return [String(character)]
            }
        }

        private mutating func characterClass() -> [String]? {
            var members: [Character] = []
            guard rest.first != "^" else { return nil }
            while let character = rest.popFirst(), character != "]" {
                if character == "\\" {
                    guard let escaped = rest.popFirst(), !escaped.isLetter else { return nil }
                    members.append(escaped)
                } else if character == "-", !members.isEmpty, rest.first != "]" {
                    return nil
                } else {
                    members.append(character)
                }
                guard members.count <= 16 else { return nil }
            }
            return members.isEmpty ? nil : members.map { $0 == "*" ? "\\*" : String($0) }
        }
    }
}
