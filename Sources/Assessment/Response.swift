/// What a student answered to one item, in the shape that its interaction takes.
///
/// On the wire and in the database a response is a short string, `encoded`; `Item.response(_:)` reads it back and never traps.
public enum Response: Hashable, Sendable {
    case empty
    /// Places of the chosen options.
    case choices([Int])
    case text(String)
    /// For each source or place, the chosen target or entry; `nil` where none was chosen.
    case places([Int?])

    /// Choices `0,2`, places `1,,0`, text as it is. Empty is the empty string.
    public var encoded: String {
        switch self {
        case .empty: ""
        case .choices(let choices): choices.map(String.init).joined(separator: ",")
        case .text(let text): text
        case .places(let places): places.map { $0.map(String.init) ?? "" }.joined(separator: ",")
        }
    }

    public var isEmpty: Bool {
        switch self {
        case .empty: true
        case .choices(let choices): choices.isEmpty
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .places(let places): places.allSatisfy { $0 == nil }
        }
    }
}

extension Item {
    /// Reads a stored or posted response; what does not fit the interaction is dropped.
    public func response(_ encoded: String) -> Response {
        if encoded.isEmpty { return .empty }
        switch interaction {
        case .choice(let choice):
            var chosen: [Int] = []
            for part in encoded.split(separator: ",") {
                if let place = Int(part), choice.options.indices.contains(place), !chosen.contains(place) {
                    chosen.append(place)
                }
            }
            if !choice.isMultiple { chosen = Array(chosen.prefix(1)) }
            return chosen.isEmpty ? .empty : .choices(chosen.sorted())
        case .textEntry, .numericEntry, .extendedText:
            return .text(encoded)
        case .match(let match):
            return places(encoded, count: match.sources.count, below: match.targets.count)
        case .order(let order):
            return places(encoded, count: order.entries.count, below: order.entries.count)
        case .description:
            return .empty
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
