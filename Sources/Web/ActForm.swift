import Markup

/// A form that is one button, or that holds the fields given: it posts, and carries the token that proves its origin.
struct ActForm: HTML {
    private let visit: Visit
    private let address: String
    private let attributes: [Attribute]
    private let content: Piece

    /// `attributes` go on the form element.
    init(_ visit: Visit, _ address: String, _ attributes: Attribute..., @HTMLBuilder content: () -> Piece) {
        self.visit = visit
        self.address = address
        self.attributes = attributes
        self.content = content()
    }

    func render(into output: inout Output) {
        element("form", [Attribute("method", "post"), .action(address)] + attributes) {
            input(.type("hidden"), .name("csrf"), .value(visit.csrf))
            content
        }.render(into: &output)
    }
}

extension ActForm {
    /// One button; `style` is its class.
    init(_ visit: Visit, _ address: String, label: String, style: String = "") {
        self.init(visit, address, .class("single")) { button(.class(style)) { label } }
    }
}
