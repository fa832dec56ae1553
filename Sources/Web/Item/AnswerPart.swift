import Assessment
import Classroom

/// One part of an item as its fields see it; an item that is not composite is one part.
///
/// Options, targets and entries are named by the place at which they are shown.
struct AnswerPart {
    let interaction: Interaction
    let response: Response
    /// The bank's numbers in the order in which they are shown; empty where nothing is shuffled.
    let order: [Int]
    /// Among the parts of a composite item, from 0; nil for an item that is one part.
    let number: Int?

    static func all(of item: FormItem) -> [AnswerPart] {
        guard case .composite(let composite) = item.item.interaction else {
            return [
                AnswerPart(
                    interaction: item.item.interaction, response: item.response, order: item.presentation[0],
                    number: nil)
            ]
        }
        return composite.parts.enumerated().map { number, part in
            AnswerPart(
                interaction: part.interaction, response: item.response.part(number),
                order: item.presentation[number], number: number)
        }
    }

    /// What the form calls a field: `r` for options, `t` for a text, `p` for menus; `r0`, `t1` in a composite item.
    func name(_ kind: String) -> String { number.map { "\(kind)\($0)" } ?? kind }

    var chosen: Set<Int> {
        if case .choices(let choices) = response { return Set(choices) }
        return []
    }

    func places(_ count: Int) -> [Int?] {
        if case .places(let places) = response, places.count == count { return places }
        return Array(repeating: nil, count: count)
    }

    /// What is shown at each place, in the bank's numbers.
    func shown(_ count: Int) -> [Int] { order.count == count ? order : Array(0..<count) }

    /// Whether its field is small enough to stand in a line of text.
    var fitsInLine: Bool {
        switch interaction {
        case .textEntry: true
        case .numericEntry(let number): number.scale == nil
        case .choice(let choice): choice.display == .menu && !choice.isMultiple && choice.image == nil
        default: false
        }
    }
}
