/// What a student answered to one item, in the shape that its interaction takes.
///
/// On the wire and in the database a response is a short string, `encoded`; `Item.response(_:)` reads it back and never traps.
public enum Response: Hashable, Sendable {
    case empty
    /// Places of the chosen options.
    case choices([Int])
    case text(String)
    /// For each source, place or half of a pair, the chosen target or entry; `nil` where none was chosen.
    case places([Int?])
    /// One for each part of a composite item; no part is composite itself.
    case parts([Response])

    /// U+001F, "unit separator": no keyboard types it, and it is dropped from texts.
    static let separator: Character = "\u{1F}"

    /// Choices `0,2`, places `1,,0`, text as it is, parts with U+001F between them. Empty is the empty string.
    public var encoded: String {
        switch self {
        case .empty: ""
        case .choices(let choices): choices.map(String.init).joined(separator: ",")
        case .text(let text): text.filter { $0 != Self.separator }
        case .places(let places): places.map { $0.map(String.init) ?? "" }.joined(separator: ",")
        case .parts(let parts):
            isEmpty ? "" : parts.map { $0.isEmpty ? "" : $0.encoded }.joined(separator: String(Self.separator))
        }
    }

    public var isEmpty: Bool {
        switch self {
        case .empty: true
        case .choices(let choices): choices.isEmpty
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .places(let places): places.allSatisfy { $0 == nil }
        case .parts(let parts): parts.allSatisfy(\.isEmpty)
        }
    }

    /// The response to one part of a composite item.
    public func part(_ number: Int) -> Response {
        guard case .parts(let parts) = self, parts.indices.contains(number) else { return .empty }
        return parts[number]
    }
}

extension Item {
    /// Reads a stored or posted response; what does not fit the interaction is dropped.
    public func response(_ encoded: String) -> Response { interaction.response(encoded) }
}

extension Interaction {
    func response(_ encoded: String) -> Response {
        if encoded.isEmpty { return .empty }
        switch self {
        case .choice(let choice): return choice.response(encoded)
        case .textEntry, .numericEntry, .extendedText: return .text(encoded)
        case .match(let match): return places(encoded, count: match.sources.count, below: match.targets.count)
        case .associate(let associate):
            return places(encoded, count: 2 * associate.key.count, below: associate.entries.count)
        case .order(let order): return places(encoded, count: order.entries.count, below: order.entries.count)
        case .composite(let composite):
            let given = encoded.split(separator: Response.separator, omittingEmptySubsequences: false).map(String.init)
            let parts = composite.parts.enumerated().map { number, part in
                number < given.count ? part.interaction.response(given[number]) : .empty
            }
            return parts.allSatisfy(\.isEmpty) ? .empty : .parts(parts)
        case .description: return .empty
        }
    }

    private func places(_ encoded: String, count: Int, below limit: Int) -> Response {
        var places = encoded.split(separator: ",", omittingEmptySubsequences: false).prefix(count).map { part -> Int? in
            guard let place = Int(part), (0..<limit).contains(place) else { return nil }
            return place
        }
        while places.count < count { places.append(nil) }
        return places.allSatisfy { $0 == nil } ? .empty : .places(places)
    }
}

extension ChoiceInteraction {
    fileprivate func response(_ encoded: String) -> Response {
        var chosen: [Int] = []
        for part in encoded.split(separator: ",") {
            if let place = Int(part), options.indices.contains(place), !chosen.contains(place) { chosen.append(place) }
        }
        chosen = Array(chosen.prefix(isMultiple ? mostChoices ?? .max : 1))
        return chosen.isEmpty ? .empty : .choices(chosen.sorted())
    }
}
