import Testing

@testable import Assessment

@Suite struct ExpressionPropertyTests {
    @Test("a random tree, written and read again, is the same tree", arguments: Dialect.allCases)
    func roundTrip(_ dialect: Dialect) throws {
        var trees = RandomTrees(dialect: dialect, seed: 1)
        for _ in 0..<1_000 {
            let expression = Expression(root: trees.node(depth: 4), dialect: dialect)
            let text = expression.description
            let again = try Expression(text, dialect: dialect)
            try #require(again == expression, "\(text) became \(again)")
            #expect(again.description == text)
        }
    }

    @Test("a random tree has a value or says why not, for any values", arguments: Dialect.allCases)
    func total(_ dialect: Dialect) {
        var trees = RandomTrees(dialect: dialect, seed: 2)
        let nasty: [Value] =
            [
                Value(0), Value(-1), Value(Int.max), Value(Int.min), .nothing, .boolean(true), .text(""),
                .number(.approximate(.greatestFiniteMagnitude)), .number(.approximate(-.leastNonzeroMagnitude)),
                .number(.approximate(-0.0)), .number(.approximate(0x1p53)),
            ]
            + ["170141183460469231731687303715884105727", "1e38", "1e-38"].compactMap { Number($0) }.map { .number($0) }
        var numbers = 0
        for _ in 0..<5_000 {
            let expression = Expression(root: trees.node(depth: 3), dialect: dialect)
            var variables: [String: Value] = [:]
            for name in RandomTrees.names { variables[name] = nasty[trees.below(nasty.count)] }
            guard case .number(let number)? = try? expression.evaluate(in: variables) else { continue }
            numbers += 1
            #expect(number.double.isFinite)
            for format in [
                NumberFormat.plain, .decimalPlaces(3), .significantFigures(3), .moodleSignificantFigures(30),
            ] {
                #expect(format.text(number).utf8.count <= 400)
            }
        }
        #expect(numbers > 1_000)
    }

    @Test("every function answers any arguments") func functions() {
        let values: [Value] =
            [
                Value(0), Value(1), Value(-3), Value(Int.max), .nothing, .text("x"), .boolean(true),
                .number(.approximate(1e308)), .number(.approximate(-0.3)),
            ]
            + ["170141183460469231731687303715884105727", "-1e38", "1e-38", "0.7"].compactMap { Number($0) }
            .map { .number($0) }
        for function in Function.allCases {
            #expect(function.valueOrNothing([]) == .nothing || function.arity == 0...0)
            for first in values {
                _ = function.valueOrNothing([first])
                for second in values {
                    if case .number(let number) = function.valueOrNothing([first, second]) {
                        #expect(number.double.isFinite)
                    }
                }
            }
        }
    }

    @Test("random characters are read or refused") func randomText() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("0123456789..eE+-*/%^()(),,?:<>=!&|{}\"\\ abxπ−×\u{301}🥁sinmaxpinotandor")
        var read = 0
        for _ in 0..<15_000 {
            let source = String((0..<generator.below(14)).map { _ in alphabet[generator.below(alphabet.count)] })
            for dialect in Dialect.allCases {
                guard let expression = try? Expression(source, dialect: dialect) else { continue }
                read += 1
                #expect((try? Expression(expression.description, dialect: dialect)) == expression, "\(source)")
                _ = try? expression.evaluate(in: ["a": Value(2), "x": Value(-1)])
            }
        }
        #expect(read > 1_000)
    }
}

/// Trees that the parser of a dialect could have made.
private struct RandomTrees {
    static let names = ["a", "b2", "long_name"]

    let dialect: Dialect
    private var generator: SeededGenerator

    init(dialect: Dialect, seed: UInt64) {
        self.dialect = dialect
        generator = SeededGenerator(seed: seed)
    }

    mutating func below(_ bound: Int) -> Int { generator.below(bound) }

    mutating func node(depth: Int) -> ExpressionNode {
        guard depth > 0 else { return leaf() }
        switch below(10) {
        case 0: return leaf()
        case 1:
            return .choice(
                condition: node(depth: depth - 1), then: node(depth: depth - 1), otherwise: node(depth: depth - 1))
        case 2: return .both(node(depth: depth - 1), node(depth: depth - 1))
        case 3: return .either(node(depth: depth - 1), node(depth: depth - 1))
        case 4: return .call(below(2) == 0 ? .negate : .not, [node(depth: depth - 1)])
        case 5 where dialect == .moodle:
            let tests = ExpressionNode.NumberTest.allCases
            return .test(tests[below(tests.count)], node(depth: depth - 1))
        case 5, 6:
            let functions = dialect.functions
            let function = functions[below(functions.count)].function
            let count = min(function.arity.upperBound, function.arity.lowerBound + below(3))
            return .call(function, (0..<argumentCount(function, count)).map { _ in node(depth: depth - 1) })
        default:
            let functions = dialect.operators.compactMap { infix -> Function? in
                guard case .function(let function) = infix.meaning else { return nil }
                return function
            }
            return .call(functions[below(functions.count)], [node(depth: depth - 1), node(depth: depth - 1)])
        }
    }

    /// Moodle's and PHP's `log` is one name for two functions, told apart by how many arguments there are.
    private func argumentCount(_ function: Function, _ count: Int) -> Int {
        guard function == .logarithm, dialect == .moodle else { return count }
        return 2
    }

    private mutating func leaf() -> ExpressionNode {
        switch below(6) {
        case 0, 1: return .variable(Self.names[below(Self.names.count)])
        case 2: return .literal(.text("two words"))
        case 3: return dialect.hasWords ? .literal(.boolean(below(2) == 0)) : .literal(Value(below(100)))
        default:
            let texts = [
                "0", "1", "2.50", "0.001", "6.02e23", "1e300", "1e-300", "123456789012345678901234567890.5", ".5",
            ]
            return .literal(.number(Number(texts[below(texts.count)]) ?? Number(0)))
        }
    }
}
