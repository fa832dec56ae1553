import Foundation
import HTTP
import Web

/// A browser without a network: keeps cookies, follows redirects, finds the form's token on the last page.
public final class PageClient {
    private let site: Site
    private var cookies: [String: String] = [:]
    public private(set) var page = ""
    /// The body of the last response.
    public private(set) var bytes: [UInt8] = []
    public private(set) var status = 0
    private var headers: [Response.Header] = []
    /// Where the last redirect led.
    public private(set) var path = "/"
    public var client: String
    public var host = "127.0.0.1:8080"
    public var origin: String?

    public init(_ site: Site, client: String = "192.168.4.2") {
        self.site = site
        self.client = client
    }

    @discardableResult
    public func get(_ path: String, headers: [Request.Header: String] = [:], follows: Bool = true) async -> Int {
        var request = request(.get, path)
        for (header, value) in headers { request[header] = value }
        return await send(request, follows: follows)
    }

    /// Posts with the token of the page that was seen last.
    @discardableResult
    public func post(_ path: String, _ fields: Fields = [:], follows: Bool = true) async -> Int {
        var form = fields
        if form["csrf"] == nil { form.append("csrf", csrf) }
        var request = request(.post, path)
        request.form = form
        return await send(request, follows: follows)
    }

    public func upload(_ path: String, _ fileName: String, _ bytes: [UInt8], _ fields: Fields = [:]) async -> Int {
        var request = request(.post, path)
        var form = fields
        form.append("csrf", csrf)
        request.form = form
        request.uploads = [Upload(field: "file", fileName: fileName, bytes: bytes)]
        return await send(request, follows: true)
    }

    /// The token of the last form that was seen.
    public private(set) var csrf = ""

    /// Addresses that the last page links or posts to.
    public var addresses: [String] {
        page.matches(of: /(?:href|action)="(\/[^"]*)"/).map { String($0.1) }
    }

    /// A header of the last response.
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    public func cookie(_ name: String) -> String? { cookies[name] }
    public func setCookie(_ name: String, _ value: String) { cookies[name] = value }

    private func request(_ method: HTTP.Method, _ path: String) -> Request {
        let parts = path.split(separator: "?", maxSplits: 1)
        var request = Request(method, String(parts.first ?? "/"), client: client)
        request[.host] = host
        request[.origin] = origin
        request[.cookie] = cookies.isEmpty ? nil : cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return request
    }

    private func send(_ request: Request, follows: Bool) async -> Int {
        let response: Response
        switch site.answer(request) {
        case .now(let answer): response = answer
        case .later(_, let work): response = await work()
        }
        for header in response.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if header.value.contains("Max-Age=0") {
                cookies[String(pair[0])] = nil
            } else if pair.count == 2 {
                cookies[String(pair[0])] = String(pair[1])
            }
        }
        status = response.status
        headers = response.headers
        path = request.path
        if case .bytes(let bytes) = response.body {
            self.bytes = bytes
            page = String(decoding: bytes, as: UTF8.self)
        }
        if let token = page.firstMatch(of: /name="csrf" value="([0-9a-f]+)"/) { csrf = String(token.1) }
        if follows, status == 303, let location = response["Location"] {
            return await send(self.request(.get, String(location.prefix { $0 != "#" })), follows: true)
        }
        return status
    }
}
