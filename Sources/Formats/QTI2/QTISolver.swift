internal import Assessment
internal import XML

/// Finds an interaction of the item model that marks as the item's own rules do, by running them on answers.
///
/// Each slot is varied twice: with every other slot right, and with every other empty. Where both differences agree, the slot has
/// a share of its own; where only the whole earns anything, the item is all or nothing; anything else is refused.
struct QTISolver {
    let scorer: QTIScorer
    let interactions: [QTIInteraction]
    let markup: QTIMarkup
    let feedback: QTIFeedback
    let guidance: RichText?
    private(set) var notices: [String] = []
    /// For each slot, the answer that earns its share.
    private(set) var keys: [[QTIScalar]] = []

    init(
        scorer: QTIScorer, interactions: [QTIInteraction], markup: QTIMarkup, feedback: QTIFeedback, guidance: RichText?
    ) {
        self.scorer = scorer
        self.interactions = interactions
        self.markup = markup
        self.feedback = feedback
        self.guidance = guidance
    }

    var slots: [QTISlot] { scorer.slots }

    mutating func solve() throws(QTIRejection) -> QTISolution {
        keys = slots.map(declaredKey)
        for place in slots.indices where keys[place].isEmpty { keys[place] = try bestAnswer(for: place) }
        if slots.count == 1 { try improve() }
        let full = try scorer.score(keys)
        guard full > 1e-9 else {
            throw QTIRejection(
                !keys.allSatisfy(\.isEmpty)
                    ? "The question's own key earns nothing. Check its scoring."
                    : slots.allSatisfy { scorer.session.key($0.response).isNull }
                        ? "The question names no right answer, and none was found that earns anything by itself. Give it a correctResponse."
                        : "The question's key fits none of its options. Check the identifiers in its correctResponse.")
        }
        var used: Set<Int> = []
        var solution = try slots.count == 1 ? single(full, &used) : several(full, &used)
        if slots.count > 1 {
            var unanswered = scorer.session
            unanswered.begin(with: [:])
            let standing = feedback.standing(unanswered, rules: scorer.rules)
            solution.feedback = feedback.text(standing)
            used.formUnion(standing)
        }
        if case .composite(let composite) = solution.interaction, composite.parts.contains(where: { $0.weight == 0 }) {
            notices.append("One of its answers counts for nothing. Check that this is meant.")
        }
        if !feedback.all.subtracting(used).isEmpty {
            notices.append("Feedback that belongs to no single answer was left out.")
        }
        return solution
    }

    /// The part of the response's key that this slot can give.
    private func declaredKey(_ slot: QTISlot) -> [QTIScalar] {
        let key = scorer.session.key(slot.response).items
        switch slot.domain {
        case .one(let choices): return Array(key.filter { item in choices.contains { $0.value == item } }.prefix(1))
        case .several(let choices, _): return key.filter { item in choices.contains { $0.value == item } }
        case .order, .pairs: return key
        case .text, .number: return Array(key.prefix(1))
        case .teacher: return []
        }
    }

    /// For a slot without a declared key: what earns most when nothing else is answered.
    private func bestAnswer(for place: Int) throws(QTIRejection) -> [QTIScalar] {
        var answers: [[QTIScalar]]
        switch slots[place].domain {
        case .one(let choices): answers = choices.map { [$0.value] }
        case .several(let choices, _):
            let mapping = scorer.session.declarations[slots[place].response]?.mapping?.entries ?? []
            answers = [choices.map(\.value).filter { value in mapping.contains { $0.value > 0 && $0.key == value } }]
            answers += QTICandidates(scorer, response: slots[place].response).sets
            if choices.count <= 8 {
                answers += (1..<(1 << choices.count)).map { bits in
                    choices.indices.filter { bits >> $0 & 1 == 1 }.map { choices[$0].value }
                }
            }
        case .text:
            let candidates = QTICandidates(scorer, response: slots[place].response)
            answers = (candidates.texts + candidates.patterns.map(\.words)).map { [.text($0)] }
        case .number(let isWhole, _):
            answers = QTICandidates(scorer, response: slots[place].response).numbers.map { number in
                [isWhole && number == number.rounded() && abs(number) < 1e15 ? .integer(Int(number)) : .float(number)]
            }
        case .pairs:
            let mapping = scorer.session.declarations[slots[place].response]?.mapping?.entries ?? []
            answers = [mapping.filter { $0.value > 0 }.map(\.key)]
        case .order: answers = QTICandidates(scorer, response: slots[place].response).sets
        case .teacher: answers = []
        }
        var empty = [[QTIScalar]](repeating: [], count: slots.count)
        var best: (answer: [QTIScalar], score: Double) = ([], try scorer.score(empty))
        for answer in answers {
            empty[place] = answer
            let score = try scorer.score(empty)
            if score > best.score + 1e-9 { best = (answer, score) }
        }
        return best.answer
    }

    /// The declared key need not be what earns most.
    private mutating func improve() throws(QTIRejection) {
        let best = try bestAnswer(for: 0)
        guard !best.isEmpty, try scorer.score([best]) > scorer.score(keys) + 1e-9 else { return }
        keys[0] = best
        notices.append(
            "Another answer than the declared key earns most. The scoring rules were followed; check the key.")
    }

    private func single(_ full: Double, _ used: inout Set<Int>) throws(QTIRejection) -> QTISolution {
        let worth = { (answer: [QTIScalar]) throws(QTIRejection) -> QTIWorth in
            let result = try scorer.result([answer])
            return QTIWorth(share: result.score / full, feedback: feedback.shown(result.outcomes))
        }
        // What is said to every answer, right or wrong, is the solution.
        let wrong = try worth([]).feedback.union([])
        let always = try worth(keys[0]).feedback.intersection(try anythingElse(worth) ?? wrong)
        used.formUnion(always)
        let fit = try fitter(0) { answer throws(QTIRejection) in
            var own = try worth(answer)
            own.feedback.subtract(always)
            return own
        }.fit()
        used.formUnion(fit.feedback)
        let interaction = interactions[0]
        var placed = try QTIPicture(markup: markup).placed(fit.interaction, interaction, key: keys[0])
        if interaction.name == "hottextInteraction", case .choice(var choice) = placed {
            choice.display = .text
            placed = .choice(choice)
        }
        return QTISolution(
            interaction: placed,
            layout: interaction.name == "hottextInteraction"
                ? .hottext : interaction.isInline || interaction.name == "gapMatchInteraction" ? .gaps() : .below,
            feedback: feedback.text(always))
    }

    /// The feedback that each other answer gets, as far as there are some to try.
    private func anythingElse(_ worth: ([QTIScalar]) throws(QTIRejection) -> QTIWorth) throws(QTIRejection) -> Set<Int>?
    {
        var common: Set<Int>?
        for choice in slots[0].choices where !keys[0].contains(choice.value) {
            let shown = try worth([choice.value]).feedback
            common = common?.intersection(shown) ?? shown
        }
        if slots[0].choices.isEmpty { common = try worth([.text("qzj xwv")]).feedback }
        return common
    }

    func fitter(
        _ place: Int, _ worth: @escaping ([QTIScalar]) throws(QTIRejection) -> QTIWorth
    ) throws(QTIRejection) -> QTIFitter {
        var candidates = QTICandidates(scorer, response: slots[place].response)
        if case .number = slots[place].domain { candidates.numbers = try comparedNumbers(place) }
        return QTIFitter(
            slot: slots[place], key: keys[place], markup: markup, feedback: feedback, element: interaction(of: place),
            worth: worth, candidates: candidates)
    }

    /// The numbers that the slot's answer may be compared with: the rules are watched on a right, a wrong and no answer.
    private func comparedNumbers(_ place: Int) throws(QTIRejection) -> [Double] {
        let key = keys[place].first?.number ?? 0
        var numbers = keys[place].compactMap(\.number)
        for answer in [keys[place], [.float(key + 1_234.5)], [.float(key - 1_234.5)], []] {
            var answers = keys
            answers[place] = answer
            numbers += try scorer.result(answers, tracing: true).outcomes.compared.filter { abs($0 - key) != 1_234.5 }
        }
        return numbers.filter(\.isFinite)
    }

    func interaction(of place: Int) -> QTIInteraction {
        var rest = place
        for interaction in interactions {
            if rest < interaction.slots.count { return interaction }
            rest -= interaction.slots.count
        }
        return interactions[0]
    }
}
