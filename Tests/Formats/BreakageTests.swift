import Formats
import Testing

/// Files broken at random: nothing may trap or hang, and every question is in or left out.
struct BreakageTests {
    private static let gift = """
        // [id:1] [tag:x]
        $CATEGORY: $course$/top/A//B/C
        ::Name::[html]<p>Text &amp; <b>bold</b></p> {=right#yes ~%50%half ~<i>no</i>####general}

        Match {=cat -> meows =dog -> barks}

        Number {#=3.14:0.01#near =%50%1..5 ~#far} and more

        [markdown]**Bold** `code` \\n- list {T#no#yes}

        Order {>2 ALL\none\ntwo\n}

        """
    private static let roster = "ID;Name;Class\n1;\"Doe, Jane\";A\n2;John Roe;\"B\"\n"
    private static let oneRoster = "sourcedId,givenName,familyName,role\n1,Jane,Doe,student\n2,\"Jo\",Roe,\n"
    private static let parts: [[UInt8]] =
        [
            "{", "}", "=", "~", "#", "\\", "%", "::", "\n\n", "->", "..", "####", "//", "[", "]", "<", "<!--", "&#",
            "\"", "$CATEGORY:",
            ",", ";", "\u{0}", "\r",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xFE, 0xFF]]

    @Test("A bank broken anywhere still reads")
    func aBankBrokenAnywhereStillReads() {
        var random = Breaker(state: 1)
        for _ in 0..<1500 {
            guard let bank = try? readBank(random.broken(Array(Self.gift.utf8), with: Self.parts), named: "x") else {
                continue
            }
            #expect(bank.families.allSatisfy { !$0.title.isEmpty && $0.variants.count == 1 })
            #expect(bank.omissions.allSatisfy { $0.line >= 1 && $0.reason.hasSuffix(".") })
        }
    }

    @Test("A roster broken anywhere still reads", arguments: [roster, oneRoster])
    func aRosterBrokenAnywhereStillReads(text: String) {
        var random = Breaker(state: 2)
        for _ in 0..<2000 {
            let bytes = random.broken(Array(text.utf8), with: Self.parts)
            guard let roster = try? readRoster(files: [("x.csv", bytes)]) else { continue }
            #expect(
                roster.students.allSatisfy {
                    !$0.name.isEmpty && $0.classes.allSatisfy(roster.classes.indices.contains)
                })
        }
    }

    /// Each takes minutes as soon as some step looks through the rest of the text for every piece of it.
    @Test(
        "Repetition costs no more than its length", .timeLimit(.minutes(1)),
        arguments: [
            ("Q ", "{", "}"), ("", "}", "\nQ {T}"), ("Q ", "{}", ""), ("", "a {\n\n", ""), ("Q {", "=a", "}"),
            ("Q {", "~a", "}"),
            ("Q {=", "<", "}"), ("Q {=", "<!--", "}"), ("Q {=", "<b a='", "}"), ("Q {=", "&#", "}"),
            ("", "::a::b\n", "{T}"),
            ("Q {=a", "####", "}"), ("[markdown]", "*a", "{T}"), ("[markdown]", "`a``", "{T}"), ("", "A {=b}\n", ""),
            ("Q {", "=a -> b\n", "}"), ("", "// [tag:x]\n", "Q {T}"), ("[html]", "<div>", "x{T}"), ("Q {", "\n", "=a}"),
        ])
    func repetitionCostsNoMoreThanItsLength(start: String, part: String, end: String) throws {
        let text = start + String(repeating: part, count: 60_000) + end
        #expect(try readBank(Array(text.utf8), named: "x").questionsFound > 0)
    }
}

/// Breaks bytes in a few places, the same way for the same seed.
struct Breaker {
    var state: UInt64

    mutating func broken(_ source: [UInt8], with parts: [[UInt8]]) -> [UInt8] {
        var bytes = source
        for _ in 0...below(5) {
            let place = below(bytes.count + 1)
            switch below(3) {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + below(6)))
            case 1: bytes.insert(contentsOf: parts[below(parts.count)], at: place)
            default: if place < bytes.count { bytes[place] = UInt8(below(256)) }
            }
        }
        return bytes
    }

    private mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
