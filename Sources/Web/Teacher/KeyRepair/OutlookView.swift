import Classroom
import Markup
import Mastery

/// What a corrected key would do: whose decision would change, each with its tick, and whose score.
enum OutlookView {
    static func page(_ visit: Visit, _ repair: KeyRepair, _ outlook: KeyRepair.Outlook) -> Page {
        let text = visit.text
        let address = "/teacher/variants/\(repair.variant)"
        let flips = outlook.changes.filter { $0.flip != nil }
        return Page(text("repair.title"), kind: "teacher") {
            div(.class("headline")) {
                h1 { text("repair.title") }
                a(.href(address), .class("button quiet")) { text("repair.back") }
            }
            section(.class("card")) {
                p(.class("lead")) { outlook.items[repair.variant]?.note ?? "" }
                p { repair.reason }
                ActForm(visit, "\(address)/key", .class("stack")) {
                    kept(visit, repair)
                    if !flips.isEmpty {
                        h2 { text("repair.decisions") }
                        p { text("repair.decisions_hint") }
                        each(flips) { flip(text, $0) }
                    }
                    button { text("repair.confirm") }
                }
            }
            section(.class("card")) {
                h2 { text("repair.scores", count: outlook.changes.count) }
                ul(.class("rows")) {
                    each(outlook.changes) { change in
                        li {
                            span(.class("name")) { change.name }
                            span { score(text, change) }
                            span(.class("detail")) { attempt(text, change) }
                        }
                    }
                }
            }
        }
    }

    /// The proposal again, for the post that confirms it.
    @HTMLBuilder
    private static func kept(_ visit: Visit, _ repair: KeyRepair) -> some HTML {
        input(.type("hidden"), .name("confirm"), .value("1"))
        each(KeyFields.names(for: repair.key) + ["alike", "reason", "latest"]) { name in
            each(visit.form.all(name)) { input(.type("hidden"), .name(name), .value($0)) }
        }
    }

    private static func flip(_ text: Catalogue, _ change: KeyRepair.Change) -> some HTML {
        fieldset {
            label(.class("tick")) {
                input(.type("checkbox"), .name("flip"), .value(change.id), .checked(true))
                span {
                    strong { change.name }
                    " \(text("repair.flip.\(change.flip?.rawValue ?? "")")): \(score(text, change)), "
                    attempt(text, change)
                }
            }
            if change.flip == .mastered {
                label(.class("tick")) {
                    input(
                        .type("checkbox"), .name("ring"), .value(change.id), .checked(!change.isMasteredElsewhere))
                    span { text("repair.ring", ["name": change.name]) }
                }
            }
        }
    }

    private static func score(_ text: Catalogue, _ change: KeyRepair.Change) -> String {
        text("repair.score", ["before": String(change.before.percent), "after": String(change.after.percent)])
    }

    private static func attempt(_ text: Catalogue, _ change: KeyRepair.Change) -> String {
        text("line.detail", ["unit": change.unitTitle, "number": String(change.number)])
    }
}
