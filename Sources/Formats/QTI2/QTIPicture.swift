internal import Assessment
internal import XML

/// The picture of a graphic interaction, and the regions on it.
struct QTIPicture {
    let markup: QTIMarkup

    /// The interaction on its picture, where it has one.
    func placed(_ interaction: Interaction, _ source: QTIInteraction, key: [QTIScalar]) throws(QTIRejection)
        -> Interaction
    {
        guard ["hotspotInteraction", "graphicOrderInteraction", "graphicAssociateInteraction"].contains(source.name)
        else { return interaction }
        let choices = source.slots.flatMap(\.choices)
        switch interaction {
        case .choice(var choice):
            choice.image = try map(source, regions: choices.map(\.element))
            return .choice(choice)
        case .order(var order):
            let inOrder = key.compactMap { item in choices.first { $0.value == item }?.element }
            order.image = try map(source, regions: inOrder)
            return .order(order)
        case .associate(var associate):
            associate.image = try map(source, regions: choices.map(\.element))
            return .associate(associate)
        default: return interaction
        }
    }

    /// Nil where the picture is not here but every region has a label of its own; without either nobody could answer.
    func map(_ source: QTIInteraction, regions: [XMLElement]) throws(QTIRejection) -> ImageMap? {
        let picture = source.element.elements.first { ["object", "img", "picture"].contains($0.name) }
        let image = picture?.name == "picture" ? picture?.first("img") : picture
        let address = image?["data"] ?? image?["src"] ?? ""
        guard let image, let place = markup.prose.media.address(for: address) else {
            if regions.allSatisfy({ $0["hotspotLabel"]?.isEmpty == false }) { return nil }
            throw QTIRejection(
                "The picture \(address) is not here, and its places have no labels. Import the package that holds it.",
                line: source.element.line)
        }
        let shapes = regions.map { shape($0) }
        let numbers = shapes.flatMap { shape -> [Double] in
            switch shape {
            case .rectangle(_, _, let right, let bottom): [right, bottom]
            case .circle(let x, let y, let radius): [x + radius, y + radius]
            case .ellipse(let x, let y, let h, let v): [x + h, y + v]
            case .polygon(let points): points
            }
        }
        let size = { (name: String) in
            image[name].flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) }.flatMap {
                $0 >= 1 && $0 < 1e6 ? $0 : nil
            }
        }
        let largest = max(1, numbers.max() ?? 1)
        let alt = image["alt"] ?? image.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return ImageMap(
            source: place, text: alt, width: size("width") ?? largest, height: size("height") ?? largest,
            regions: shapes)
    }

    private func shape(_ element: XMLElement) -> ImageMap.Shape {
        let numbers = (element["coords"] ?? "").split { $0 == "," || $0.isWhitespace }.compactMap { part -> Double? in
            Double(part).flatMap { $0.isFinite ? $0 : nil }
        }
        switch (element["shape"] ?? "rect", numbers.count) {
        case ("circle", 3...): return .circle(numbers[0], numbers[1], numbers[2])
        case ("ellipse", 4...): return .ellipse(numbers[0], numbers[1], numbers[2], numbers[3])
        case ("poly", 6...): return .polygon(Array(numbers.prefix(numbers.count / 2 * 2)))
        case (_, 4...): return .rectangle(numbers[0], numbers[1], numbers[2], numbers[3])
        // QTI's `default` is the whole picture.
        default: return .rectangle(0, 0, 1, 1)
        }
    }
}
