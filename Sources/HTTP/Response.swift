/// What is sent back: a status, headers, and bytes or a stream of events.
public struct Response: Sendable {
    public enum Body: Sendable {
        case bytes([UInt8])
        case events(EventStream)
    }

    public struct Header: Sendable, Hashable {
        public let name: String
        public let value: String

        /// Drops CR, LF and NUL, so that no value can end its line.
        public init(_ name: String, _ value: String) {
            self.name = Self.singleLine(name)
            self.value = Self.singleLine(value)
        }

        private static func singleLine(_ text: String) -> String {
            let isForbidden: (UInt8) -> Bool = { $0 == 13 || $0 == 10 || $0 == 0 }
            guard text.utf8.contains(where: isForbidden) else { return text }
            return String(decoding: text.utf8.filter { !isForbidden($0) }, as: UTF8.self)
        }
    }

    public var status: Int
    public var headers: [Header]
    public var body: Body

    public init(status: Int = 200, headers: [Header] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = .bytes(body)
    }

    public init(status: Int = 200, type: String, body: [UInt8]) {
        self.init(status: status, headers: [Header("Content-Type", type)], body: body)
    }

    /// 303: after an act the browser gets the page that shows its result.
    public static func seeOther(_ location: String) -> Response {
        Response(status: 303, headers: [Header("Location", location)])
    }

    public static func text(_ status: Int, _ text: String) -> Response {
        Response(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    public static func events(_ stream: EventStream) -> Response {
        var response = Response(
            headers: [Header("Content-Type", "text/event-stream"), Header("Cache-Control", "no-store")])
        response.body = .events(stream)
        return response
    }

    public subscript(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
