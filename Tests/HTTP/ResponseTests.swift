import HTTP
import Testing

@Suite struct ResponseTests {
    @Test("no header value can end its line", arguments: ["a\r\nSet-Cookie: x=1", "a\nb", "a\u{0}b", "a\rb"])
    func injection(_ value: String) {
        let header = Response.Header("Location", value)
        #expect(!header.value.utf8.contains { $0 == 10 || $0 == 13 || $0 == 0 })
    }

    @Test("gzip is undone by gunzip, and is left where it would not pay") func gzip() {
        #expect(Gzip.compress([1, 2, 3]) == nil)
        let compressed = Gzip.compress(Array(repeating: 65, count: 10_000))
        #expect(compressed?.prefix(2) == [0x1f, 0x8b])
        #expect((compressed?.count ?? .max) < 100)
    }
}
