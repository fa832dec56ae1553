internal import Assessment

/// How an item is answered and marked, and where its parts stand.
struct QTISolution {
    /// What stands where an interaction was.
    enum Layout {
        /// Nothing: the interaction stands below the stem.
        case below
        /// Options in the text, each at its gap.
        case hottext
        /// A gap for each slot.
        case gaps
    }

    var interaction: Interaction
    var layout: Layout = .below
    var feedback: RichText?

    init(interaction: Interaction, layout: Layout = .below, feedback: RichText? = nil) {
        self.interaction = interaction
        self.layout = layout
        self.feedback = feedback
    }

    /// A question that the teacher marks as a whole.
    init(teacher slots: [QTISlot], guidance: RichText?) {
        let parts = slots.map { slot -> Interaction in
            guard case .teacher(let lines) = slot.domain else { return .description }
            return .extendedText(ExtendedTextInteraction(guidance: guidance, expectedLines: lines))
        }
        if parts.count == 1 {
            self.init(interaction: parts[0])
        } else {
            self.init(interaction: .composite(CompositeInteraction(parts: parts.map { .init($0) })), layout: .gaps)
        }
    }
}
