internal import Assessment

/// An expression of Numbas's own language, JME, as a tree. The parser bounds its size, so that whatever walks it may recurse.
///
/// It is no dialect of `Expression`: it draws random numbers in the middle of a formula, has lists, texts and ranges, and
/// multiplies what merely stands side by side. What it calculates, it calculates with the same `Function`s.
indirect enum JME: Hashable, Sendable {
    case number(Number)
    case text(String)
    /// As it is written; compared without regard to case.
    case name(String)
    case list([JME])
    /// A function by its name, or an operator by its sign; `negate`, `at` (an entry of a list) and `fact` have words.
    case call(String, [JME])
    /// `{…}`: what is worked out first and then stands in the formula as a value.
    case inserted(JME)
}

extension JME {
    /// The formula of a source. Throws where it is none, or too large.
    init(_ source: String) throws(Rejection) {
        var parser = JMEParser(try JMEToken.tokens(of: source), source: source)
        self = try parser.parseAll()
    }

    /// The bare names, lower case, that stand in it, and the functions that are called; what is inserted counts where
    /// `insertions` says so.
    func collect(names: inout Set<String>, calls: inout Set<String>, insertions: Bool = true) {
        switch self {
        case .number, .text: break
        case .name(let name): names.insert(name.lowercased())
        case .list(let entries):
            for entry in entries { entry.collect(names: &names, calls: &calls, insertions: insertions) }
        case .call(let name, let arguments):
            calls.insert(name.lowercased())
            for argument in arguments { argument.collect(names: &names, calls: &calls, insertions: insertions) }
        case .inserted(let inner):
            if insertions { inner.collect(names: &names, calls: &calls) }
        }
    }
}
