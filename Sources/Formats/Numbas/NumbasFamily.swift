internal import Assessment
internal import Crypto

/// The variants of a part: one, or as many different ones as its random variables bring.
struct NumbasFamily {
    /// So many draws in a row that bring nothing new end the drawing; so many that fail before any came in, too.
    private static let mostRepeats = 200
    private static let mostTroubles = 50
    private static let mostDraws = 4_000
    /// Steps of working out formulas, and bytes of text: more variants than they allow are not drawn.
    private static let mostSteps = 1_000_000
    private static let mostBytes = 8 << 20

    private(set) var variants: [Variant] = []
    private(set) var notices: [String] = []
    private(set) var media: [Media] = []

    /// `name` and `number` tell the part from others, so that a second import draws the same.
    init(_ part: NumbasValue, _ number: Int, of question: NumbasValue, name: String, source: BankSource)
        throws(Rejection)
    {
        let scope = JMEScope(question, seed: Fingerprint.seed(Array("\(name) \(number)".utf8)))
        let condition = question["variablestest"]?["condition"]?.text?.trimmedText ?? ""
        var reader = NumbasPart(part, of: question, scope: scope, source: source)
        var seen: Set<Item> = []
        var troubles: [Rejection] = []
        var (draws, repeats, held, bytes) = (0, 0, 0, 0)
        while variants.count < Deployment.mostVariants, draws < Self.mostDraws, repeats < Self.mostRepeats,
            scope.spent < Self.mostSteps, bytes < Self.mostBytes
        {
            draws += 1
            scope.draw()
            do throws(Rejection) {
                if !condition.isEmpty, try scope.value(of: condition) != .boolean(true) {
                    repeats += 1
                    continue
                }
                held += 1
                let item = try reader.item()
                bytes += item.stem.html.utf8.count + (item.feedback?.html.utf8.count ?? 0)
                if scope.isRandom, let flaw = Self.flaw(of: item) { throw Rejection("\(flaw)") }
                if seen.insert(item).inserted {
                    variants.append(Variant(item, parameters: Self.parameters(of: scope)))
                    repeats = 0
                } else {
                    repeats += 1
                }
            } catch {
                repeats += 1
                troubles.append(error)
                if variants.isEmpty, troubles.count >= Self.mostTroubles { break }
            }
            // One text to read is enough.
            if !scope.isRandom || variants.first?.item.isScored == false { break }
        }
        guard !variants.isEmpty else {
            throw troubles.first
                ?? Rejection(
                    "The condition “\(condition.prefix(60))” held in \(held) of \(draws) draws. Widen the ranges.")
        }
        notices = reader.notices
        media = reader.prose.media.shown
        if let trouble = troubles.first {
            notices.append("\(troubles.count) of \(draws) draws were left out. The first: \(trouble.reason)")
        }
    }

    /// What is wrong with the question or with one of its gaps.
    private static func flaw(of item: Item) -> ItemFlaw? {
        guard case .composite(let composite) = item.interaction else { return item.flaw }
        return composite.parts.lazy.compactMap { Item(stem: item.stem, interaction: $0.interaction).flaw }.first
            ?? item.flaw
    }

    private static func parameters(of scope: JMEScope) -> [Variant.Parameter] {
        guard scope.isRandom else { return [] }
        return scope.values.map { Variant.Parameter(name: $0.key, value: $0.value.words) }
            .filter { $0.value.count <= 40 }.sorted { $0.name < $1.name }
    }
}
