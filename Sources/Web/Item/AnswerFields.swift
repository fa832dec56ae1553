import Assessment
import Classroom
import Markup

/// What a student fills in for one item. Options, targets and entries are named by the place at which they are shown.
struct AnswerFields: HTML {
    let item: FormItem
    let text: Catalogue

    func render(into output: inout Output) {
        switch (item.item.interaction, item.response) {
        case (.choice(let choice), let response):
            options(choice, chosen(response)).render(into: &output)
        case (.textEntry, let response):
            entry(response.encoded, numeric: false).render(into: &output)
        case (.numericEntry, let response):
            entry(response.encoded, numeric: true).render(into: &output)
        case (.extendedText(let extended), let response):
            essay(extended, response.encoded).render(into: &output)
        case (.match(let match), let response):
            menus(match, places(response, match.sources.count)).render(into: &output)
        case (.order(let order), let response):
            ordering(order, places(response, order.entries.count)).render(into: &output)
        case (.associate, _), (.composite, _), (.description, _):
            break
        }
    }

    private func chosen(_ response: Response) -> Set<Int> {
        if case .choices(let choices) = response { return Set(choices) }
        return []
    }

    private func places(_ response: Response, _ count: Int) -> [Int?] {
        if case .places(let places) = response { return places }
        return Array(repeating: nil, count: count)
    }

    /// What is shown at each place, in the bank's numbers.
    private func shown(_ count: Int) -> [Int] {
        item.presentation[0].count == count ? item.presentation[0] : Array(0..<count)
    }

    private func options(_ choice: ChoiceInteraction, _ chosen: Set<Int>) -> some HTML {
        fieldset(.class("options")) {
            legend { text(choice.isMultiple ? "answer.choose_several" : "answer.choose_one") }
            for (place, option) in shown(choice.options.count).enumerated() {
                label(.class("option")) {
                    input(
                        .type(choice.isMultiple ? "checkbox" : "radio"), .name("r"), .value(String(place)),
                        .checked(chosen.contains(option)))
                    span { Raw(sanitised: text(ofOption: choice.options[option].text, in: choice)) }
                }
            }
        }
    }

    /// True and false are the importer's words, in English; they are shown in the visitor's language.
    private func text(ofOption option: RichText, in choice: ChoiceInteraction) -> String {
        switch option.html {
        case "True" where !choice.shuffles: text("answer.true")
        case "False" where !choice.shuffles: text("answer.false")
        default: option.html
        }
    }

    private func entry(_ value: String, numeric: Bool) -> some HTML {
        label(.class("entry")) {
            span { text(numeric ? "answer.number" : "answer.text") }
            input(
                .type("text"), .name("t"), .value(value), .autocomplete("off"), Attribute("autocapitalize", "off"),
                Attribute("spellcheck", "false"), Attribute("maxlength", "500"),
                Attribute("inputmode", numeric ? "decimal" : "text"))
        }
    }

    private func essay(_ extended: ExtendedTextInteraction, _ value: String) -> some HTML {
        label(.class("entry")) {
            span { text("answer.essay") }
            textarea(
                .name("t"), Attribute("rows", String(max(3, extended.expectedLines))), Attribute("maxlength", "20000")
            ) {
                value
            }
        }
    }

    private func menus(_ match: MatchInteraction, _ places: [Int?]) -> some HTML {
        fieldset(.class("match")) {
            legend { text("answer.match") }
            for (source, place) in zip(match.sources, places) {
                label {
                    span { Raw(sanitised: source.html) }
                    select(.name("p")) {
                        option(.value("")) { text("answer.choose") }
                        for (shownPlace, target) in shown(match.targets.count).enumerated() {
                            option(.value(String(shownPlace)), .selected(target == place)) { match.targets[target] }
                        }
                    }
                }
            }
        }
    }

    private func ordering(_ order: OrderInteraction, _ places: [Int?]) -> some HTML {
        fieldset(.class("match")) {
            legend { text("answer.order") }
            for (number, place) in places.enumerated() {
                label {
                    span { text("answer.place", ["number": String(number + 1)]) }
                    select(.name("p")) {
                        option(.value("")) { text("answer.choose") }
                        for (shownPlace, entry) in shown(order.entries.count).enumerated() {
                            option(.value(String(shownPlace)), .selected(entry == place)) { order.entries[entry].plain }
                        }
                    }
                }
            }
        }
    }
}
