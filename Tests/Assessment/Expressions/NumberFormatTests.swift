import Testing

@testable import Assessment

@Suite struct NumberFormatTests {
    @Test(
        "places after the point, halves away from zero",
        arguments: [
            ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("3.5", 0, "4"), ("0.125", 2, "0.13"), ("1.005", 2, "1.01"),
            ("9.999", 2, "10.00"), ("-0.004", 2, "0.00"), ("1/3", 4, "0.3333"), ("2/3", 4, "0.6667"),
            ("12", 2, "12.00"),
            ("1e21", 1, "1000000000000000000000.0"), ("1/8", 2, "0.13"), ("0", 3, "0.000"), ("~1.005", 2, "1.01"),
            ("~0.1", 20, "0.10000000000000000000"), ("~1e-300", 2, "0.00"), ("5e-1", 0, "1"), ("0.05", 0, "0"),
            ("0.5", -3, "1"), ("1/170141183460469231731687303715884105727", 2, "0.00"),
            ("170141183460469231731687303715884105726/170141183460469231731687303715884105727", 3, "1.000"),
        ])
    func decimalPlaces(_ text: String, _ places: Int, _ expected: String) throws {
        #expect(NumberFormat.decimalPlaces(places).text(try number(text)) == expected)
    }

    @Test(
        "significant figures",
        arguments: [
            ("123456", 3, "123000"), ("0.00123456", 3, "0.00123"), ("0.1", 3, "0.100"), ("9.996", 3, "10.0"),
            ("999999", 2, "1.0×10^6"), ("6.02e23", 3, "6.02×10^23"), ("0.00001", 1, "1×10^-5"), ("-2/3", 3, "-0.667"),
            ("0", 3, "0"), ("~1.5", 1, "2"), ("1200", 4, "1200"), ("12", 4, "12.00"),
        ])
    func significantFigures(_ text: String, _ figures: Int, _ expected: String) throws {
        #expect(NumberFormat.significantFigures(figures).text(try number(text)) == expected)
    }

    @Test(
        "significant figures as Moodle shows them",
        arguments: [
            ("9999", 3, "1.00e4"), ("9994", 3, "9990"), ("10000", 3, "1.00e4"), ("0.001", 2, "0.0010"),
            ("0.00099", 1, "0.001"), ("0.000999", 3, "9.99e-4"), ("-12345", 1, "-1e4"), ("1234", 2, "1200"),
            ("12", 4, "12.00"), ("0.5", 2, "0.50"), ("0", 2, "0"), ("2/3", 2, "0.67"),
        ])
    func moodleFigures(_ text: String, _ figures: Int, _ expected: String) throws {
        #expect(NumberFormat.moodleSignificantFigures(figures).text(try number(text)) == expected)
    }

    @Test(
        "a number by itself has no digit too many",
        arguments: [
            ("1.50", "1.5"), ("-7/3", "-7/3"), ("100", "100"), ("1e-20", "0.00000000000000000001"), ("1e30", "1e30"),
            ("~0.30000000000000004", "0.3"), ("~100", "100"), ("~1e300", "1e300"), ("~2.5e-30", "2.5e-30"),
            ("~-0.0", "0"),
            ("1e-38", "1e-38"), ("1/1024", "0.0009765625"),
        ])
    func plain(_ text: String, _ expected: String) throws {
        #expect(NumberFormat.plain.text(try number(text)) == expected)
    }

    @Test(
        "a decimal is read or refused",
        arguments: [
            ("12", true), ("-0.50", true), (".5", true), ("5.", true), ("+1e3", true), ("1e", false), ("", false),
            (".", false), ("1 2", false), ("0x1", false), ("inf", false), ("nan", false), ("1e999", false),
            ("١", false),
            ("1e-999", true), ("1e99999999999999999999", false), ("--1", false), ("1,5", false),
        ])
    func reading(_ text: String, _ isRead: Bool) {
        #expect((Number(text) != nil) == isRead)
    }

    @Test("a fraction becomes the nearest Double") func nearest() throws {
        for text in [
            "0.1", "6.02214076e23", "6.626e-34", "1.7976931348623157", "9007199254740993", "9007199254740995",
            "0.3333333333333333333333", "123456789012345678901234567890", "1e-38", "-2.5e37",
        ] {
            let number = try #require(Number(text))
            #expect(number.isExact)
            #expect(number.double == Double(text))
        }
    }

    /// `1/3` is a fraction, `~0.5` approximate.
    private func number(_ text: String) throws -> Number {
        if text.hasPrefix("~") { return .approximate(try #require(Double(text.dropFirst()))) }
        let sides = try text.split(separator: "/").map { try #require(Number($0)) }
        return sides.count == 2 ? try Function.divide.quotient(sides[0], sides[1]) : sides[0]
    }
}
