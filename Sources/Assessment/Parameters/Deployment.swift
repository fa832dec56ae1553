/// The variants of a family: drawn from its parameters, tested, and told apart by their notes.
///
/// A small space is gone through in a shuffled order, a large one is sampled; both by the seed alone, so that the same family
/// has the same variants wherever and whenever it is imported. The work is bounded whatever the author wrote.
public struct Deployment: Sendable {
    /// A school year's attempts of a class use fewer of one family; more would only fill the card.
    public static let mostVariants = 200
    /// A space of at most so many combinations is gone through whole.
    public static let mostEnumerated = 2_000
    public static let mostDraws = 10_000
    /// Questions made, sound or not.
    public static let mostItems = 1_000
    /// A condition that holds less often than once in so many draws is the author's mistake.
    public static let rarest = 100

    public private(set) var variants: [Variant] = []
    /// How many draws gave no variant, by the reason.
    public private(set) var dropped: [String: Int] = [:]
    /// Combinations in all; `Int.max` stands for more.
    public let size: Int

    /// `makeItem` gives the question for these values, or throws what is wrong with it.
    public init(
        _ space: ParameterSpace, seed: UInt64, makeItem: ([String: Value]) throws -> Item
    ) throws(ParameterError) {
        size = space.size
        var generator = SeededGenerator(seed: seed)
        let order = size <= Self.mostEnumerated ? generator.shuffled(size) : nil
        let mostDraws = order?.count ?? Self.mostDraws
        var tried = 0
        var made = 0
        var held = 0
        var broken: [Expression: Int] = [:]
        var notes: Set<String> = []
        while tried < mostDraws, made < Self.mostItems, variants.count < Self.mostVariants {
            tried += 1
            do {
                let values =
                    try order.map { try space.values(ofCombination: $0[tried - 1]) } ?? space.draw(using: &generator)
                if let condition = try space.brokenCondition(values) {
                    broken[condition, default: 0] += 1
                    continue
                }
                held += 1
                made += 1
                let item = try makeItem(values)
                if let flaw = item.flaw { throw flaw }
                guard notes.insert(item.stem.plain + " → " + item.keyText).inserted else {
                    dropped["It is the same as another.", default: 0] += 1
                    continue
                }
                let parameters = space.names.map {
                    Variant.Parameter(name: $0, value: values[$0, default: .nothing].description)
                }
                variants.append(Variant(item, parameters: parameters))
            } catch {
                dropped["\(error)", default: 0] += 1
            }
        }
        if let rare = broken.max(by: { ($0.value, $0.key.description) < ($1.value, $1.key.description) })?.key,
            held * Self.rarest < tried
        {
            throw ParameterError(
                "“\(rare)” almost never holds: the conditions are met in \(held) of \(tried) draws. Choose other ranges."
            )
        }
        guard variants.isEmpty else { return }
        let worst = dropped.max { ($0.value, $0.key) < ($1.value, $1.key) }
        throw ParameterError("No variant can be used. \(worst?.key ?? "There are no values to draw.")")
    }
}

extension Deployment {
    /// For the person who imports: how many variants there are, of how many, and why others are not.
    public var summary: String {
        let space = size > Self.mostEnumerated ? "a sample of the combinations" : "\(size) combinations"
        let reasons = dropped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        let left = reasons.map { " Left out \($0.value) times: \($0.key)" }.joined()
        return "\(variants.count) variants from \(space).\(left)"
    }
}
