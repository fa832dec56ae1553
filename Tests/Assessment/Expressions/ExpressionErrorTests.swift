import Testing

@testable import Assessment

@Suite struct ExpressionErrorTests {
    @Test(
        "a text that is no formula is refused with its place",
        arguments: [
            (Dialect.gongbox, "", 1), (.gongbox, "1 +", 4), (.gongbox, "(1", 3), (.gongbox, "1)", 2),
            (.gongbox, "2x", 2),
            (.gongbox, "2 (3)", 3), (.gongbox, "a b", 3), (.gongbox, "1 < 2 < 3", 7), (.gongbox, "sin()", 1),
            (.gongbox, "nope(1)", 1), (.gongbox, "1 ? 2", 6), (.gongbox, "1 # 2", 3), (.gongbox, "{a", 1),
            (.gongbox, "{ }", 1), (.gongbox, "\"a", 1), (.gongbox, "1e999", 1), (.gongbox, "1,2", 2),
            (.gongbox, "a = 1", 3), (.gongbox, "max()", 1), (.gongbox, "1 + not true", 5), (.gongbox, "1..2", 3),
            (.gongbox, "if(1, 2)", 1), (.gongbox, ".", 1), (.gongbox, "system(\"ls\")", 1),
            (.moodle, "2^3", 2), (.moodle, "1 // 2", 4), (.moodle, "1 /* 2 */", 4), (.moodle, "a + 1", 1),
            (.moodle, "1 ? 2 : 3 ? 4 : 5", 11), (.moodle, "pi", 1), (.moodle, "1 and 2", 3),
            (.moodle, "factorial(3)", 1),
            (.moodle, "atan2(1)", 1), (.canvas, "sort(1, 2)", 1), (.canvas, "2 ** 3", 3),
        ])
    func refused(_ dialect: Dialect, _ source: String, _ position: Int) {
        let error = #expect(throws: ExpressionError.self) { try Expression(source, dialect: dialect) }
        #expect(error?.position == position, "\(error?.description ?? "")")
        #expect(error?.reason.hasSuffix(".") == true)
    }

    @Test(
        "a formula beyond the bounds is refused at once",
        arguments: [
            String(repeating: "(", count: 1_000_000), String(repeating: "1+", count: 250_000) + "1",
            String(repeating: "-", count: 9_999) + "1", String(repeating: "!", count: 5_000),
            String(repeating: "(", count: 4_000) + "1" + String(repeating: ")", count: 4_000),
            String(repeating: "1+", count: 4_999) + "1", String(repeating: "2^", count: 4_999) + "2",
            String(repeating: "sin(", count: 2_000), String(repeating: "1?", count: 4_000),
            String(repeating: "1?1:", count: 2_000) + "1", String(repeating: "not ", count: 2_000) + "true",
            "max(" + String(repeating: "1,", count: 101) + "1)",
        ])
    func bounded(_ source: String) {
        for dialect in Dialect.allCases {
            #expect(throws: ExpressionError.self) { try Expression(source, dialect: dialect) }
        }
    }

    @Test("a formula at the bounds is evaluated") func atTheBounds() throws {
        let sum = String(repeating: "1+", count: (Expression.mostParts - 1) / 2) + "1"
        #expect(try Expression(sum).evaluate() == Value((Expression.mostParts + 1) / 2))
        let deep = 99
        let nested = String(repeating: "(", count: deep) + "1" + String(repeating: ")", count: deep)
        #expect(try Expression(nested).evaluate() == Value(1))
        let tower = String(repeating: "1^", count: (Expression.mostParts - 1) / 2) + "1"
        #expect(try Expression(tower).evaluate() == Value(1))
        let expression = try Expression(sum)
        #expect(try Expression(expression.description) == expression)
        #expect(expression.hashValue == expression.hashValue)
    }
}
