import HTTP
import Markup

/// A whole page: head, the visitor's bar, the main part.
struct Page {
    /// How a page keeps itself fresh.
    enum Freshness {
        /// Shows what was true when it was asked for.
        case still
        /// The script swaps in the new main part when the box tells of a change; without script it reloads every so many seconds.
        case live(stream: String, seconds: Int)
    }

    let title: String
    var freshness = Freshness.still
    /// A class on `body`: `student`, `teacher`, `board`.
    let kind: String
    /// An asset of this page alone, beside the script of all pages.
    let script: String?
    let content: Piece

    init(
        _ title: String, kind: String, freshness: Freshness = .still, script: String? = nil,
        @HTMLBuilder content: () -> Piece
    ) {
        self.title = title
        self.kind = kind
        self.freshness = freshness
        self.script = script
        self.content = content()
    }

    func response(_ visit: Visit, status: Int = 200) -> Response {
        var output = Output()
        output.write("<!DOCTYPE html>\n")
        document(visit).render(into: &output)
        return Response(status: status, headers: PageHeaders.all, body: output.bytes)
    }

    private func document(_ visit: Visit) -> some HTML {
        html(.lang(visit.text.language)) {
            head {
                Raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                Markup.title { title + " · Gongbox" }
                link(Attribute("rel", "icon"), .href(visit.site.assets.address("gong.svg")))
                link(Attribute("rel", "stylesheet"), .href(visit.site.assets.address("gongbox.css")))
                element("script", .src(visit.site.assets.address("gongbox.js")), Attribute("defer", if: true)) {}
                each(moreScripts(visit)) { script in
                    element("script", .src(visit.site.assets.address(script)), Attribute("defer", if: true)) {}
                }
                if case .live(_, let seconds) = freshness {
                    element("noscript") {
                        meta(Attribute("http-equiv", "refresh"), Attribute("content", String(seconds)))
                    }
                }
            }
            body(.class(kind), Attribute("data-stream", stream)) {
                VisitorBar(visit: visit, kind: kind)
                main(.id("main")) { content }
            }
        }
    }

    /// In the order in which they run.
    private func moreScripts(_ visit: Visit) -> [String] {
        let hasMathematics = visit.site.assets.hasKaTeX && Mathematics.isIn(content.bytes)
        return (script.map { [$0] } ?? []) + (hasMathematics ? [Assets.katex, "mathematics.js"] : [])
    }

    private var stream: String {
        if case .live(let stream, _) = freshness { return stream }
        return ""
    }
}

/// The headers of every page. The policy allows nothing inline and nothing from elsewhere.
enum PageHeaders {
    static let all: [Response.Header] = [
        .init("Content-Type", "text/html; charset=utf-8"),
        .init("Cache-Control", "no-store"),
        .init(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        .init("X-Content-Type-Options", "nosniff"),
        .init("Referrer-Policy", "same-origin"),
    ]
}
