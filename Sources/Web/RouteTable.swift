import HTTP

/// Routes by number of segments and first segment, so that finding one costs little however many there are.
struct RouteTable: Sendable {
    private struct Key: Hashable, Sendable {
        let count: Int
        let first: Substring
    }

    private let pages: [Key: [Route]]
    private let acts: [Key: [Route]]

    init(_ routes: [Route]) {
        let key: (Route) -> Key = { Key(count: $0.pattern.count, first: $0.pattern.first ?? "") }
        pages = Dictionary(grouping: routes.filter { !$0.isAct }, by: key)
        acts = Dictionary(grouping: routes.filter(\.isAct), by: key)
    }

    /// The route and the values of its open segments. HEAD is answered as GET.
    func find(_ method: Method, _ path: String) -> (Route, [Substring])? {
        // Bytes, not characters: this runs for every request.
        let segments = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
        let key = Key(count: segments.count, first: segments.first ?? "")
        for route in (method == .post ? acts : pages)[key] ?? [] {
            if let values = route.match(segments) { return (route, values) }
        }
        return nil
    }
}
