import Assessment

/// An answer as the question page shows it: options, targets and entries are known by the place at which they were shown, so
/// that a page never tells their order in the bank, which often begins with the key.
public enum PostedAnswer: Sendable, Hashable {
    case text(String)
    case choices([Int])
    case places([Int?])
    /// One for each part of a composite item.
    case parts([PostedAnswer])

    /// The stored form, by the family's own order. Places that were not shown are dropped.
    func encoded(_ presentation: Presentation) -> String {
        if case .parts(let parts) = self {
            let responses = parts.prefix(200).enumerated().map { $1.response(presentation[$0]) }
            return Response.parts(responses).encoded
        }
        return response(presentation[0]).encoded
    }

    /// `order[n]` is what was shown at place n; empty where nothing was shuffled.
    private func response(_ order: [Int]) -> Response {
        let original: (Int) -> Int? = { shown in
            if order.isEmpty { return shown }
            return order.indices.contains(shown) ? order[shown] : nil
        }
        switch self {
        case .text(let text):
            // An essay of some thousand words; what is longer is cut.
            if text.utf8.count <= 20_000 { return .text(text) }
            return .text(String(decoding: text.utf8.prefix(20_000), as: UTF8.self))
        case .choices(let shown):
            return .choices(shown.compactMap(original).sorted())
        case .places(let shown):
            let places = shown.prefix(200).map { $0.flatMap(original) }
            return places.allSatisfy { $0 == nil } ? .empty : .places(places)
        case .parts:
            return .empty
        }
    }
}
