import Markup

/// The two doors of the teacher.
enum SignInView {
    static func setUp(_ visit: Visit, problem: String?) -> Page {
        Page(visit.text("set_up.title"), kind: "teacher") {
            section(.class("card narrow")) {
                h1 { visit.text("set_up.title") }
                if let problem { p(.class("problem"), .role("alert")) { problem } }
                p { visit.text("set_up.lead") }
                ActForm(visit, "/teacher/set-up", .class("stack")) {
                    label {
                        span { visit.text("set_up.code") }
                        input(
                            .type("text"), .name("code"), .class("code"), .autocomplete("off"), .required(),
                            .autofocus(),
                            Attribute("autocapitalize", "characters"), .value(visit.form["code"] ?? ""))
                    }
                    label {
                        span { visit.text("set_up.name") }
                        input(
                            .type("text"), .name("name"), .autocomplete("name"), Attribute("maxlength", "80"),
                            .value(visit.form["name"] ?? ""))
                    }
                    label {
                        span { visit.text("set_up.password") }
                        input(
                            .type("password"), .name("password"), .autocomplete("new-password"),
                            Attribute("minlength", "8"),
                            .required())
                        small { visit.text("set_up.password_hint") }
                    }
                    button { visit.text("set_up.finish") }
                }
            }
        }
    }

    static func signIn(_ visit: Visit, problem: String?) -> Page {
        Page(visit.text("sign_in.title"), kind: "teacher") {
            section(.class("card narrow")) {
                h1 { visit.text("sign_in.title") }
                if let problem { p(.class("problem"), .role("alert")) { problem } }
                ActForm(visit, "/teacher/sign-in", .class("stack")) {
                    label {
                        span { visit.text("sign_in.password") }
                        input(
                            .type("password"), .name("password"), .autocomplete("current-password"), .required(),
                            .autofocus())
                    }
                    button { visit.text("sign_in.enter") }
                }
                p(.class("aside")) { a(.href("/")) { visit.text("sign_in.student") } }
            }
        }
    }
}
