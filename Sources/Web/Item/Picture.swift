import Assessment
import Markup

/// A picture with its places drawn and marked on it. The form beside it works without seeing it.
struct Picture: HTML {
    struct Place {
        /// Which of the picture's regions.
        let region: Int
        /// What is written on it.
        let mark: String
    }

    let image: ImageMap
    let places: [Place]
    /// The field whose boxes a click on a place ticks, with the script; nil for places that are only looked at.
    var field: String?
    /// The regions that are chosen.
    var chosen: Set<Int> = []

    /// What is written on each place: its name, where all names are short, otherwise a letter in the order shown.
    static func marks(_ names: [String]) -> [String] {
        let areShort = names.allSatisfy { (1...3).contains($0.count) } && Set(names).count == names.count
        return areShort ? names : names.indices.map { ImageMap.letter($0) }
    }

    func render(into output: inout Output) {
        // Attributes of geometry, not styles: the page's policy allows no style inside the page.
        div(.class("picture")) {
            img(
                .src(image.source), Attribute("alt", image.text), Attribute("width", Self.text(image.width)),
                Attribute("height", Self.text(image.height)))
            element(
                "svg", Attribute("viewBox", "0 0 \(Self.text(image.width)) \(Self.text(image.height))"),
                Attribute("preserveAspectRatio", "none"), Attribute("aria-hidden", "true")
            ) {
                for (number, place) in places.enumerated() where image.regions.indices.contains(place.region) {
                    element("g", attributes(number, place)) { drawing(image.regions[place.region], place.mark) }
                }
            }
        }.render(into: &output)
    }

    private func attributes(_ number: Int, _ place: Place) -> [Attribute] {
        let style = Attribute.class(chosen.contains(place.region) ? "region chosen" : "region")
        guard let field else { return [style] }
        return [style, Attribute("data-field", field), Attribute("data-value", String(number))]
    }

    @HTMLBuilder private func drawing(_ shape: ImageMap.Shape, _ mark: String) -> Piece {
        switch shape {
        case .rectangle(let left, let top, let right, let bottom):
            element(
                "rect", number("x", min(left, right)), number("y", min(top, bottom)),
                number("width", abs(right - left)), number("height", abs(bottom - top))
            ) {}
            name(mark, (left + right) / 2, (top + bottom) / 2)
        case .circle(let x, let y, let radius):
            element("circle", number("cx", x), number("cy", y), number("r", abs(radius))) {}
            name(mark, x, y)
        case .ellipse(let x, let y, let width, let height):
            element("ellipse", number("cx", x), number("cy", y), number("rx", abs(width)), number("ry", abs(height))) {}
            name(mark, x, y)
        case .polygon(let points):
            let corners = stride(from: 0, to: points.count - 1, by: 2).map { (points[$0], points[$0 + 1]) }
            element(
                "polygon",
                Attribute("points", corners.map { "\(Self.text($0.0)),\(Self.text($0.1))" }.joined(separator: " "))
            ) {}
            let count = Double(max(1, corners.count))
            name(mark, corners.reduce(0) { $0 + $1.0 } / count, corners.reduce(0) { $0 + $1.1 } / count)
        }
    }

    /// In units of the picture, so that it stays readable when a large picture is shown small.
    private func name(_ mark: String, _ x: Double, _ y: Double) -> Piece {
        element("text", number("x", x), number("y", y), number("font-size", max(14, image.width / 18))) { mark }
    }

    private func number(_ name: StaticString, _ value: Double) -> Attribute { Attribute(name, Self.text(value)) }

    private static func text(_ value: Double) -> String { value.isWhole ? "\(Int(value))" : "\(value)" }
}

extension Double {
    /// Whether it can be written without a decimal point.
    var isWhole: Bool { self == rounded() && abs(self) < 1e9 }
}
