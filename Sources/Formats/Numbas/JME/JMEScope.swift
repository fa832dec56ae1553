internal import Assessment

/// The variables and functions of a Numbas question, and the values that they have in one draw.
///
/// A variable is worked out when it is first asked for, whatever the order in which they stand. The work of a draw is bounded:
/// so many steps, so deep.
final class JMEScope {
    struct Definition {
        let parameters: [String]
        let source: String
        let language: String
    }

    private let definitions: [String: String]
    /// The variables' names, in the order in which they are drawn: the same on every box.
    private let order: [String]
    let functions: [String: Definition]
    /// Texts that were cut already.
    var pieces: [String: [NumbasText.Piece]] = [:]
    private var trees: [String: Result<JME, Rejection>] = [:]
    /// Those that were asked for in this draw.
    private(set) var values: [String: JMEValue] = [:]
    /// Those that could not be worked out in this draw.
    private var failures: [String: Rejection] = [:]
    /// What used up the steps of this draw.
    private var exhaustion: Rejection?
    /// The variables that are being worked out, outermost first.
    private var open: [String] = []
    private var random: SeededGenerator
    /// How many values were drawn, in all draws.
    private(set) var picks = 0
    var isRandom: Bool { picks > 0 }
    private var steps = 0
    /// In all draws.
    private(set) var spent = 0
    private var depth = 0

    private static let mostSteps = 50_000
    private static let deepest = 400

    init(_ question: NumbasValue, seed: UInt64) {
        random = SeededGenerator(seed: seed)
        var definitions: [String: String] = [:]
        for (name, variable) in question["variables"]?.members ?? [:] {
            let source = variable.text ?? variable["definition"]?.text ?? ""
            definitions[variable["name"]?.text?.lowercased() ?? name] = source
        }
        self.definitions = definitions
        order = definitions.keys.sorted()
        var functions: [String: Definition] = [:]
        for (name, function) in question["functions"]?.members ?? [:] {
            functions[name] = Definition(
                parameters: (function["parameters"]?.list ?? []).compactMap { $0.list.first?.text?.lowercased() },
                source: function["definition"]?.text ?? "", language: function["language"]?.text?.lowercased() ?? "jme")
        }
        self.functions = functions
    }

    var names: Set<String> { Set(definitions.keys) }

    /// Forgets the values, so that they are drawn anew.
    func draw() {
        values = [:]
        failures = [:]
        exhaustion = nil
        spent += steps
        steps = 0
    }

    /// Works out every variable that can be, so that the draw is known before any text is written. What cannot be is an error
    /// only where it is asked for.
    func settle() {
        for name in order {
            do throws(Rejection) { _ = try variable(name) } catch { failures[name] = error }
        }
    }

    /// The tree of a formula, read once.
    func tree(_ source: String) throws(Rejection) -> JME {
        if let known = trees[source] { return try known.get() }
        let result: Result<JME, Rejection>
        do throws(Rejection) { result = .success(try JME(source)) } catch { result = .failure(error) }
        trees[source] = result
        return try result.get()
    }

    func value(of source: String) throws(Rejection) -> JMEValue { try value(tree(source), [:]) }

    func number(of source: String) throws(Rejection) -> Number {
        guard case .number(let number) = try value(of: source) else {
            throw Rejection("“\(source.prefix(60))” is no number. Correct it in Numbas.")
        }
        return number
    }

    /// With values of a function's parameters, which stand before the question's variables.
    func value(_ node: JME, _ locals: [String: JMEValue]) throws(Rejection) -> JMEValue {
        steps += 1
        depth += 1
        defer { depth -= 1 }
        guard steps <= Self.mostSteps, depth <= Self.deepest else {
            if let exhaustion { throw exhaustion }
            let names = open.isEmpty ? "" : " (\(open.prefix(5).joined(separator: ", ")))"
            let error = Rejection("The variables\(names) take too long to work out. Make them simpler.")
            if steps > Self.mostSteps { exhaustion = error }
            throw error
        }
        switch node {
        case .number(let number): return .number(number)
        case .text(let text): return .text(try NumbasText(scope: self, locals: locals).plain(text))
        case .inserted(let inner): return try value(inner, locals)
        case .list(let entries):
            var values: [JMEValue] = []
            for entry in entries { values.append(try value(entry, locals)) }
            return .list(values)
        case .name(let written):
            let name = written.lowercased()
            if let local = locals[name] { return local }
            return try variable(name)
        case .call(let name, let arguments): return try call(name.lowercased(), arguments, locals)
        }
    }

    private func variable(_ name: String) throws(Rejection) -> JMEValue {
        if let known = values[name] { return known }
        if let failure = failures[name] { throw failure }
        guard let source = definitions[name] else { return try constant(name) }
        if let start = open.firstIndex(of: name) {
            let circle = open[start...].sorted().prefix(8).joined(separator: ", ")
            throw Rejection("The variables \(circle) need each other, or themselves. Break the circle in Numbas.")
        }
        open.append(name)
        defer { open.removeLast() }
        let value = try value(of: source)
        values[name] = value
        return value
    }

    private func constant(_ name: String) throws(Rejection) -> JMEValue {
        switch name {
        case "pi": return JMEValue(Function.pi.valueOrNothing([]))
        case "e": return JMEValue(Function.e.valueOrNothing([]))
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "i": throw Rejection("A complex number is needed, which only Numbas calculates. Ask for its real parts.")
        default: throw Rejection("There is no variable “\(name.prefix(40))”. Define it in Numbas.")
        }
    }

    /// A function that the question defines.
    func defined(_ name: String, _ arguments: [JMEValue]) throws(Rejection) -> JMEValue? {
        guard let function = functions[name] else { return nil }
        guard function.language == "jme" else {
            throw Rejection("The function \(name.prefix(40)) is a program (\(function.language)), which needs Numbas.")
        }
        guard function.parameters.count == arguments.count else {
            throw Rejection("“\(name.prefix(40))” takes \(function.parameters.count) values. Correct it in Numbas.")
        }
        let locals = Dictionary(zip(function.parameters, arguments)) { $1 }
        return try value(tree(function.source), locals)
    }

    /// A whole number from 0 to `bound` − 1.
    func below(_ bound: Int) -> Int {
        picks += 1
        return Int(random.next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
    }
}
