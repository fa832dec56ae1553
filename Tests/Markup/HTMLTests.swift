import Markup
import Testing

@Suite struct HTMLTests {
    private func text(_ html: some HTML) -> String { String(decoding: html.rendered(), as: UTF8.self) }

    @Test("text and attribute values are escaped") func escaping() {
        let page = text(p(.title("\"<'&>")) { "<script>alert('x & y')</script>" })
        #expect(
            page
                == "<p title=\"&quot;&lt;&#39;&amp;&gt;\">&lt;script&gt;alert(&#39;x &amp; y&#39;)&lt;/script&gt;</p>")
    }

    @Test("views compose") func composing() {
        let names = ["Ada", "Bo"]
        let page = text(
            ul(.class("names")) {
                each(names) { name in li { name } }
                if names.isEmpty { li { "nobody" } }
                for number in 1...2 { li { String(number) } }
            })
        #expect(page == "<ul class=\"names\"><li>Ada</li><li>Bo</li><li>1</li><li>2</li></ul>")
    }

    @Test("a boolean attribute stands or not") func flags() {
        #expect(text(input(.type("radio"), .checked(true))) == "<input type=\"radio\" checked>")
        #expect(text(input(.type("radio"), .checked(false))) == "<input type=\"radio\">")
    }
}
