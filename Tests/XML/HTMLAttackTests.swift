import Testing
import XML

/// Text that wants to become more than text.
struct HTMLAttackTests {
    @Test(
        "Attacks come out harmless",
        arguments: [
            ("<script>alert(1)</script>x", "x"),
            ("<ScRiPt src=//evil>alert(1)</sCrIpT >x", "x"),
            ("<scr<script>ipt>alert(1)</script>x", nil),
            ("<b onclick=alert(1) onmouseover='x'>b</b>", "<b>b</b>"),
            ("<p style='background:url(javascript:x)' class=c id=i>p</p>", "<p>p</p>"),
            ("<a href='javascript:alert(1)'>a</a>", "<a>a</a>"),
            ("<a href='  JaVa\nScRiPt:alert(1)'>a</a>", "<a>a</a>"),
            ("<a href='java&#10;script&colon;alert(1)'>a</a>", nil),
            ("<a href='&#1;javascript:alert(1)'>a</a>", "<a>a</a>"),
            ("<a href='vbscript:x'>a</a><a href='data:text/html,x'>b</a>", "<a>a</a><a>b</a>"),
            ("<a href='//evil.example/'>a</a>", "<a>a</a>"),
            ("<a href='/\\evil.example/'>a</a>", "<a>a</a>"),
            ("<a href='page.html' target=_blank ping=x>a</a>", "<a href=\"page.html\" rel=\"noopener\">a</a>"),
            ("<img src=x.png onerror=alert(1)>", "<img src=\"x.png\">"),
            ("<img src='http://evil.example/t.png' alt='dot'>", "dot"),
            ("<img src='data:image/svg+xml;base64,AAAA'>", ""),
            ("<img src='data:text/html;base64,AAAA' alt=x>", "x"),
            ("<img src=x.png srcset='//evil 2x'>", "<img src=\"x.png\">"),
            ("<iframe srcdoc='<b>'>in</iframe><object>o</object><embed src=x>e", "e"),
            ("<svg><a xlink:href='javascript:x'>s</a><script>x</script></svg>t", "t"),
            ("<form action=//evil><input name=pin><button>go</button></form>t", "t"),
            ("<select><option>o</select><textarea>t</textarea>u", "u"),
            ("<style>@import '//evil'</style><link rel=stylesheet href=//evil>t", "t"),
            ("<meta http-equiv=refresh content='0;url=//evil'><base href=//evil>t", "t"),
            ("<!-- <b>c</b> -->t<!--><script>x</script>-->", nil),
            ("<![CDATA[<script>x</script>]]>t", nil),
            ("<?php echo 1 ?>t", nil),
            ("<math><mi href='javascript:x' style=x>y</mi><b>z</b></math>", "<math><mi>y</mi>z</math>"),
            (
                "<math><annotation-xml encoding='text/html'><script>x</script></annotation-xml><mi>y</mi></math>",
                "<math><mi>y</mi></math>"
            ),
            ("<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=1 onerror=x>\">", nil),
            ("<noscript><p title=\"</noscript><img src=x onerror=x>\">", nil),
            ("<form><math><mtext></form><form><mglyph><style></math><img src onerror=x>", nil),
            ("<p title='</p><script>x</script>'>p</p>", "<p title=\"&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;\">p</p>"),
            ("<xmp><script>x</script></xmp><plaintext><script>y</script>", nil),
            ("<template><b>t</b></template>u", "u"),
            ("</body></html><script>x</script><b>b</b>", nil),
            ("<body onload=x><html onclick=y>t", "t"),
            ("<div><div</div><script<b>x", nil),
            ("<b/onclick=x>b</b>", nil),
            ("<a\u{0}b<script\u{0}>x</script>", nil),
        ] as [(String, String?)]
    )
    func attacksComeOutHarmless(source: String, expected: String?) {
        let sanitised = HTMLSanitiser.sanitise(source).html
        if let expected { #expect(sanitised == expected) }
        #expect(harm(in: sanitised) == nil, "\(sanitised)")
    }

    @Test("Pictures that go are counted")
    func picturesThatGoAreCounted() {
        let sanitised = HTMLSanitiser.sanitise("<img src='@@PLUGINFILE@@/a.png'><img src=b.png><img>")
        #expect(sanitised.html == "<img src=\"b.png\">")
        #expect(sanitised.omittedImages == 2)
    }

    @Test("Text that is too deep or too long is cut, and says so")
    func tooDeepOrTooLongIsCut() {
        let deep = HTMLSanitiser.sanitise(String(repeating: "<div>", count: 50_000) + "x")
        #expect(deep.isTruncated)
        #expect(harm(in: deep.html) == nil)
        let long = HTMLSanitiser.sanitise(String(repeating: "<b>x</b>", count: 200_000))
        #expect(long.isTruncated)
        #expect(long.html.utf8.count <= HTMLSanitiser.limit + 16)
        #expect(!HTMLSanitiser.sanitise(String(repeating: "<b>x</b>", count: 1000)).isTruncated)
    }

    @Test("Whatever is broken at random comes out harmless")
    func randomBreakage() {
        let seeds = [
            "<p>One <b onclick='x'>two</b><script>x</script> &amp; <a href=\"javascript:y\">z</a></p>",
            "<math><mi>x</mi><annotation-xml><style><!--</style></annotation-xml></math><table><td>1<svg><p>",
            "<img src='data:image/png;base64,AA==' alt=\"a'b\"><!-- c --><![CDATA[ d ]]><ul><li>e<li>f</ul>",
        ]
        let parts = [
            "<", ">", "\"", "'", "&", "/", "<!--", "-->", "<script>", "</", "=", "\u{0}", "é", "<math>", "<style>",
            " on",
        ]
        var random = SplitMix(state: 7)
        for round in 0..<3000 {
            var scalars = Array(seeds[round % seeds.count].unicodeScalars)
            for _ in 0...Int(random.next() % 6) {
                let place = Int(random.next() % UInt64(scalars.count + 1))
                if random.next() % 3 == 0, place < scalars.count {
                    scalars.remove(at: place)
                } else {
                    scalars.insert(
                        contentsOf: parts[Int(random.next() % UInt64(parts.count))].unicodeScalars, at: place)
                }
            }
            let source = String(String.UnicodeScalarView(scalars))
            let once = HTMLSanitiser.sanitise(source).html
            #expect(harm(in: once) == nil, "\(source) → \(once)")
        }
    }

    /// Reads HTML as strictly as possible and names the first thing in it that no sanitised text holds.
    private func harm(in html: String) -> String? {
        var open: [Substring] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(">") { return "a stray >" }
            guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without an end" }
            let tag = rest[start..<end].dropFirst()
            rest = rest[end...].dropFirst()
            let name = tag.drop { $0 == "/" }.prefix { $0 != " " }
            guard Self.allowed.contains(String(name)) else { return "the element \(name)" }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return "the end of \(name)" }
                continue
            }
            if !["br", "hr", "img", "col"].contains(name) { open.append(name) }
            var attributes = tag.dropFirst(name.count)
            while !attributes.isEmpty {
                let key = attributes.dropFirst().prefix { $0 != "=" }
                guard Self.attributes.contains(String(key)) else { return "the attribute \(key)" }
                let quoted = attributes.dropFirst(1 + key.count)
                guard quoted.hasPrefix("=\""), let close = quoted.dropFirst(2).firstIndex(of: "\"") else {
                    return "no quotes"
                }
                let value = quoted[..<close].dropFirst(2).lowercased()
                let isAddress = key == "href" || key == "src"
                let scheme = value.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
                let isForeign = value.contains(":") && !scheme.contains { "/?#".contains($0) }
                if isAddress, value.hasPrefix("//") || isForeign && !["http", "https", "data"].contains(scheme) {
                    return "the address \(value)"
                }
                attributes = quoted[close...].dropFirst()
            }
        }
        return rest.contains(">") ? "a stray >" : open.last.map { "\($0) left open" }
    }

    private static let allowed: Set<String> = [
        "p", "br", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "pre", "tt", "ul", "ol", "li", "dl", "dt",
        "dd",
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "blockquote", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "span", "div", "hr", "img", "a", "abbr", "cite", "q", "small", "big", "var", "kbd", "samp",
        "del",
        "ins", "figure", "figcaption", "ruby", "rt", "rp", "math", "mi", "mtext", "mn", "mo",
    ]
    private static let attributes: Set<String> = ["href", "rel", "src", "alt", "title", "dir", "lang"]
}

/// A small generator with a seed, so that a failure can be met again.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
