import Classroom
import Markup
import QR

/// How to join, who is called, who is next, and the celebration.
enum BoardPage {
    static func page(_ visit: Visit, _ board: BoardState, showsCode: Bool) -> Page {
        let text = visit.text
        return Page(text("bar.board"), kind: "board", freshness: .live(stream: "/board/events", seconds: 5)) {
            if !board.celebrated.isEmpty { celebration(text, board) }
            div(.class("board-columns")) {
                section(.class("join")) {
                    h1 { board.classTitle ?? "Gongbox" }
                    if let code = board.setUpCode {
                        p { text("board.set_up") }
                        if showsCode { p(.class("code")) { code } }
                    } else {
                        p { text(board.classTitle == nil ? "board.closed" : "board.join") }
                    }
                    QRView(content: visit.site.address, label: text("board.code"))
                    p(.class("address")) { visit.site.address.replacing("http://", with: "") }
                }
                section(.class("called")) {
                    group(text("board.called"), board.called, style: "now")
                    group(text("board.conferring"), board.conferring, style: "with")
                    group(text("board.next"), board.next, style: "next")
                    if board.waiting > board.next.count {
                        p(.class("more")) { text("board.more", count: board.waiting - board.next.count) }
                    }
                    if board.called.isEmpty, board.conferring.isEmpty, board.next.isEmpty, board.classTitle != nil {
                        p(.class("quiet")) { text("board.nobody") }
                    }
                }
            }
        }
    }

    private static func celebration(_ text: Catalogue, _ board: BoardState) -> some HTML {
        section(
            .class(board.silence.isEmpty ? "celebration" : "celebration silent"), .role("status"),
            Attribute("data-again", String(Classroom.celebrationSeconds))
        ) {
            div(.class("gong")) {}
            p(.class("names")) {
                board.celebrated.map { $0.isEmpty ? text("board.somebody") : $0 }.joined(separator: " · ")
            }
            p { text("board.mastered") }
            if !board.silence.isEmpty { p(.class("silence")) { text("board.silence", ["reason": board.silence]) } }
        }
    }

    @HTMLBuilder
    private static func group(_ title: String, _ names: [String], style: String) -> some HTML {
        if !names.isEmpty {
            h2 { title }
            ul(.class("names \(style)")) {
                for name in names { li { name } }
            }
        }
    }
}

/// A QR code as an inline picture that needs no further request.
struct QRView: HTML {
    let content: String
    let label: String

    func render(into output: inout Output) {
        guard let symbol = Symbol(content) else { return }
        element(
            "svg", .class("qr"), Attribute("viewBox", "0 0 \(symbol.extent) \(symbol.extent)"), .role("img"),
            Attribute("aria-label", label), Attribute("shape-rendering", "crispEdges")
        ) {
            element("path", Attribute("d", symbol.path)) {}
        }.render(into: &output)
    }
}
