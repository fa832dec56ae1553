import Classroom
import Markup

/// The PIN: asked for, or chosen at the first join.
enum PINView {
    static func page(_ visit: Visit, _ name: RosterName, problem: String?) -> Page {
        Page(name.givenName, kind: "student") {
            section(.class("card narrow")) {
                h1 { visit.text("pin.title", ["name": name.givenName]) }
                if let problem { p(.class("problem"), .role("alert")) { problem } }
                p { visit.text(name.hasPIN ? "pin.ask" : "pin.choose") }
                ActForm(visit, "/join/\(name.id)", .class("stack")) {
                    label {
                        span { visit.text("pin.label") }
                        input(
                            .type("password"), .name("pin"), .class("pin"), Attribute("inputmode", "numeric"),
                            Attribute("pattern", "[0-9]{4,8}"), Attribute("minlength", "4"),
                            Attribute("maxlength", "8"),
                            .autocomplete("off"), .required(), .autofocus())
                    }
                    if !name.hasPIN {
                        label {
                            span { visit.text("pin.card") }
                            input(
                                .type("text"), .name("card"), .class("code"), Attribute("autocapitalize", "characters"),
                                .autocomplete("off"), Attribute("maxlength", "20"))
                            small { visit.text("pin.card_hint") }
                        }
                    }
                    button { visit.text("pin.enter") }
                }
                p(.class("aside")) { a(.href("/")) { visit.text("pin.other") } }
                if name.hasPIN { p(.class("aside")) { visit.text("pin.forgotten") } }
            }
        }
    }
}

/// Waiting for the teacher's tap at the first join.
enum DoorView {
    static func page(_ visit: Visit) -> Page {
        Page(visit.text("door.title"), kind: "student", freshness: .live(stream: "/events", seconds: 4)) {
            section(.class("card narrow")) {
                h1 { visit.text("door.title") }
                p { visit.text("door.wait", ["name": visit.visitor?.givenName ?? ""]) }
                ActForm(visit, "/leave", label: visit.text("door.not_me"), style: "quiet")
            }
        }
    }
}
