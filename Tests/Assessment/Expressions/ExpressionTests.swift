import Assessment
import Testing

@Suite struct ExpressionTests {
    private static let variables: [String: Value] = [
        "a": Value(3), "b": Value(-2), "x y": Value(7), "name": .text("Ann"), "none": .nothing, "no": .boolean(false),
        "half": .number(.approximate(0.5)),
    ]

    private func worth(_ source: String, _ dialect: Dialect) throws -> String {
        try Expression(source, dialect: dialect).evaluate(in: Self.variables).description
    }

    @Test(
        "operators bind as in mathematics",
        arguments: [
            ("1 + 2 * 3", "7"), ("-2^2", "-4"), ("2^3^2", "512"), ("2**3**2", "512"), ("2^-1", "0.5"), ("(-2)^2", "4"),
            ("-2 * -3", "6"), ("1 - 2 - 3", "-4"), ("24 / 4 / 3", "2"), ("- - 2", "2"), ("+2", "2"), ("-a^2", "-9"),
            ("b^2", "4"), ("7 % 3", "1"), ("-7 % 3", "2"), ("7 % -3", "-2"), ("5.5 % 2", "1.5"),
            ("true ? 1 : false ? 2 : 3", "1"), ("false ? 1 : false ? 2 : 3", "3"), ("false ? 1 : true ? 2 : 3", "2"),
            ("if(a > 2, 10, 1 / 0)", "10"), ("a == 0 ? 0 : 1 / a * a", "1"),
            ("1 + 1 == 2 and 2 < 3", "true"), ("not 1 == 2", "true"), ("not true or true", "true"),
            ("true or false and false", "true"), ("(true or false) and false", "false"), ("!no && !no", "true"),
            ("no and 1 / 0 == 1", "false"), ("1 < 2 || 1 / 0 == 1", "true"), ("(a > b) * 5", "5"),
            ("2 × 3 ÷ 4 − 1", "0.5"), ("1 ≤ 1", "true"), ("{x y} * 2", "14"),
        ])
    func precedence(_ source: String, _ expected: String) throws {
        #expect(try worth(source, .gongbox) == expected)
    }

    @Test(
        "each dialect means by a formula what its home means",
        arguments: [
            (Dialect.moodle, "-2 ** 2", "-4"), (.moodle, "2 ** 3 ** 2", "512"), (.moodle, "{b}**2", "4"),
            (.moodle, "7.9 % 3.9", "1"), (.moodle, "-7 % 3", "-1"), (.moodle, "fmod(-7.5, 2)", "-1.5"),
            (.moodle, "log(1)", "0"), (.moodle, "log(8, 2)", "3"), (.moodle, "LOG10(1000)", "3"),
            (.moodle, "round(-2.5)", "-3"), (.moodle, "round(1.005, 2)", "1.01"), (.moodle, "round(1234, -2)", "1200"),
            (.moodle, "round(pi(), 4)", "3.1416"), (.moodle, "pow({a}, 2)", "9"), (.moodle, "bindec(101)", "5"),
            (.moodle, "decbin(5)", "101"), (.moodle, "octdec(17)", "15"), (.moodle, "decoct(15)", "17"),
            (.moodle, "is_nan(sqrt(-1))", "true"), (.moodle, "is_nan(1)", "false"),
            (.moodle, "is_infinite(exp(1000))", "true"), (.moodle, "is_finite(exp(1))", "true"),
            (.moodle, "max(1, 3, 2) - min(4, {b})", "5"), (.moodle, "{a} > 2 ? 1 : 0", "1"),
            (.moodle, "({a} > 2) + ({a} > 1)", "2"), (.moodle, "!({a} == 3) || {a} != 4", "true"),
            (.moodle, "rad2deg(pi())", "180"), (.moodle, "5/2", "2.5"),
            (.canvas, "-2^2", "4"), (.canvas, "2^3^2", "64"), (.canvas, "-a^2", "9"), (.canvas, "log(100)", "2"),
            (.canvas, "log(8, 2)", "3"), (.canvas, "round(-2.5)", "-2"), (.canvas, "comb(5, 2)", "10"),
            (.canvas, "perm(5, 2)", "20"), (.canvas, "fact(5)", "120"), (.canvas, "mean(1, 2, 4, 5)", "3"),
            (.canvas, "median(5, 1, 3, 2)", "2.5"), (.canvas, "range(5, 1, 3)", "4"), (.canvas, "if(0, 1, 2)", "2"),
            (.canvas, "round(e * 100)", "272"), (.canvas, "e(0)", "1"), (.canvas, "pi() == pi", "true"),
            (.brightspace, "-7 \\ 2", "-3"), (.brightspace, "sqr(9) ^ 2", "9"), (.brightspace, "log(1000)", "3"),
            (.brightspace, "factorial({a})", "6"), (.brightspace, "-7 % 3", "-1"),
        ])
    func dialects(_ dialect: Dialect, _ source: String, _ expected: String) throws {
        #expect(try worth(source, dialect) == expected)
    }

    @Test(
        "decimals and fractions are exact as long as they can be",
        arguments: [
            ("0.1 + 0.2 == 0.3", "true"), ("1 / 3 * 3 == 1", "true"), ("1 / 3", "1/3"), ("1 / 3 + 1 / 6", "0.5"),
            ("6.02e23 * 1e-23", "6.02"), ("1.10 * 1.1", "1.21"), ("sqrt(2.25)", "1.5"), ("root(3, -27)", "-3"),
            ("cbrt(8 / 27)", "2/3"), ("8^(2/3)", "4"), ("4^-0.5", "0.5"),
            ("2^100", "1.267650600228229401496703205376e30"),
            ("factorial(33)", "8.68331761881188649551819440128e36"),
            ("gcd(12, -18)", "6"), ("lcm(4, 6, 10)", "60"), ("lcm(0, 4)", "0"), ("binomial(5, 7)", "0"),
            ("floor(-1/2)", "-1"), ("ceil(-1/2)", "0"), ("trunc(-7/2)", "-3"), ("round(2.5)", "3"),
            ("round(-1/3, 3)", "-0.333"), ("sigfig(123456, 2)", "120000"), ("sigfig(0.00098765, 3)", "0.000988"),
            ("sign(-0.1)", "-1"), ("abs(-2/3)", "2/3"), ("div(-7, 2)", "-4"), ("mod(-7, 2)", "1"), ("0^0", "1"),
            ("(1/3) ^ 2", "1/9"), ("mean(1, 2)", "1.5"), ("half == 1/2", "true"), ("round(2/3, 2) * 3 == 2.01", "true"),
        ])
    func exactness(_ source: String, _ expected: String) throws {
        #expect(try worth(source, .gongbox) == expected)
    }

    @Test(
        "what is not exact is within a hair of it, and says so",
        arguments: [
            ("sqrt(2)", 1.4142135623730951), ("sin(radians(30))", 0.5), ("ln(e)", 1), ("2^0.5", 1.4142135623730951),
            ("factorial(34)", 2.9523279903960414e38), ("binomial(100, 50)", 1.0089134454556e29),
            ("binomial(1000, 500)", 2.70288240945437e299), ("factorial(170)", 7.257415615307994e306),
            ("2^200", 1.6069380442589903e60), ("atan2(1, -1)", 2.356194490192345), ("10^-50", 1e-50),
            ("tanh(asinh(1))", 0.7071067811865475), ("log(2, 8)", 1.0 / 3), ("root(5, 2)", 1.148698354997035),
            ("17 % sqrt(2)", 0.02943725152285942), ("degrees(pi)", 180), ("cbrt(-2)", -1.2599210498948732),
        ] as [(String, Double)])
    func approximation(_ source: String, _ expected: Double) throws {
        let number = try #require(try Expression(source).evaluate().number)
        #expect(abs(number.double - expected) <= 1e-12 * abs(expected))
        #expect(number.isExact == (source == "binomial(100, 50)"))
    }

    @Test(
        "a formula without a value says why",
        arguments: [
            ("1 / 0", EvaluationError.divisionByZero), ("1 % 0", .divisionByZero), ("0^-1", .divisionByZero),
            ("c", .unknownVariable("c")), ("sqrt(-1)", .undefined(.squareRoot)),
            ("ln(0)", .undefined(.naturalLogarithm)),
            ("(-8)^0.5", .undefined(.power)), ("asin(2)", .undefined(.asin)), ("exp(1000)", .tooLarge(.exponential)),
            ("10^400", .tooLarge(.power)), ("factorial(10^9)", .tooLarge(.factorial)),
            ("factorial(171)", .tooLarge(.factorial)), ("binomial(10^30, 10^20)", .tooLarge(.binomial)),
            ("permutations(10^9, 10^8)", .tooLarge(.permutations)), ("9^9^9^9", .tooLarge(.power)),
            ("factorial(-1)", .unfit(.factorial, needs: .naturalNumber)),
            ("factorial(1.5)", .unfit(.factorial, needs: .naturalNumber)),
            ("gcd(1.5, 2)", .unfit(.greatestCommonDivisor, needs: .wholeNumber)),
            ("round(1, 31)", .unfit(.round, needs: .places)), ("name + 1", .unfit(.add, needs: .number)),
            ("name == 1", .unfit(.equal, needs: .comparable)), ("name ? 1 : 2", .conditionIsText),
            ("root(2, -4)", .undefined(.root)), ("root(0, 4)", .unfit(.root, needs: .naturalNumber)),
        ])
    func noValue(_ source: String, _ expected: EvaluationError) throws {
        let expression = try Expression(source)
        #expect(throws: expected) { try expression.evaluate(in: Self.variables) }
        #expect(expected.description.hasSuffix("."))
    }

    @Test(
        "what is calculated from nothing is nothing",
        arguments: [
            ("none + 1", "nothing"), ("max(1, none)", "nothing"), ("none ? 1 : 2", "nothing"), ("not none", "nothing"),
            ("none == none", "nothing"), ("none and false", "false"), ("false and none", "false"),
            ("none and true", "nothing"), ("none or true", "true"), ("none or false", "nothing"),
            ("name == \"Ann\"", "true"), ("name != \"Bo\"", "true"),
        ])
    func nothing(_ source: String, _ expected: String) throws {
        #expect(try worth(source, .gongbox) == expected)
    }

    @Test("QTI's rules get nothing where there is no result") func valueOrNothing() throws {
        #expect(Function.divide.valueOrNothing([Value(1), Value(0)]) == .nothing)
        #expect(Function.divide.valueOrNothing([Value(1)]) == .nothing)
        #expect(Function.roundHalfUp.valueOrNothing([.number(.approximate(-2.5))]) == Value(-2))
        #expect(Function.quotient.valueOrNothing([Value(-7), Value(2)]) == Value(-4))
    }

    @Test("names that it needs are known before it is evaluated") func variables() throws {
        #expect(try Expression("a + {x y} * if(b > pi, sin(c), 2)").variables == ["a", "b", "c", "x y"])
        #expect(try Expression("{a}+{a}", dialect: .moodle).variables == ["a"])
    }
}
