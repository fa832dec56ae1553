internal import Assessment

/// A text of a Numbas question, cut where TeX begins and ends, with its variables in place.
struct NumbasText {
    enum Piece {
        case prose(String)
        /// With its delimiters.
        case tex(String)
    }

    let scope: JMEScope
    /// The parameters of the function that the text stands in.
    var locals: [String: JMEValue] = [:]

    /// As HTML. A text without tags is Textile or Markdown of a kind, from which TeX is kept.
    func html(_ text: String) throws(Rejection) -> String {
        var prose = ""
        var formulas: [String] = []
        for piece in pieces(of: text) {
            switch piece {
            case .prose(let text): prose += RichText.withoutGaps(try filled(text, isTeX: false))
            case .tex(let text):
                prose += RichText.gap(formulas.count)
                formulas.append(try filled(text, isTeX: true))
            }
        }
        let isHTML = prose.utf8.contains(UInt8(ascii: "<"))
        if isHTML, prose.contains("<jsxgraph") {
            throw Rejection("The text draws with JSXGraph, which needs Numbas. Put a picture in its place.")
        }
        if !isHTML {
            prose = LooseMarkup.settle(Markdown.html(Self.plainer(prose)), breakingLines: false)
            formulas = formulas.map { RichText(plain: $0).html.replacing("<br>", with: "\n") }
            // One paragraph is no paragraph: it stands in a line of its own anyway.
            let isSingle = prose.hasPrefix("<p>") && prose.hasSuffix("</p>") && !prose.dropFirst(3).contains("<p>")
            if isSingle { prose = String(prose.dropFirst(3).dropLast(4)) }
        }
        // Only cut at its gaps: what is shown goes through the sanitiser later.
        return RichText(sanitised: prose).pieces.map { piece in
            switch piece {
            case .html(let html): html
            case .gap(let number): formulas.indices.contains(number) ? formulas[number] : ""
            }
        }.joined()
    }

    /// Textile's headings, and without the blanks that only the file's own order put before a line.
    private static func plainer(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let words = line.trimmingPrefix { $0 == " " || $0 == "\t" }
            let isHeading = words.first == "h" && words.dropFirst().first?.isNumber == true
            return isHeading && words.dropFirst(2).hasPrefix(". ")
                ? "**\(String(words.dropFirst(4)).trimmedText)**" : String(words)
        }.joined(separator: "\n")
    }

    /// The pieces of a text, which is cut once for all draws.
    private func pieces(of text: String) -> [Piece] {
        if let known = scope.pieces[text] { return known }
        let pieces = Self.cut(RichText.withoutGaps(text))
        scope.pieces[text] = pieces
        return pieces
    }

    private static func cut(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        var prose = ""
        var ends = [("$$", "$$"), ("$", "$"), ("\\[", "\\]"), ("\\(", "\\)")]
        while !rest.isEmpty {
            let run = rest.prefix { $0 != "\\" && $0 != "$" }
            prose += run
            rest = rest[run.endIndex...]
            guard let delimiters = ends.first(where: { rest.hasPrefix($0.0) }) else {
                let length = rest.hasPrefix("\\$") ? 2 : 1
                prose += rest.prefix(length)
                rest = rest.dropFirst(length)
                continue
            }
            guard let close = rest.dropFirst(delimiters.0.count).firstRange(of: delimiters.1) else {
                // It closes nowhere after this either.
                ends.removeAll { $0 == delimiters }
                continue
            }
            // Between single dollars there is money elsewhere: pages take only the other delimiters for TeX.
            let inner = rest[..<close.lowerBound].dropFirst(delimiters.0.count)
            let tex = delimiters.0 == "$" ? "\\(\(inner)\\)" : String(rest[..<close.upperBound])
            pieces += [.prose(prose), .tex(tex)]
            prose = ""
            rest = rest[close.upperBound...]
        }
        return pieces + [.prose(prose)]
    }

    /// A text with its values, and otherwise as it stands: of one line, or a variable's.
    func plain(_ text: String) throws(Rejection) -> String {
        var plain = ""
        for piece in pieces(of: text) {
            switch piece {
            case .prose(let text): plain += try filled(text, isTeX: false)
            case .tex(let text): plain += try filled(text, isTeX: true)
            }
        }
        return plain
    }

    /// With `\var{…}` and `\simplify{…}` worked out; in prose, `{…}` too.
    private func filled(_ text: String, isTeX: Bool) throws(Rejection) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var filled = ""
        var rest = text[...]
        while !rest.isEmpty {
            let run = rest.prefix { $0 != "\\" && $0 != "{" }
            filled += run
            rest = rest[run.endIndex...]
            if rest.hasPrefix("\\var{"), let inner = Self.braced(rest.dropFirst(4)) {
                filled += try scope.value(scope.tree(Self.decoded(inner)), locals).words
                rest = rest[inner.endIndex...].dropFirst()
            } else if rest.hasPrefix("\\simplify") {
                let (tex, end) = try simplified(rest)
                filled += isTeX ? tex : "\\(\(tex)\\)"
                rest = rest[end...]
            } else if !isTeX, rest.first == "{", let inner = Self.braced(rest), let value = try value(inner) {
                filled += value.words
                rest = rest[inner.endIndex...].dropFirst()
            } else {
                filled += rest.prefix(1)
                rest = rest.dropFirst()
            }
        }
        return filled
    }

    /// What stands in braces, where it means something to Numbas; nil for braces that are only braces.
    private func value(_ source: Substring) throws(Rejection) -> JMEValue? {
        guard let tree = try? scope.tree(Self.decoded(source)) else { return nil }
        var names: Set<String> = []
        var calls: Set<String> = []
        tree.collect(names: &names, calls: &calls)
        let callsFunction = calls.contains { $0.first?.isLetter == true }
        guard callsFunction || !names.isDisjoint(with: scope.names) || !names.isDisjoint(with: locals.keys) else {
            return nil
        }
        return try scope.value(tree, locals)
    }

    private func simplified(_ text: Substring) throws(Rejection) -> (tex: String, end: Substring.Index) {
        var rest = text.dropFirst("\\simplify".count)
        var flags: Substring?
        if rest.first == "[", let close = rest.firstIndex(of: "]") {
            flags = rest[rest.index(after: rest.startIndex)..<close]
            rest = rest[close...].dropFirst()
        }
        guard let inner = Self.braced(rest) else {
            throw Rejection("The text has a \\simplify without what it simplifies. Correct it in Numbas.")
        }
        let simplifier = JMESimplifier(scope: scope, locals: locals, reduces: flags == nil || flags == "all")
        let tree = try simplifier.simplified(try scope.tree(Self.decoded(inner)))
        return (try JMETeX.text(tree), rest.index(after: inner.endIndex))
    }

    /// What stands between a brace at the beginning and the one that closes it.
    private static func braced(_ text: Substring) -> Substring? {
        guard text.first == "{" else { return nil }
        var depth = 0
        for place in text.prefix(JMEToken.longestSource).indices {
            if text[place] == "{" { depth += 1 }
            if text[place] == "}" { depth -= 1 }
            if depth == 0 { return text[text.index(after: text.startIndex)..<place] }
        }
        return nil
    }

    private static func decoded(_ source: Substring) -> String {
        guard source.utf8.contains(UInt8(ascii: "&")) else { return String(source) }
        return String(source).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#39;", with: "'")
            .replacing("&quot;", with: "\"").replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
    }
}
