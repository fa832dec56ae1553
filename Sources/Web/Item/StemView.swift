import Assessment
import Classroom
import Markup

/// A question to be read, not answered: gaps are numbered blanks, hot texts stand in place, a picture shows its places.
struct StemView: HTML {
    let item: FormItem

    func render(into output: inout Output) {
        div(.class("stem")) {
            each(item.item.stem.pieces) { piece in
                switch piece {
                case .html(let html): Raw(sanitised: html)
                case .gap(let number):
                    if let text = item.item.hotText(number) {
                        span(.class("hot")) { Raw(sanitised: text.html) }
                    } else {
                        GapMark(number: number)
                    }
                }
            }
        }.render(into: &output)
        for part in AnswerPart.all(of: item) { picture(part).render(into: &output) }
    }

    /// Named as on the question's page, with what its marks stand for.
    @HTMLBuilder private func picture(_ part: AnswerPart) -> Piece {
        if let (image, names) = part.interaction.picture {
            let shown = part.interaction.shufflesPicture ? part.shown(names.count) : Array(names.indices)
            let marks = Picture.marks(shown.map { names[$0] })
            Picture(
                image: image, places: zip(shown, marks).map { .init(region: $0, mark: $1) }, chosen: part.chosen)
            if zip(shown, marks).contains(where: { names[$0] != $1 }) {
                p(.class("detail")) { zip(shown, marks).map { "\($1) \(names[$0])" }.joined(separator: " · ") }
            }
        }
    }
}

extension Interaction {
    /// The picture with what its regions are called, in the bank's order.
    fileprivate var picture: (ImageMap, [String])? {
        switch self {
        case .choice(let choice): choice.image.map { ($0, choice.options.map(\.text.plain)) }
        case .match(let match): match.image.map { ($0, match.sources.map(\.plain)) }
        case .order(let order): order.image.map { ($0, order.entries.map(\.plain)) }
        default: nil
        }
    }

    /// A match shuffles its targets; its picture shows its sources.
    fileprivate var shufflesPicture: Bool {
        if case .match = self { return false }
        return true
    }
}
