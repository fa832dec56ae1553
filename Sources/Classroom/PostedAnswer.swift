import Assessment

/// An answer as the question page shows it: options, targets and entries are known by the place at which they were shown, so
/// that a page never tells their order in the bank, which often begins with the key.
public enum PostedAnswer: Sendable, Hashable {
    case text(String)
    case choices([Int])
    case places([Int?])

    /// The stored form, by the family's own order. `presentation[n]` is what was shown at place n; empty where nothing was
    /// shuffled. Places that were not shown are dropped.
    func encoded(_ presentation: [Int]) -> String {
        let original: (Int) -> Int? = { shown in
            if presentation.isEmpty { return shown }
            return presentation.indices.contains(shown) ? presentation[shown] : nil
        }
        switch self {
        case .text(let text):
            // An essay of some thousand words; what is longer is cut.
            if text.utf8.count <= 20_000 { return text }
            return String(decoding: text.utf8.prefix(20_000), as: UTF8.self)
        case .choices(let shown):
            return Response.choices(shown.compactMap(original).sorted()).encoded
        case .places(let shown):
            let places = shown.prefix(200).map { $0.flatMap(original) }
            return places.allSatisfy { $0 == nil } ? "" : Response.places(places).encoded
        }
    }
}
