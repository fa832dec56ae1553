import Assessment
import Classroom
import Markup

/// What a student fills in for one part of an item, below the stem.
struct AnswerFields: HTML {
    let part: AnswerPart
    let text: Catalogue

    func render(into output: inout Output) {
        switch part.interaction {
        case .choice(let choice) where choice.display == .menu && !choice.isMultiple && choice.image == nil:
            menu(choice).render(into: &output)
        case .choice(let choice): options(choice).render(into: &output)
        case .textEntry: entry("answer.text").render(into: &output)
        case .numericEntry: entry("answer.number").render(into: &output)
        case .extendedText(let extended): essay(extended).render(into: &output)
        case .match(let match): menus(match).render(into: &output)
        case .associate(let associate): pairs(associate).render(into: &output)
        case .order(let order): ordering(order).render(into: &output)
        case .composite, .description: break
        }
    }

    /// What to do, with the number of the part where there are several.
    private func title(_ words: String) -> String {
        part.number.map { text("answer.numbered", ["number": String($0 + 1), "text": words]) } ?? words
    }

    func instruction(_ choice: ChoiceInteraction) -> String {
        guard choice.isMultiple else { return title(text("answer.choose_one")) }
        return title(choice.limit.map { text("answer.choose_most", count: $0) } ?? text("answer.choose_several"))
    }

    private func options(_ choice: ChoiceInteraction) -> Piece {
        let shown = part.shown(choice.options.count)
        let marks = choice.image.map { _ in Picture.marks(shown.map { choice.options[$0].text.plain }) }
        return element("fieldset", [.class("options")] + choice.limitAttribute) {
            legend { instruction(choice) }
            if let image = choice.image, let marks {
                Picture(
                    image: image, places: zip(shown, marks).map { .init(region: $0, mark: $1) }, field: part.name("r"),
                    chosen: part.chosen)
            }
            for (place, number) in shown.enumerated() {
                label(.class("option")) {
                    input(
                        .type(choice.isMultiple ? "checkbox" : "radio"), .name(part.name("r")), .value(String(place)),
                        .checked(part.chosen.contains(number)))
                    span {
                        if let mark = marks?[place], mark != choice.options[number].text.plain { strong { mark + " " } }
                        optionText(choice, number)
                    }
                }
            }
        }
    }

    @HTMLBuilder private func optionText(_ choice: ChoiceInteraction, _ number: Int) -> Piece {
        if let word = text.word(choice, number) { word } else { Raw(sanitised: choice.options[number].text.html) }
    }

    private func menu(_ choice: ChoiceInteraction) -> Piece {
        label(.class("entry")) {
            span { instruction(choice) }
            OptionMenu(part: part, choice: choice, text: text)
        }
    }

    private func entry(_ key: String) -> Piece {
        div(.class("entry")) {
            label {
                span { title(text(key)) }
                TextField(part: part)
            }
            hint
        }
    }

    /// How a number is to be written: its units and figures, or the ends of its scale.
    @HTMLBuilder var hint: Piece {
        if case .numericEntry(let number) = part.interaction {
            if let scale = number.scale {
                hint("answer.scale", ["from": Self.short(scale.lower), "to": Self.short(scale.upper)])
            }
            if !number.units.isEmpty {
                // In the order of the alphabet: the first in the bank is the key's own.
                hint(
                    number.unitPenalty == nil ? "answer.units" : "answer.units_needed",
                    ["units": number.units.map(\.name).sorted().joined(separator: ", ")])
            }
            if let figures = number.figures {
                small(.class("hint")) { title(text("answer.figures", count: figures.count)) }
            }
        }
    }

    private func hint(_ key: String, _ values: KeyValuePairs<String, String>) -> Piece {
        small(.class("hint")) { title(text(key, values)) }
    }

    private static func short(_ value: Double) -> String { value.isWhole ? "\(Int(value))" : "\(value)" }

    private func essay(_ extended: ExtendedTextInteraction) -> Piece {
        label(.class("entry")) {
            span { title(text("answer.essay")) }
            textarea(
                .name(part.name("t")), Attribute("rows", String(min(30, max(3, extended.expectedLines)))),
                Attribute("maxlength", "20000")
            ) {
                part.response.encoded
            }
        }
    }

    private func menus(_ match: MatchInteraction) -> Piece {
        let names = match.sources.map(\.plain)
        let marks = match.image.map { _ in Picture.marks(names) }
        return fieldset(.class("match")) {
            legend { title(text("answer.match")) }
            if let image = match.image, let marks {
                Picture(image: image, places: marks.enumerated().map { .init(region: $0, mark: $1) })
            }
            for (number, place) in part.places(match.sources.count).enumerated() {
                label {
                    span {
                        if let mark = marks?[number], mark != names[number] { strong { mark + " " } }
                        Raw(sanitised: match.sources[number].html)
                    }
                    placeMenu(match.targets, place)
                }
            }
        }
    }

    private func ordering(_ order: OrderInteraction) -> Piece {
        let shown = part.shown(order.entries.count)
        var names = order.entries.map(\.plain)
        var places: [Picture.Place] = []
        if order.image != nil {
            for (number, mark) in zip(shown, Picture.marks(shown.map { names[$0] })) {
                places.append(.init(region: number, mark: mark))
                if mark != names[number] { names[number] = "\(mark) \(names[number])" }
            }
        }
        return fieldset(.class("match")) {
            legend { title(text("answer.order")) }
            if let image = order.image { Picture(image: image, places: places) }
            for (number, place) in part.places(order.entries.count).enumerated() {
                label {
                    span { text("answer.place", ["number": String(number + 1)]) }
                    placeMenu(names, place)
                }
            }
        }
    }

    private func pairs(_ associate: AssociateInteraction) -> Piece {
        let places = part.places(2 * associate.key.count)
        return fieldset(.class("match")) {
            legend { title(text("answer.pairs")) }
            for number in associate.key.indices {
                div(.class("pairing"), .role("group")) {
                    span { text("answer.pair", ["number": String(number + 1)]) }
                    placeMenu(associate.entries, places[2 * number], text("answer.pair_first"))
                    placeMenu(associate.entries, places[2 * number + 1], text("answer.pair_second"))
                }
            }
        }
    }

    private func placeMenu(_ names: [String], _ chosen: Int?, _ label: String? = nil) -> Piece {
        let name = label.map { [Attribute("aria-label", $0)] } ?? []
        return element("select", [.name(part.name("p"))] + name) {
            option(.value("")) { text("answer.choose") }
            for (place, number) in part.shown(names.count).enumerated() {
                option(.value(String(place)), .selected(number == chosen)) { names[number] }
            }
        }
    }
}

extension ChoiceInteraction {
    /// How many may be chosen, where that is fewer than there are.
    fileprivate var limit: Int? { mostChoices.flatMap { isMultiple && $0 > 0 && $0 < options.count ? $0 : nil } }

    /// Tells the script.
    var limitAttribute: [Attribute] { limit.map { [Attribute("data-most", String($0))] } ?? [] }
}
