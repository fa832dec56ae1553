internal import Assessment
internal import XML

/// The body of an item as its stem: the prompts, and a gap where each part stands.
struct QTIStem {
    let markup: QTIMarkup
    let interactions: [QTIInteraction]
    let layout: QTISolution.Layout

    func html(of body: XMLElement) throws(QTIRejection) -> String {
        var starts: [Int: Int] = [:]
        var labels: [String] = []
        var count = 0
        for interaction in interactions {
            starts[interaction.element.line, default: count] = count
            count += interaction.slots.count
            for (place, slot) in interaction.slots.enumerated() {
                let row = slot.row.map { QTILabel($0, place: place, markup: markup) }
                labels.append(try row?.rich().html ?? "")
            }
        }
        var next = 0
        var first = 0
        markup.interaction = { element in
            guard next < interactions.count else { return "" }
            let interaction = interactions[next]
            next += 1
            let start = first
            first += interaction.slots.count
            return self.html(interaction, start: start, labels: labels)
        }
        defer { markup.interaction = { _ in "" } }
        return markup.html(of: body.children)
    }

    private func html(_ interaction: QTIInteraction, start: Int, labels: [String]) -> String {
        let outer = markup.interaction
        defer { markup.interaction = outer }
        let element = interaction.element
        let prompt = element.first("prompt").map { "<div>\(markup.html(of: $0.children))</div>" } ?? ""
        if interaction.isInline { return RichText.gap(start) }
        var options = 0
        switch element.name {
        case "hottextInteraction":
            markup.interaction = { hottext in
                defer { options += 1 }
                let words = self.markup.html(of: hottext.children)
                return self.layout == .hottext ? RichText.gap(options) : "<u>\(words)</u>"
            }
            return prompt + text(of: element) + (layout == .gaps ? RichText.gap(start) : "")
        case "gapMatchInteraction":
            let rows = interaction.slots.map { $0.row?["identifier"] }
            markup.interaction = { gap in
                rows.firstIndex { $0 == gap["identifier"] }.map { RichText.gap(start + $0) } ?? ""
            }
            return prompt + text(of: element)
        default: break
        }
        guard layout == .gaps else { return prompt }
        if interaction.slots.first?.row == nil { return prompt + "<div>\(RichText.gap(start))</div>" }
        let rows = interaction.slots.indices.map { "<div>\(labels[start + $0]) \(RichText.gap(start + $0))</div>" }
        return prompt + rows.joined()
    }

    /// The interaction's own text, without what is chosen from.
    private func text(of element: XMLElement) -> String {
        markup.html(
            of: element.children.filter { child in
                if case .element(let part) = child { !["gapText", "gapImg"].contains(part.name) } else { true }
            })
    }
}
