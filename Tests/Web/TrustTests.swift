import Classroom
import Crypto
import HTTP
import TestSupport
import Testing

@testable import Web

/// Clever students on the same network.
@Suite struct TrustTests {
    private func student(_ room: TestRoom, _ site: Site, _ teacher: Visitor, _ name: String = "Ada") async throws
        -> PageClient
    {
        let client = PageClient(site)
        let student = try #require(try room.classroom.register?.names.first { $0.givenName == name })
        await client.get("/join/\(student.id)")
        await client.post("/join/\(student.id)", ["pin": "1234"])
        try await room.classroom.admit(student.id, by: teacher.id)
        await client.get("/path")
        return client
    }

    @Test("a form without the token, or with another's, does nothing and offers a way back") func forgery() async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let client = try await student(room, try TestSite.make(room), teacher)
        for token in ["", "0123456789abcdef0123456789abcdef", Token().derived("form")] {
            #expect(await client.post("/path/1/start", ["csrf": token]) == 403)
            #expect(client.page.contains("Go back"))
        }
        client.origin = "http://evil.example"
        await client.get("/path")
        #expect(await client.post("/path/1/start") == 403)
        client.origin = "http://\(client.host)"
        await client.get("/path")
        #expect(await client.post("/path/1/start") == 200)
        #expect(client.path.hasPrefix("/check/"))
    }

    @Test(
        "a foreign name is refused, an address or an own name is served",
        arguments: [
            ("evil.example", 421), ("evil.example:8080", 421), ("127.0.0.1:8080", 200), ("192.168.4.1", 200),
            ("[fe80::1]:8080", 200),
            ("gongbox.local", 200), ("GONGBOX.local:8080", 200), ("127.0.0.1.evil.example", 421), ("1.2.3", 421),
        ])
    func hosts(_ host: String, _ status: Int) async throws {
        let room = try TestRoom()
        let client = PageClient(try TestSite.make(room))
        client.host = host
        #expect(await client.get("/") == status)
    }

    @Test("the key, the score and the order of the bank are on no page before the decision") func secrecy() async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        // The right option is the bank's first; on the page its place must tell nothing.
        let site = try TestSite.make(room)
        let client = try await student(room, site, teacher)
        await client.post("/path/1/start")
        let attempt = try #require(client.path.split(separator: "/").dropFirst().first)
        var places: Set<String> = []
        for place in 1...6 {
            await client.get("/check/\(attempt)/\(place)")
            #expect(client.status == 200)
            #expect(!client.page.contains("fraction") && !client.page.contains("%"))
            let right = try #require(client.page.firstMatch(of: /value="(\d)"><span>yes/))
            places.insert(String(right.1))
        }
        #expect(places.count > 1)
        await client.get("/check/\(attempt)/review")
        await client.post("/check/\(attempt)/submit")
        #expect(client.path == "/waiting/\(attempt)")
        #expect(!client.page.contains("%"))
        await client.get("/corrections/\(attempt)")
        #expect(client.path == "/waiting/\(attempt)")
    }

    @Test("what a student wrote is shown to the teacher as text") func markup() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let bank = "$CATEGORY: Course/Sounds/Third\n\n::Say::Say it {}"
        _ = try await ImportReport.bank(Array(bank.utf8), named: "more.gift", into: room.classroom)
        let site = try TestSite.make(room)
        let client = try await student(room, site, teacher)
        await client.post("/path/1/start")
        let attempt = String(try #require(client.path.split(separator: "/").dropFirst().first))
        for place in 1...6 { await client.post("/check/\(attempt)/\(place)", ["t": "<script>alert(1)</script>"]) }
        await client.get("/check/\(attempt)/review")
        #expect(client.page.contains("&lt;script&gt;") && !client.page.contains("<script>alert"))
        await client.post("/check/\(attempt)/submit")
        let desk = PageClient(site)
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
        await desk.get("/teacher/conference/\(attempt)")
        #expect(desk.page.contains("&lt;script&gt;") && !desk.page.contains("<script>alert"))
    }

    @Test("the set-up code is shown on the box's own screen only") func setUpCode() async throws {
        let room = try TestRoom()
        let site = try TestSite.make(room)
        let code = try #require(try room.classroom.setUpCode)
        let own = PageClient(site, client: "127.0.0.1")
        await own.get("/board")
        #expect(own.page.contains(code))
        let other = PageClient(site, client: "192.168.4.9")
        await other.get("/board")
        #expect(!other.page.contains(code))
    }

    @Test("every page has the headers that keep it to itself") func headers() async throws {
        let room = try TestRoom()
        let site = try TestSite.make(room)
        var request = Request(.get, "/")
        request[.host] = "localhost"
        guard case .now(let response) = site.answer(request) else {
            Issue.record("a page answers at once")
            return
        }
        let policy = try #require(response["Content-Security-Policy"])
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(response["X-Content-Type-Options"] == "nosniff")
        let cookie = try #require(response["Set-Cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
    }

    @Test("assets are kept by their content and answered with 304") func assets() async throws {
        let room = try TestRoom()
        let site = try TestSite.make(room)
        var request = Request(.get, "/assets/gongbox.css")
        request[.host] = "localhost"
        guard case .now(let first) = site.answer(request) else { return }
        request[.ifNoneMatch] = first["ETag"]
        guard case .now(let second) = site.answer(request) else { return }
        #expect((first.status, second.status) == (200, 304))
    }
}
