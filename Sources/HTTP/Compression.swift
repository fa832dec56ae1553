/// Compresses text that is worth it when the client takes gzip.
enum Compression {
    /// Below this a response is three packets at most on the class's own network, and compressing it costs the box more than it
    /// saves. The question page is one of these; lists and packets of a whole class are larger.
    private static let smallest = 4_096

    static func apply(to response: Response, accepting encodings: String?) -> Response {
        guard case .bytes(let bytes) = response.body, bytes.count >= smallest, encodings?.contains("gzip") == true,
            response["Content-Encoding"] == nil, let type = response["Content-Type"], isText(type),
            let compressed = Gzip.compress(bytes)
        else { return response }
        var response = response
        response.body = .bytes(compressed)
        response.headers.append(.init("Content-Encoding", "gzip"))
        response.headers.append(.init("Vary", "Accept-Encoding"))
        return response
    }

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/html") || type.hasPrefix("text/css") || type.hasPrefix("text/plain")
            || type.hasPrefix("text/javascript") || type.hasPrefix("application/json") || type.hasPrefix("image/svg")
    }
}
