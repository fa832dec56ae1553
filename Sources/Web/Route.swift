import HTTP

/// One address, who may use it, and what it does.
struct Route: Sendable {
    enum Action: Sendable {
        /// Answers at once, on the server's own thread.
        case page(@Sendable (Visit) throws -> Response)
        /// A page that takes long: answers later, on another thread.
        case work(@Sendable (Visit) async throws -> Response)
        /// Answers after its commit.
        case act(@Sendable (Visit) async throws -> Response)
    }

    /// Segments; one that begins with `:` takes any value, which `Visit.parameter` gives.
    let pattern: [Substring]
    let audience: Audience
    let action: Action
    /// The largest body that is read, bytes.
    let bodyLimit: Int

    static func page(
        _ path: String, for audience: Audience, _ body: @escaping @Sendable (Visit) throws -> Response
    ) -> Route {
        Route(path, audience, .page(body), bodyLimit: 0)
    }

    static func work(
        _ path: String, for audience: Audience, _ body: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(path, audience, .work(body), bodyLimit: 0)
    }

    static func act(
        _ path: String, for audience: Audience, bodyLimit: Int = 128 << 10,
        _ body: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(path, audience, .act(body), bodyLimit: bodyLimit)
    }

    private init(_ path: String, _ audience: Audience, _ action: Action, bodyLimit: Int) {
        pattern = path.split(separator: "/")
        self.audience = audience
        self.action = action
        self.bodyLimit = bodyLimit
    }

    var isAct: Bool {
        if case .act = action { return true }
        return false
    }

    /// The values of the segments that take any, or nil where the path is another.
    func match(_ segments: [Substring]) -> [Substring]? {
        guard segments.count == pattern.count else { return nil }
        var values: [Substring] = []
        for (expected, segment) in zip(pattern, segments) {
            if expected.first == ":" {
                values.append(segment)
            } else if expected != segment {
                return nil
            }
        }
        return values
    }
}
