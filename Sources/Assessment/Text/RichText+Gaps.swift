/// Gaps in a stem: where a part, a blank or a hot text stands. They are written with two characters of
/// Unicode's private use, which texts from outside lose, so that a stem stays one fragment of HTML whatever stands in the middle of its paragraphs.
extension RichText {
    private static let open: Unicode.Scalar = "\u{F8F0}"
    private static let close: Unicode.Scalar = "\u{F8F1}"

    /// What an importer writes into HTML, before the sanitiser, where part `number` (from 0) stands.
    public static func gap(_ number: Int) -> String { "\(open)\(number)\(close)" }

    /// Text from outside without what would be taken for a gap.
    public static func withoutGaps(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == open || $0 == close }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != open && $0 != close }))
    }

    public enum Piece: Hashable, Sendable {
        /// Not well-formed by itself: only all pieces together are.
        case html(String)
        case gap(Int)
    }

    /// The fragment cut at its gaps.
    public var pieces: [Piece] {
        let scalars = html.unicodeScalars
        guard scalars.contains(Self.open) else { return html.isEmpty ? [] : [.html(html)] }
        var pieces: [Piece] = []
        var rest = scalars[...]
        while let start = rest.firstIndex(of: Self.open) {
            if start > rest.startIndex { pieces.append(.html(String(rest[..<start]))) }
            let end = rest[start...].firstIndex(of: Self.close) ?? rest.endIndex
            if let number = Int(String(rest[rest.index(after: start)..<end])), number >= 0 {
                pieces.append(.gap(number))
            }
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
        }
        if !rest.isEmpty { pieces.append(.html(String(rest))) }
        return pieces
    }

    /// The same with HTML in place of its gaps.
    func filled(_ fill: (Int) -> String) -> RichText {
        guard html.unicodeScalars.contains(Self.open) else { return self }
        let filled = pieces.map { piece in
            switch piece {
            case .html(let html): html
            case .gap(let number): fill(number)
            }
        }
        return RichText(sanitised: filled.joined())
    }

    /// The numbers of all gaps, in order.
    public var gaps: [Int] {
        pieces.compactMap { piece in
            if case .gap(let number) = piece { return number }
            return nil
        }
    }
}
