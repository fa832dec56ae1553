internal import Assessment
internal import XML

/// The body of an item as its stem: the prompts, and a gap where each part stands.
struct QTIStem {
    let markup: QTIMarkup
    let interactions: [QTIInteraction]
    let layout: QTISolution.Layout

    func html(of body: XMLElement) throws(QTIRejection) -> String {
        var grouped: Set<Int> = []
        if case .gaps(let found) = layout { grouped = found }
        var labels: [[String]] = []
        for interaction in interactions {
            labels.append(
                try interaction.slots.enumerated().map { place, slot throws(QTIRejection) in
                    try slot.row.map { row throws(QTIRejection) in
                        try QTILabel(row, place: place, markup: markup).rich().html
                    } ?? ""
                })
        }
        var next = 0
        var start = 0
        markup.interaction = { element in
            guard next < interactions.count else { return "" }
            let interaction = interactions[next]
            let isGroup = grouped.contains(next)
            defer {
                next += 1
                start += isGroup ? 1 : interaction.slots.count
            }
            return self.html(interaction, start: start, labels: labels[next], isGroup: isGroup)
        }
        defer { markup.interaction = { _ in "" } }
        return markup.html(of: body.children)
    }

    private var hasGaps: Bool {
        if case .gaps = layout { return true }
        return false
    }

    private var isHottext: Bool {
        if case .hottext = layout { return true }
        return false
    }

    private func html(_ interaction: QTIInteraction, start: Int, labels: [String], isGroup: Bool) -> String {
        let outer = markup.interaction
        defer { markup.interaction = outer }
        let element = interaction.element
        // A prompt asks, and has nothing to answer in it.
        markup.interaction = { _ in "" }
        let prompt = element.first("prompt").map { "<div>\(markup.html(of: $0.children))</div>" } ?? ""
        if interaction.isInline { return RichText.gap(start) }
        var options = 0
        switch element.name {
        case "hottextInteraction":
            markup.interaction = { hottext in
                defer { options += 1 }
                let words = self.markup.html(of: hottext.children)
                return self.isHottext ? RichText.gap(options) : "<u>\(words)</u>"
            }
            return prompt + text(of: element) + (hasGaps ? RichText.gap(start) : "")
        case "gapMatchInteraction":
            let rows = interaction.slots.map { $0.row?["identifier"] }
            markup.interaction = { gap in
                rows.firstIndex { $0 == gap["identifier"] }.map { isGroup ? "(\($0 + 1))" : RichText.gap(start + $0) }
                    ?? ""
            }
            return prompt + text(of: element) + (isGroup ? "<div>\(RichText.gap(start))</div>" : "")
        default: break
        }
        guard hasGaps else { return prompt }
        if isGroup || interaction.slots.first?.row == nil { return prompt + "<div>\(RichText.gap(start))</div>" }
        let rows = interaction.slots.indices.map { "<div>\(labels[$0]) \(RichText.gap(start + $0))</div>" }
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
