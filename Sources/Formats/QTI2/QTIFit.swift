internal import Assessment

/// A slot in the item model, and what it is worth in the source's own points.
struct QTIFit {
    var interaction: Interaction
    var weight: Double
    /// The places of the feedback that found its answer.
    var feedback: Set<Int> = []
}

/// What one answer to one slot brings: its share of the mark and the feedback that belongs to it.
struct QTIWorth {
    var share: Double
    var feedback: Set<Int> = []

    func isLike(_ other: QTIWorth) -> Bool {
        QTIFitter.isSame(share, other.share) && feedback == other.feedback
    }
}

/// Finds, by trying answers, the interaction that marks one slot as the source does.
struct QTIFitter {
    let slot: QTISlot
    /// The right answer, worth 1.
    let key: [QTIScalar]
    let markup: QTIMarkup
    let feedback: QTIFeedback
    let element: QTIInteraction
    /// Whether the slot is answered correctly as a whole or not at all, and the rest of the item too.
    let worth: ([QTIScalar]) throws(QTIRejection) -> QTIWorth
    /// Texts and numbers that answers may be compared with.
    let candidates: QTICandidates

    func fit() throws(QTIRejection) -> (interaction: Interaction, feedback: Set<Int>) {
        switch slot.domain {
        case .one(let choices): return try one(choices)
        case .several(let choices, let most): return try several(choices, most: most)
        case .text: return try text()
        case .number(let isWhole, let scale): return try number(isWhole: isWhole, scale: scale)
        case .order(let choices): return try order(choices)
        case .pairs(let choices): return try pairs(choices)
        case .teacher(let lines): return (.extendedText(ExtendedTextInteraction(expectedLines: lines)), [])
        }
    }

    var combinations: QTIRejection { .combinations(line: element.element.line) }

    static func isSame(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-6 }
}

/// What answers may be compared with, gathered from keys, mappings and rules.
struct QTICandidates {
    var texts: [String] = []
    var patterns: [QTIPattern] = []
    var looksInside = false
    var numbers: [Double] = []
    /// Whether the rules compare numbers otherwise than for being the same, so that the score may change between those they name.
    var hasRanges = false
    /// Whole answers that the rules write out: `multiple` and `ordered` of constants.
    var sets: [[QTIScalar]] = []

    init(_ scorer: QTIScorer, response: String) {
        var found: [String] = scorer.session.key(response).items.map(\.words)
        found += scorer.session.declarations[response]?.mapping?.entries.map(\.key.words) ?? []
        var patterns: [QTIPattern] = []
        var looksInside = false
        var sets: [[QTIScalar]] = []
        var hasRanges = false
        for rule in scorer.rules {
            rule.visit { expression in
                switch expression.name {
                case "baseValue": found += expression.constant.items.map(\.words)
                case "variable", "correct":
                    let name = expression.attributes["identifier"] ?? ""
                    if scorer.session.declarations[name]?.role == .template {
                        found += scorer.session.value(name).items.map(\.words)
                    }
                case "substring", "stringMatch": looksInside = true
                case "patternMatch":
                    patterns += ((try? scorer.session.pattern(expression)) ?? []).filter { !$0.words.isEmpty }
                case "equal": if expression.attributes["toleranceMode"] ?? "exact" != "exact" { hasRanges = true }
                case "lt", "gt", "lte", "gte", "equalRounded", "round", "roundTo", "truncate", "mathOperator":
                    hasRanges = true
                case "multiple", "ordered":
                    let items = expression.operands.flatMap(\.constant.items)
                    if items.count == expression.operands.count, !items.isEmpty { sets.append(items) }
                default: break
                }
            }
        }
        self.sets = Array(sets.prefix(100))
        self.hasRanges = hasRanges
        self.patterns = patterns
        self.looksInside = looksInside
        var seen: Set<String> = []
        texts = found.filter { !$0.isEmpty && seen.insert($0).inserted }
        texts = Array(texts.prefix(300))
        numbers = texts.compactMap(Double.init)
    }
}
