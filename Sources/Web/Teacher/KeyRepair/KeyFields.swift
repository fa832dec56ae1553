import Assessment
import HTTP
import Markup

/// The fields in which a key is corrected. Each part of a composite item has its own, named with the part's number.
struct KeyFields: HTML {
    let text: Catalogue
    let interaction: Interaction
    let key: ItemKey
    let part: Int

    init(text: Catalogue, interaction: Interaction, key: ItemKey, part: Int = 0) {
        self.text = text
        self.interaction = interaction
        self.key = key
        self.part = part
    }

    func render(into output: inout Output) {
        switch (interaction, key) {
        case (.choice(let choice), .choice(let fractions)):
            options(choice, fractions).render(into: &output)
        case (_, .text(let patterns)):
            label {
                span { text("repair.accepted") }
                textarea(.name("accepted\(part)"), Attribute("rows", "3")) { patterns.joined(separator: "\n") }
            }.render(into: &output)
        case (_, .number(let value, let tolerance)):
            div(.class("pair")) {
                field(text("repair.value"), "value\(part)", "\(value)")
                field(text("repair.tolerance"), "tolerance\(part)", "\(tolerance)")
            }.render(into: &output)
        case (.match(let match), .match(let places)):
            menus(
                text("repair.match"), zip(match.sources.map(\.plain), places).map { ($0, $1) }, of: match.targets
            ).render(into: &output)
        case (.order(let order), .order(let places)):
            menus(
                text("repair.order"),
                places.enumerated().map { (text("repair.place", ["number": String($0 + 1)]), $1) },
                of: order.entries.map(\.plain)
            ).render(into: &output)
        case (.composite(let composite), .parts(let keys)):
            for (number, key) in keys.enumerated() {
                guard let key else { continue }
                fieldset {
                    legend { text("repair.part", ["number": String(number + 1)]) }
                    KeyFields(
                        text: text, interaction: composite.parts[number].interaction, key: key, part: number)
                }.render(into: &output)
            }
        default: break
        }
    }

    private func options(_ choice: ChoiceInteraction, _ fractions: [Double]) -> some HTML {
        fieldset(.class("match")) {
            legend { text("repair.options") }
            for (option, fraction) in zip(choice.options, fractions) {
                label {
                    span { option.text.plain }
                    input(
                        .type("number"), .name("worth\(part)"), .value(Self.percent(fraction)),
                        Attribute("min", "-100"), Attribute("max", "100"), Attribute("step", "any"))
                }
            }
        }
    }

    private func field(_ name: String, _ field: String, _ value: String) -> some HTML {
        label {
            span { name }
            input(.type("text"), .name(field), .value(value), Attribute("inputmode", "decimal"))
        }
    }

    private func menus(_ title: String, _ rows: [(name: String, place: Int)], of choices: [String]) -> some HTML {
        fieldset(.class("match")) {
            legend { title }
            for row in rows {
                label {
                    span { row.name }
                    select(.name("place\(part)")) {
                        for (place, choice) in choices.enumerated() {
                            option(.value(String(place)), .selected(place == row.place)) { choice }
                        }
                    }
                }
            }
        }
    }

    private static func percent(_ fraction: Double) -> String {
        let value = fraction * 100
        return value == value.rounded() ? String(Int(value)) : "\(value)"
    }

    /// What was posted, in the shape of the key that it corrects; nil where something is no number or is missing.
    static func read(_ form: Fields, for key: ItemKey, part: Int = 0) -> ItemKey? {
        switch key {
        case .choice(let fractions):
            let posted = form.all("worth\(part)")
            guard posted.count == fractions.count else { return nil }
            let worth = zip(posted, fractions).map { text, old in
                // What was not touched stays as exact as it was.
                text == percent(old) ? old : number(text).map { $0 / 100 }
            }
            return worth.contains(nil) ? nil : .choice(worth.compactMap { $0 })
        case .text:
            let lines = (form["accepted\(part)"] ?? "").split(whereSeparator: \.isNewline).map(String.init)
            return .text(lines.filter { !$0.allSatisfy(\.isWhitespace) })
        case .number:
            guard let value = form["value\(part)"].flatMap(number), let slack = form["tolerance\(part)"].flatMap(number)
            else { return nil }
            return .number(value: value, tolerance: slack)
        case .match, .order:
            let places = form.all("place\(part)").map { Int($0) }
            guard !places.contains(nil) else { return nil }
            if case .match = key { return .match(places.compactMap { $0 }) }
            return .order(places.compactMap { $0 })
        case .parts(let keys):
            var corrected: [ItemKey?] = []
            for (part, key) in keys.enumerated() {
                guard let key else {
                    corrected.append(nil)
                    continue
                }
                guard let read = read(form, for: key, part: part) else { return nil }
                corrected.append(read)
            }
            return .parts(corrected)
        }
    }

    private static func number(_ text: String) -> Double? {
        let readings = WrittenNumber(text).readings
        return readings.count == 1 ? readings[0] : nil
    }

    /// The posted fields of a key, to be posted again.
    static func names(for key: ItemKey, part: Int = 0) -> [String] {
        switch key {
        case .choice: ["worth\(part)"]
        case .text: ["accepted\(part)"]
        case .number: ["value\(part)", "tolerance\(part)"]
        case .match, .order: ["place\(part)"]
        case .parts(let keys):
            keys.enumerated().flatMap { part, key in key.map { names(for: $0, part: part) } ?? [] }
        }
    }
}
