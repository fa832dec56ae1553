internal import Assessment

/// Ranges, lists, and what is drawn from them.
extension JMEScope {
    private static let mostEntries = 10_000

    /// `nil` for a function that has nothing to do with lists.
    func listed(_ name: String, _ arguments: [JMEValue]) throws(Rejection) -> JMEValue? {
        switch (name, arguments.count) {
        case ("..", 2): return .range(try range(arguments[0], arguments[1], step: .number(Number(1))))
        case ("except", 2):
            let without = try? entries(arguments[1])
            let others = without ?? [arguments[1]]
            return .list(try entries(arguments[0]).filter { entry in !others.contains { $0.isEqual(to: entry) } })
        case ("in", 2):
            return .boolean(try entries(arguments[1]).contains { $0.isEqual(to: arguments[0]) })
        case ("random", 1):
            if case .range(let range) = arguments[0] { return range.entry(at: below(range.count)) }
            return try drawn(from: try entries(arguments[0]))
        case ("random", 2...): return try drawn(from: arguments)
        case ("shuffle", 1): return .list(shuffled(try entries(arguments[0])))
        case ("list", 1): return .list(try entries(arguments[0]))
        case ("len", 1), ("length", 1): return .number(Number(try entries(arguments[0]).count))
        case ("sum", 1): return try calculateOfMany(.sum, name, try entries(arguments[0]))
        case ("max", 1...): return try calculateOfMany(.maximum, name, try spread(arguments))
        case ("min", 1...): return try calculateOfMany(.minimum, name, try spread(arguments))
        case ("at", 2):
            let entries = try entries(arguments[0])
            guard case .number(let number) = arguments[1], let place = Int(exactly: number.double),
                entries.indices.contains(place)
            else { throw Rejection("A list has no entry \(arguments[1].words.prefix(20)). Correct it in Numbas.") }
            return entries[place]
        default: return nil
        }
    }

    func range(_ lower: JMEValue, _ upper: JMEValue, step: JMEValue) throws(Rejection) -> ParameterRange {
        guard case .number(let first) = lower, case .number(let last) = upper, case .number(let step) = step else {
            throw Rejection("A range goes from a number to a number, such as 1..9. Correct it in Numbas.")
        }
        let words = "\(JMEValue.text(first))..\(JMEValue.text(last))#\(JMEValue.text(step))"
        guard !step.isZero, !step.isNegative else {
            throw Rejection("The range \(words) has no steps. Give it one, such as 0..1#0.1.")
        }
        guard !(last < first) else {
            throw Rejection("The range \(words) ends before it begins. Correct it in Numbas.")
        }
        do throws(ParameterError) { return try ParameterRange(first, to: last, step: step) } catch {
            throw Rejection("The range \(words) has more than a million values. Make its step larger.")
        }
    }

    func entries(_ value: JMEValue) throws(Rejection) -> [JMEValue] {
        switch value {
        case .list(let entries): return entries
        case .range(let range) where range.count <= Self.mostEntries:
            return (0..<range.count).map { range.entry(at: $0) }
        case .range: throw Rejection("A list has more than \(Self.mostEntries) entries. Shorten it in Numbas.")
        default: throw Rejection("“\(value.words.prefix(40))” is no list. Correct it in Numbas.")
        }
    }

    private func drawn(from entries: [JMEValue]) throws(Rejection) -> JMEValue {
        guard !entries.isEmpty else { throw Rejection("There is nothing to draw from. Correct “random” in Numbas.") }
        return entries[below(entries.count)]
    }

    private func shuffled(_ entries: [JMEValue]) -> [JMEValue] {
        var entries = entries
        for place in stride(from: entries.count - 1, to: 0, by: -1) { entries.swapAt(place, below(place + 1)) }
        return entries
    }

    /// A list alone stands for its entries.
    private func spread(_ arguments: [JMEValue]) throws(Rejection) -> [JMEValue] {
        arguments.count == 1 ? try entries(arguments[0]) : arguments
    }

    private func calculateOfMany(_ function: Function, _ name: String, _ entries: [JMEValue]) throws(Rejection)
        -> JMEValue
    {
        guard function.arity.contains(entries.count) else {
            throw Rejection("“\(name)” of \(entries.count) values cannot be worked out. Correct it in Numbas.")
        }
        return try calculate(function, name, entries)
    }
}
