import Assessment
import Markup

/// A blank or a menu in a line of the stem.
struct GapField: HTML {
    let part: AnswerPart
    let text: Catalogue

    func render(into output: inout Output) {
        let name = Attribute("aria-label", text("answer.blank", ["number": String((part.number ?? 0) + 1)]))
        switch part.interaction {
        case .choice(let choice):
            OptionMenu(part: part, choice: choice, attributes: [.class("blank"), name], text: text)
                .render(into: &output)
        case .numericEntry:
            TextField(part: part, attributes: [.class("blank"), name, Attribute("size", "8")])
                .render(into: &output)
        default:
            // One width for all: it must not tell how long the answer is.
            TextField(part: part, attributes: [.class("blank"), name, Attribute("size", "14")])
                .render(into: &output)
        }
    }
}

/// A line to type a text or a number into.
struct TextField: HTML {
    let part: AnswerPart
    var attributes: [Attribute] = []

    func render(into output: inout Output) {
        let own: [Attribute] = [
            .name(part.name("t")), .value(part.response.encoded), .autocomplete("off"),
            Attribute("autocapitalize", "off"), Attribute("spellcheck", "false"),
        ]
        input(own + kind + attributes).render(into: &output)
    }

    private var kind: [Attribute] {
        guard case .numericEntry(let number) = part.interaction else {
            return [.type("text"), Attribute("maxlength", "500"), Attribute("inputmode", "text")]
        }
        guard let scale = number.scale else {
            // A keyboard for numbers has no letters, which a unit needs.
            return [
                .type("text"), Attribute("maxlength", "500"),
                Attribute("inputmode", number.units.isEmpty ? "decimal" : "text"),
            ]
        }
        return [
            .type("number"), Attribute("min", "\(scale.lower)"), Attribute("max", "\(scale.upper)"),
            Attribute("step", "\(scale.step)"), Attribute("data-scale", if: true),
        ]
    }
}

/// The options of a choice in a menu, whose first line is no choice.
struct OptionMenu: HTML {
    let part: AnswerPart
    let choice: ChoiceInteraction
    var attributes: [Attribute] = []
    let text: Catalogue

    func render(into output: inout Output) {
        element("select", [.name(part.name("r"))] + attributes) {
            option(.value("")) { text("answer.choose") }
            for (place, number) in part.shown(choice.options.count).enumerated() {
                option(.value(String(place)), .selected(part.chosen.contains(number))) {
                    text.word(choice, number) ?? choice.options[number].text.plain
                }
            }
        }.render(into: &output)
    }
}

extension Catalogue {
    /// True and false are the importer's words, in English; they are shown in the visitor's language.
    func word(_ choice: ChoiceInteraction, _ number: Int) -> String? {
        guard !choice.shuffles else { return nil }
        switch choice.options[number].text.html {
        case "True": return self("answer.true")
        case "False": return self("answer.false")
        default: return nil
        }
    }
}
