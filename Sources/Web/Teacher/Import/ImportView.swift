import Classroom
import Formats
import Markup

/// Two forms, what came of the last one, and the banks that came in before, each of which can be taken back.
enum ImportView {
    static func page(_ visit: Visit, reports: [ImportReport], problem: String?) throws -> Page {
        let text = visit.text
        let banks = try visit.classroom.imports()
        let isCheck = visit.form["check"] == "1"
        return Page(text("bar.import"), kind: "teacher") {
            h1 { text("bar.import") }
            if let problem { p(.class("problem"), .role("alert")) { problem } }
            each(reports) { result(text, $0, isCheck: isCheck) }
            div(.class("columns")) {
                upload(visit, "bank", accept: ".gift,.txt,.xml,.qti,.zip,.imscc,.csv,.exam") {
                    p(.class("aside")) { a(.href("/teacher/import/writing")) { visit.text("guide.title") } }
                }
                upload(visit, "roster", accept: ".csv,.txt")
            }
            if !banks.isEmpty { history(visit, banks) }
        }
    }

    private static func history(_ visit: Visit, _ banks: [BankRecord]) -> some HTML {
        section(.class("card")) {
            h2 { visit.text("import.history") }
            p { visit.text("import.history_hint") }
            ul(.class("rows")) {
                each(banks) { bank in
                    li {
                        span(.class("name")) { bank.fileName }
                        span(.class("detail")) {
                            visit.text(
                                "import.counts",
                                [
                                    "format": bank.format, "families": String(bank.families),
                                    "variants": String(bank.variants), "drawn": String(bank.drawn),
                                ])
                        }
                        if bank.undone == nil {
                            ActForm(
                                visit, "/teacher/import/undo/\(bank.id)", label: visit.text("import.undo"),
                                style: "quiet")
                        } else {
                            span { visit.text("import.undone") }
                        }
                    }
                }
            }
        }
    }

    private static func upload(
        _ visit: Visit, _ kind: String, accept: String, @HTMLBuilder after: () -> Piece = { Piece() }
    ) -> some HTML {
        section(.class("card")) {
            h2 { visit.text("import.\(kind)") }
            p { visit.text("import.\(kind)_hint") }
            ActForm(visit, "/teacher/import/\(kind)", .class("stack"), Attribute("enctype", "multipart/form-data")) {
                input(
                    .type("file"), .name("file"), Attribute("accept", accept), Attribute("multiple", if: true),
                    .required(),
                    Attribute("aria-label", visit.text("import.file")))
                label(.class("tick")) {
                    input(.type("checkbox"), .name("check"), .value("1"))
                    span { visit.text("import.check") }
                }
                button { visit.text("import.take") }
            }
            after()
        }
    }

    private static func result(_ text: Catalogue, _ report: ImportReport, isCheck: Bool) -> some HTML {
        section(.class(report.isComplete ? "card done" : "card partly"), .role("status")) {
            h2 { "\(report.file): \(report.format)" }
            p(.class("lead")) {
                text(
                    isCheck ? "import.would_take" : "import.taken",
                    ["taken": String(report.taken), "found": String(report.found), "known": String(report.known)])
            }
            if let variants = report.variants, variants > report.taken {
                p { text("import.variants", ["variants": String(variants)]) }
            }
            list(text("import.omissions"), report.omissions)
            list(text("import.notices"), report.notices)
        }
    }

    @HTMLBuilder
    private static func list(_ title: String, _ omissions: [Omission]) -> some HTML {
        if !omissions.isEmpty {
            details(.open(omissions.count <= 20)) {
                summary { "\(title) (\(omissions.count))" }
                ul {
                    for omission in omissions {
                        li { "\(omission.file.map { "\($0):" } ?? "")\(omission.line): \(omission.reason)" }
                    }
                }
            }
        }
    }
}
