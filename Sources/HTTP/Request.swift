/// One request, whole: the body has been read within its limit.
public struct Request: Sendable {
    public var method: Method
    /// Percent-decoded, without the query.
    public var path: String
    public var query = Fields()
    public var form = Fields()
    public var uploads: [Upload] = []
    /// Values of the headers in `Header`, by their place there.
    private var headers: [String?]
    /// The client's address without a port: `192.168.4.17`, `fe80::1`.
    public var client: String

    /// The request headers that Gongbox reads; others are not copied.
    public enum Header: Int, CaseIterable, Sendable {
        case host, origin, cookie, userAgent, acceptEncoding, acceptLanguage, ifNoneMatch, lastEventID, referer, accept,
            range

        var name: String {
            switch self {
            case .host: "Host"
            case .origin: "Origin"
            case .cookie: "Cookie"
            case .userAgent: "User-Agent"
            case .acceptEncoding: "Accept-Encoding"
            case .acceptLanguage: "Accept-Language"
            case .ifNoneMatch: "If-None-Match"
            case .lastEventID: "Last-Event-ID"
            case .referer: "Referer"
            case .accept: "Accept"
            case .range: "Range"
            }
        }
    }

    public init(_ method: Method, _ path: String, client: String = "127.0.0.1") {
        self.method = method
        self.path = path
        self.client = client
        headers = Array(repeating: nil, count: Header.allCases.count)
    }

    public subscript(_ header: Header) -> String? {
        get { headers[header.rawValue] }
        set { headers[header.rawValue] = newValue }
    }

    /// The value of one cookie, as it was sent (RFC 6265, section 5.4).
    public func cookie(_ name: String) -> Substring? {
        guard let text = self[.cookie] else { return nil }
        // Bytes, not characters: this runs for every request.
        var rest = text.utf8[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
            let pair = rest[..<end].drop { $0 == UInt8(ascii: " ") }
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8) else {
                continue
            }
            return Substring(pair[pair.index(after: equals)...])
        }
        return nil
    }
}
