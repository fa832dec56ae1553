import Foundation
import HTTP
import Synchronization
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A server on a free port of the loopback, spoken to over real sockets.
@Suite struct ServerTests {
    /// Echoes what it was asked, after an act if it is a POST. `stream` is for one request.
    private struct Echo: Responder {
        let stream = EventStream()

        func answer(_ request: Request) -> Answer {
            switch request.path {
            case "/events": return .now(.events(stream))
            case "/events-of-its-own": return .now(.events(EventStream()))
            case "/large": return .now(Response(type: "text/plain", body: Array(repeating: 65, count: 50_000)))
            case "/slow": return .later(deadline: .seconds(1)) { await never() }
            default: break
            }
            let fields =
                request.form.fields.map { "\($0.name)=\($0.value)" }
                + request.query.fields.map { "?\($0.name)=\($0.value)" }
            let files = request.uploads.map { "\($0.field):\($0.fileName):\($0.bytes.count)" }
            let text = ([request.method.rawValue, request.path] + fields + files).joined(separator: "|")
            guard request.method == .post else { return .now(.text(200, text)) }
            return .later(deadline: .seconds(60)) {
                await Task.yield()
                return .text(200, text)
            }
        }

        func bodyLimit(_ path: String) -> Int { 100_000 }
        func refusal(_ status: Int) -> Response { .text(status, "refused \(status)") }
    }

    private func server(_ responder: any Responder = Echo()) throws -> Server {
        try Server(socket: ListeningSocket(port: 0, loopbackOnly: true), responder: responder)
    }

    private func fetch(_ server: Server, _ path: String, _ change: (inout URLRequest) -> Void = { _ in }) async throws
        -> (String, HTTPURLResponse)
    {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(server.port)\(path)")))
        change(&request)
        let (data, response) = try await URLSession.shared.data(for: request)
        return (String(decoding: data, as: UTF8.self), try #require(response as? HTTPURLResponse))
    }

    @Test("pages, queries and acts") func echo() async throws {
        let server = try server()
        defer { server.stop() }
        #expect(try await fetch(server, "/a%20b?x=1&y=%C3%A9").0 == "GET|/a b|?x=1|?y=é")
        let (text, _) = try await fetch(server, "/act") { request in
            request.httpMethod = "POST"
            request.httpBody = Data("csrf=1&t=a%2Bb+c&empty=&r=1&r=2".utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        }
        #expect(text == "POST|/act|csrf=1|t=a+b c|empty=|r=1|r=2")
    }

    @Test("a file comes with its field and its bytes") func multipart() async throws {
        let server = try server()
        defer { server.stop() }
        let content = String(repeating: "0123456789", count: 5_000)
        let (text, _) = try await fetch(server, "/up") { request in
            request.httpMethod = "POST"
            request.setValue("multipart/form-data; boundary=xx", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(
                """
                --xx\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n42\r\n--xx\r\nContent-Disposition: form-data; \
                name="file"; filename="a.gift"\r\nContent-Type: text/plain\r\n\r\n\(content)\r\n--xx--\r\n
                """.utf8)
        }
        #expect(text == "POST|/up|csrf=42|file:a.gift:50000")
    }

    @Test("a body past the limit is refused with 413", arguments: [150_000, 3_000_000]) func tooLarge(_ size: Int)
        async throws
    {
        let server = try server()
        defer { server.stop() }
        let (text, response) = try await fetch(server, "/act") { request in
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data("t=\(String(repeating: "x", count: size))".utf8)
        }
        #expect(response.statusCode == 413)
        #expect(text == "refused 413")
    }

    @Test("HEAD has the headers and no body") func head() async throws {
        let server = try server()
        defer { server.stop() }
        let (text, response) = try await fetch(server, "/page") { $0.httpMethod = "HEAD" }
        #expect(text.isEmpty)
        #expect(response.value(forHTTPHeaderField: "Content-Length") == "10")
    }

    @Test("text is compressed for those who take it") func compression() async throws {
        let server = try server()
        defer { server.stop() }
        let raw = try RawClient.exchange(server.port, "GET /large HTTP/1.0\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n")
        #expect(raw.contains("Content-Encoding: gzip"))
        #expect(raw.utf8.count < 2_000)
        let plain = try RawClient.exchange(server.port, "GET /large HTTP/1.0\r\nHost: x\r\n\r\n")
        #expect(!plain.contains("Content-Encoding"))
        #expect(plain.utf8.count > 50_000)
    }

    @Test("an act that never answers ends at its deadline with 503") func deadline() async throws {
        let server = try server()
        defer { server.stop(within: 0) }
        let (_, response) = try await fetch(server, "/slow")
        #expect(response.statusCode == 503)
    }

    @Test("events arrive as they are sent, and the stream ends with the server") func events() async throws {
        let echo = Echo()
        let server = try server(echo)
        let port = server.port
        let ended = Mutex(false)
        echo.stream.onEnd { ended.withLock { $0 = true } }
        async let received = Task.detached { try RawClient.exchange(port, "GET /events HTTP/1.1\r\nHost: x\r\n\r\n") }
            .value
        echo.stream.send(event: "change", data: "one\ntwo")
        echo.stream.send(event: "change", data: "")
        echo.stream.close()
        let text = try await received
        #expect(text.contains("event: change\ndata: one\ndata: two\n\n"))
        #expect(text.contains("event: change\ndata: \n\n"))
        server.stop()
        #expect(ended.withLock { $0 })
    }

    @Test("a client that hangs up in an act or a stream harms nobody") func hangingUp() async throws {
        let server = try server()
        defer { server.stop(within: 2) }
        for path in ["/slow", "/events-of-its-own", "/act"] {
            for _ in 0..<20 { try RawClient.abandon(server.port, "GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n") }
        }
        #expect(try await fetch(server, "/still").0 == "GET|/still")
    }

    @Test("a stop while requests still arrive ends; libmicrohttpd aborts on a suspended connection") func stopping()
        throws
    {
        for _ in 0..<5 {
            let server = try server()
            for _ in 0..<100 { try RawClient.abandon(server.port, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n") }
            for _ in 0..<20 { try RawClient.abandon(server.port, "GET /events-of-its-own HTTP/1.1\r\nHost: x\r\n\r\n") }
            server.stop(within: 0)
        }
    }

    @Test("a stop that waits while acts come to their deadline ends as well") func stoppingAtTheDeadline() throws {
        let server = try server()
        for _ in 0..<200 { try RawClient.abandon(server.port, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n") }
        server.stop(within: 4)
    }

    @Test(
        "nonsense is answered or hung up on, and the next request is served",
        arguments: [
            "\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "POST /act HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: x\r\n\r\n",
        ])
    func nonsense(_ bytes: String) async throws {
        let server = try server()
        defer { server.stop() }
        try RawClient.abandon(server.port, bytes)
        #expect(try await fetch(server, "/still").0 == "GET|/still")
    }

    @Test("a port that is taken is named, with what to do") func taken() throws {
        let server = try server()
        defer { server.stop() }
        let failure = #expect(throws: ListeningSocket.Failure.self) {
            _ = try ListeningSocket(port: server.port, loopbackOnly: true)
        }
        #expect(failure?.description.contains("Port \(server.port) is taken") == true)
    }
}

private func never() async -> Response {
    try? await Task.sleep(for: .seconds(30))
    return .text(200, "late")
}
