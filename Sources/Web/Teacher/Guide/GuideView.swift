import Markup

/// The page on how questions are written.
enum GuideView {
    static let route = Route.page("/teacher/import/writing", for: .teacher) { visit in
        page(visit).response(visit)
    }

    private static func page(_ visit: Visit) -> Page {
        Page(visit.text("guide.title"), kind: "teacher") {
            div(.class("prose")) {
                each(visit.site.guide.blocks) { block($0) }
                p { a(.href("/teacher/import")) { visit.text("bar.import") } }
            }
        }
    }

    @HTMLBuilder
    private static func block(_ block: Guide.Block) -> Piece {
        switch block {
        case .title(let title): h1 { title }
        case .heading(let heading): h2 { heading }
        case .paragraph(let words): p { each(words, content: run) }
        case .code(let text): element("pre") { element("code") { text } }
        case .table(let rows):
            element("table") {
                each(rows.enumerated()) { index, cells in
                    element("tr") {
                        each(cells) { cell in element(index == 0 ? "th" : "td") { each(cell, content: run) } }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private static func run(_ run: Guide.Run) -> Piece {
        switch run {
        case .words(let words): words
        case .code(let code): element("code") { code }
        case .emphasis(let words): element("em") { words }
        }
    }
}
