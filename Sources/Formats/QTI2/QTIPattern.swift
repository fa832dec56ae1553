/// A text with wildcards, one of the finitely many that a regular expression stands for.
///
/// Regular expressions from strangers are never run: one that is no short list of such texts is refused.
struct QTIPattern: Hashable {
    enum Piece: Hashable {
        case character(Character)
        /// A letter, small or capital; it is small here.
        case folded(Character)
        /// Any run of characters.
        case anything
    }

    var pieces: [Piece] = []

    /// As `TextEntryInteraction` writes wildcards.
    var wildcards: String {
        pieces.map { piece in
            switch piece {
            case .character("*"): "\\*"
            case .character(let character), .folded(let character): "\(character)"
            case .anything: "*"
            }
        }.joined()
    }

    /// A text that it matches.
    var words: String { words(filling: "") }

    /// One with this text at each wildcard.
    func words(filling text: String) -> String {
        pieces.map { piece in
            switch piece {
            case .character(let character), .folded(let character): String(character)
            case .anything: text
            }
        }.joined()
    }

    /// Whether no letter in it is small or capital for good.
    var isFolded: Bool {
        pieces.allSatisfy { piece in
            if case .character(let character) = piece { character.lowercased() == character.uppercased() } else { true }
        }
    }

    func matches(_ text: String) -> Bool {
        let text = Array(text)
        var (piece, place) = (0, 0)
        var retry: (piece: Int, place: Int)?
        while place < text.count {
            if piece < pieces.count, pieces[piece] == .anything {
                retry = (piece + 1, place)
                piece += 1
            } else if piece < pieces.count, pieces[piece].holds(text[place]) {
                piece += 1
                place += 1
            } else if let last = retry {
                retry = (last.piece, last.place + 1)
                (piece, place) = (last.piece, last.place + 1)
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { $0 == .anything }
    }

    /// Nil when it is no regular expression, or stands for more texts than 400.
    static func alternatives(_ source: String) -> [QTIPattern]? {
        var reader = QTIPatternReader(source)
        var all: [QTIPattern] = []
        for pattern in reader.read() ?? [] {
            all += pattern.isFolded ? [pattern] : pattern.unfolded
            guard all.count <= 400 else { return nil }
        }
        return all.isEmpty ? nil : all
    }

    /// The texts with each such letter small, and with it capital.
    private var unfolded: [QTIPattern] {
        var all = [QTIPattern()]
        for piece in pieces {
            guard case .folded(let small) = piece, all.count <= 400 else {
                for place in all.indices { all[place].pieces.append(piece) }
                continue
            }
            let both = [small, Character(small.uppercased())]
            all = all.flatMap { start in both.map { QTIPattern(pieces: start.pieces + [.character($0)]) } }
        }
        return all
    }
}

extension QTIPattern.Piece {
    fileprivate func holds(_ character: Character) -> Bool {
        switch self {
        case .character(let own): own == character
        case .folded(let own): String(own) == character.lowercased()
        case .anything: false
        }
    }
}

/// Reads XML Schema's regular expressions as far as they are finite: alternatives, groups, classes, `?`, `{n,m}`, `.*`, `\s*`.
private struct QTIPatternReader {
    private let source: [Character]
    private var place = 0
    private var depth = 0
    private static let most = 400

    init(_ source: String) {
        var text = Array(source)
        if text.first == "^" { text.removeFirst() }
        if text.last == "$", text.dropLast().last != "\\" { text.removeLast() }
        self.source = text
    }

    mutating func read() -> [QTIPattern]? {
        guard let found = alternation(), place == source.count else { return nil }
        return found
    }

    private mutating func alternation() -> [QTIPattern]? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 20, var all = sequence() else { return nil }
        while place < source.count, source[place] == "|" {
            place += 1
            guard let next = sequence() else { return nil }
            all += next
        }
        return all.count <= Self.most ? all : nil
    }

    private mutating func sequence() -> [QTIPattern]? {
        var all = [QTIPattern()]
        while place < source.count, source[place] != "|", source[place] != ")" {
            guard let atom = atom(), let part = repeated(atom) else { return nil }
            guard all.count * part.count <= Self.most else { return nil }
            all = all.flatMap { start in part.map { QTIPattern(pieces: start.pieces + $0.pieces) } }
            guard all.allSatisfy({ $0.pieces.count <= 500 }) else { return nil }
        }
        return all
    }

    private enum Atom {
        case texts([QTIPattern])
        case anyCharacter
        case blank
    }

    private mutating func atom() -> Atom? {
        let character = source[place]
        place += 1
        switch character {
        case "(":
            if place + 1 < source.count, source[place] == "?", source[place + 1] == ":" { place += 2 }
            guard let inner = alternation(), place < source.count, source[place] == ")" else { return nil }
            place += 1
            return .texts(inner)
        case "[": return characterClass()
        case ".": return .anyCharacter
        case "\\":
            guard place < source.count else { return nil }
            let escaped = source[place]
            place += 1
            if escaped == "s" { return .blank }
            if escaped == "d" { return .texts("0123456789".map(Self.single)) }
            return escaped.isLetter || escaped.isNumber ? nil : .texts([Self.single(escaped)])
        case "*", "+", "?", "{", "}", "]", "^", "$": return nil
        default: return .texts([Self.single(character)])
        }
    }

    private static func single(_ character: Character) -> QTIPattern { QTIPattern(pieces: [.character(character)]) }

    private mutating func characterClass() -> Atom? {
        var characters: [Character] = []
        while place < source.count, source[place] != "]" {
            var character = source[place]
            if character == "^" && characters.isEmpty { return nil }
            place += 1
            if character == "\\" {
                guard place < source.count else { return nil }
                character = source[place]
                place += 1
                if character == "s" { character = " " } else if character.isLetter { return nil }
            } else if character == "-", let start = characters.last?.unicodeScalars.first, place < source.count,
                source[place] != "]", let end = source[place].unicodeScalars.first
            {
                place += 1
                guard start.value <= end.value, end.value - start.value < 100 else { return nil }
                characters += (start.value...end.value).dropFirst().compactMap {
                    Unicode.Scalar($0).map { Character($0) }
                }
                continue
            }
            characters.append(character)
        }
        guard place < source.count, !characters.isEmpty else { return nil }
        place += 1
        if characters.count == 2, let small = characters.first(where: \.isLowercase),
            let capital = characters.first(where: \.isUppercase), capital.lowercased() == String(small),
            small.uppercased() == String(capital)
        {
            return .texts([QTIPattern(pieces: [.folded(small)])])
        }
        return .texts(characters.map(Self.single))
    }

    private mutating func repeated(_ atom: Atom) -> [QTIPattern]? {
        let counts = quantifier()
        guard let counts else { return nil }
        switch atom {
        case .anyCharacter: return counts == (0, nil) || counts == (1, nil) ? [QTIPattern(pieces: [.anything])] : nil
        // Runs of blanks count as one in an answer.
        case .blank: return (counts.least == 0 ? [QTIPattern()] : []) + [Self.single(" ")]
        case .texts(let texts):
            guard let most = counts.most, most <= 50 else { return nil }
            var all: [QTIPattern] = []
            var power = [QTIPattern()]
            for count in 0...most {
                if count >= counts.least { all += power }
                if count < most {
                    power = power.flatMap { start in texts.map { QTIPattern(pieces: start.pieces + $0.pieces) } }
                }
                guard all.count + power.count <= 2 * Self.most else { return nil }
            }
            return all
        }
    }

    private mutating func quantifier() -> (least: Int, most: Int?)? {
        guard place < source.count else { return (1, 1) }
        switch source[place] {
        case "?":
            place += 1
            return (0, 1)
        case "*":
            place += 1
            return (0, nil)
        case "+":
            place += 1
            return (1, nil)
        case "{":
            guard let end = source[place...].firstIndex(of: "}") else { return nil }
            let parts = String(source[(place + 1)..<end]).split(separator: ",", omittingEmptySubsequences: false)
            place = end + 1
            guard let least = parts.first.flatMap({ Int($0) }), (0...1_000).contains(least) else { return nil }
            if parts.count == 1 { return (least, least) }
            if parts[1].isEmpty { return (least, nil) }
            guard let most = Int(parts[1]), most >= least else { return nil }
            return (least, most)
        default: return (1, 1)
        }
    }
}
