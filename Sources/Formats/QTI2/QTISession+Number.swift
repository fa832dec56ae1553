#if canImport(Glibc)
    internal import Glibc
#endif

extension QTISession {
    /// The numerical operators; nil for another operator. Nothing comes of NULL, of a division by zero, or of what is too large.
    func number(_ expression: QTIExpression, _ operands: [QTIValue]) -> QTIValue? {
        guard Self.numerical.contains(expression.name) else { return nil }
        let items = operands.flatMap(\.items)
        let numbers = items.compactMap(\.number)
        guard !numbers.isEmpty, numbers.count == items.count, !operands.contains(where: \.isNull) else { return .null }
        let integers = items.compactMap { item -> Int? in
            if case .integer(let value) = item { value } else { nil }
        }
        let isWhole = integers.count == items.count
        let (first, second) = (numbers[0], numbers.count > 1 ? numbers[1] : 0)
        switch expression.name {
        case "sum":
            return isWhole
                ? .integer(Self.fold(integers, 0) { $0.addingReportingOverflow($1) }) : .float(numbers.reduce(0, +))
        case "product":
            return isWhole
                ? .integer(Self.fold(integers, 1) { $0.multipliedReportingOverflow(by: $1) })
                : .float(numbers.reduce(1, *))
        case "subtract":
            return isWhole && integers.count > 1
                ? .integer(Self.fold(Array(integers[1...1]), integers[0]) { $0.subtractingReportingOverflow($1) })
                : .float(first - second)
        case "divide": return .float(second == 0 || numbers.count < 2 ? nil : first / second)
        case "power":
            let power = pow(first, second)
            return isWhole && second >= 0 && abs(power) < 1e15 ? .integer(Int(power)) : .float(power)
        case "integerDivide":
            return Self.whole(second == 0 ? .nan : (first / second).rounded(.down))
        case "integerModulus":
            return Self.whole(second == 0 ? .nan : first - second * (first / second).rounded(.down))
        case "truncate": return Self.whole(first.rounded(.towardZero))
        case "round": return Self.whole(QTINumber.rounded(first))
        case "integerToFloat": return .float(first)
        case "roundTo":
            let figures = attribute("figures", of: expression).flatMap { abs($0) < 300 ? Int($0) : nil }
            return .float(
                figures.flatMap { QTINumber.rounded(first, mode: expression.attributes["roundingMode"], figures: $0) })
        case "min", "max":
            let value = (expression.name == "min" ? numbers.min() : numbers.max()) ?? 0
            return isWhole ? Self.whole(value) : .float(value)
        case "gcd", "lcm":
            guard isWhole, integers.allSatisfy({ $0 > .min }) else { return .null }
            return .integer(Self.common(expression.name, integers.map { abs($0) }))
        case "mathOperator":
            return Self.mathematics(expression.attributes["name"] ?? "", first, second, count: numbers.count)
        case "statsOperator": return .float(Self.statistics(expression.attributes["name"] ?? "", numbers))
        default: return .null
        }
    }

    private static let numerical: Set<String> = [
        "sum", "product", "subtract", "divide", "power", "integerDivide", "integerModulus", "truncate", "round",
        "integerToFloat", "roundTo", "min", "max", "gcd", "lcm", "mathOperator", "statsOperator",
    ]

    private static func whole(_ value: Double) -> QTIValue { .integer(abs(value) < 1e15 ? Int(value) : nil) }

    private static func fold(
        _ values: [Int], _ start: Int, _ combine: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Int? {
        var result = start
        for value in values {
            let (next, overflow) = combine(result, value)
            if overflow { return nil }
            result = next
        }
        return result
    }

    private static func common(_ name: String, _ values: [Int]) -> Int? {
        var result = values[0]
        for value in values.dropFirst() {
            let divisor = gcd(result, value)
            if name == "gcd" {
                result = divisor
            } else {
                let (product, overflow) =
                    divisor == 0 ? (0, false) : (result / divisor).multipliedReportingOverflow(by: value)
                if overflow { return nil }
                result = product
            }
        }
        return result
    }

    private static func gcd(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }

    private static func mathematics(_ name: String, _ x: Double, _ y: Double, count: Int) -> QTIValue? {
        switch name {
        case "sin": .float(sin(x))
        case "cos": .float(cos(x))
        case "tan": .float(tan(x))
        case "sec": .float(1 / cos(x))
        case "csc": .float(1 / sin(x))
        case "cot": .float(1 / tan(x))
        case "asin": .float(asin(x))
        case "acos": .float(acos(x))
        case "atan": .float(atan(x))
        case "atan2": .float(count > 1 ? atan2(x, y) : nil)
        case "asec": .float(acos(1 / x))
        case "acsc": .float(asin(1 / x))
        case "acot": .float(atan(1 / x))
        case "sinh": .float(sinh(x))
        case "cosh": .float(cosh(x))
        case "tanh": .float(tanh(x))
        case "sech": .float(1 / cosh(x))
        case "csch": .float(1 / sinh(x))
        case "coth": .float(1 / tanh(x))
        case "log": .float(x > 0 ? log10(x) : nil)
        case "ln": .float(x > 0 ? Glibc.log(x) : nil)
        case "exp": .float(exp(x))
        case "abs": .float(abs(x))
        case "signum": whole(x > 0 ? 1 : x < 0 ? -1 : 0)
        case "floor": whole(x.rounded(.down))
        case "ceil": whole(x.rounded(.up))
        case "toDegrees": .float(x * 180 / .pi)
        case "toRadians": .float(x * .pi / 180)
        default: nil
        }
    }

    private static func statistics(_ name: String, _ values: [Double]) -> Double? {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        switch name {
        case "mean": return mean
        case "popVariance": return squares / count
        case "popSD": return (squares / count).squareRoot()
        case "sampleVariance": return values.count > 1 ? squares / (count - 1) : nil
        case "sampleSD": return values.count > 1 ? (squares / (count - 1)).squareRoot() : nil
        default: return nil
        }
    }
}
