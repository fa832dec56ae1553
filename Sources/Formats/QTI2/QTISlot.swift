internal import Assessment
internal import XML

/// One thing to be answered, and all that it may be answered with. An interaction has one, or one for each of its gaps or rows.
struct QTISlot {
    enum Domain {
        /// At most one of these.
        case one([QTIChoice])
        case several([QTIChoice], most: Int?)
        case text
        case number(isWhole: Bool, scale: NumericEntryInteraction.Scale?)
        case order([QTIChoice])
        /// Pairs of these; each choice's value is a single name.
        case pairs([QTIChoice])
        /// Only a person can tell.
        case teacher(lines: Int)
    }

    /// The response variable that its answer is part of.
    let response: String
    let domain: Domain
    /// What stands before it: a row of a match, a region of a picture, a gap. Nil where the interaction has one slot.
    var row: XMLElement?

    var isTeachers: Bool {
        if case .teacher = domain { return true }
        return false
    }

    var choices: [QTIChoice] {
        switch domain {
        case .one(let choices), .several(let choices, _), .order(let choices), .pairs(let choices): choices
        case .text, .number, .teacher: []
        }
    }
}

struct QTIChoice {
    /// What choosing it adds to the value of the response.
    let value: QTIScalar
    let element: XMLElement

    var isFixed: Bool { element["fixed"] == "true" }
}

/// An interaction as it stands in the body, with its slots.
struct QTIInteraction {
    let element: XMLElement
    let slots: [QTISlot]

    var name: String { element.name }

    /// Those that stand within a line of text.
    var isInline: Bool { ["textEntryInteraction", "inlineChoiceInteraction"].contains(name) }
}
