import Assessment
import Classroom
import Markup

/// A question as a student meets it: the stem with its gaps filled, and below it whatever has no gap or does not fit in a line.
struct ItemBody: HTML {
    /// What stands in the stem, from left to right.
    private enum Slot {
        case html(String)
        case field(AnswerPart)
        /// The number of a part that stands below.
        case mark(Int)
        case hotText(Int)
    }

    private let text: Catalogue
    private let hotTexts: ChoiceInteraction?
    private var slots: [Slot] = []
    /// Parts with a field in the stem.
    private var inLine: [AnswerPart] = []
    private var below: [AnswerPart] = []
    /// The gaps that the stem has.
    private var placed: Set<Int> = []
    private let parts: [AnswerPart]

    init(item: FormItem, text: Catalogue) {
        self.text = text
        parts = AnswerPart.all(of: item)
        hotTexts = item.item.hotTexts
        for piece in item.item.stem.pieces {
            switch piece {
            case .html(let html):
                slots.append(.html(html))
            case .gap(let number):
                let isFirst = placed.insert(number).inserted
                if let hotTexts {
                    if isFirst, hotTexts.options.indices.contains(number) { slots.append(.hotText(number)) }
                } else if isFirst, parts.indices.contains(number), parts[number].fitsInLine {
                    slots.append(.field(parts[number]))
                    inLine.append(parts[number])
                } else {
                    slots.append(.mark(number))
                }
            }
        }
        if hotTexts == nil {
            below = parts.enumerated().filter { !placed.contains($0) || !$1.fitsInLine }.map(\.element)
        }
    }

    func render(into output: inout Output) {
        if let hotTexts {
            element("fieldset", [.class("hot-texts")] + hotTexts.limitAttribute) {
                legend { AnswerFields(part: parts[0], text: text).instruction(hotTexts) }
                stem
                // An author may have left one out of the text.
                each(hotTexts.options.indices.filter { !placed.contains($0) }) { hotText($0) }
            }.render(into: &output)
        } else {
            stem.render(into: &output)
        }
        for part in inLine { AnswerFields(part: part, text: text).hint.render(into: &output) }
        for part in below { AnswerFields(part: part, text: text).render(into: &output) }
    }

    private var stem: Piece {
        div(.class("stem")) {
            each(slots) { slot in
                switch slot {
                case .html(let html): Raw(sanitised: html)
                case .field(let part): GapField(part: part, text: text)
                case .mark(let number): GapMark(number: number)
                case .hotText(let number): hotText(number)
                }
            }
        }
    }

    /// A box or button within the text; the words are its label.
    @HTMLBuilder private func hotText(_ number: Int) -> Piece {
        if let hotTexts {
            label(.class("hot")) {
                input(
                    .type(hotTexts.isMultiple ? "checkbox" : "radio"), .name(parts[0].name("r")),
                    .value(String(number)), .checked(parts[0].chosen.contains(number)))
                span { Raw(sanitised: hotTexts.options[number].text.html) }
            }
        }
    }
}

/// The place of something that stands elsewhere: its number, underlined.
struct GapMark: HTML {
    /// From 0, as gaps are counted.
    let number: Int

    func render(into output: inout Output) {
        span(.class("gap")) { String(number + 1) }.render(into: &output)
    }
}
