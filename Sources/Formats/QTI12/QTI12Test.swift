internal import XML

/// A condition on the responses: what stands in QTI 1.2's `conditionvar`.
indirect enum QTI12Test {
    case all([QTI12Test])
    case any([QTI12Test])
    case not(QTI12Test)
    /// No earlier rule that sets a score was met.
    case other
    case equal(String, Text)
    /// The response's number is at least, above, at most or below.
    case bound(String, Bound, Double)
    case contains(String, Text)
    case answered(String)

    struct Text {
        var value: String
        var isCaseSensitive: Bool
        /// How far from the value, where it is a number: a share of it, or absolute.
        var margin: Double?
    }

    enum Bound { case above, atLeast, below, atMost }

    /// `isOrdered` tells the responses in which several values are one sequence or one set; in others, one of them is enough.
    init(_ condition: XMLElement, takesSeveral: (String) -> Bool) {
        let tests = condition.elements.compactMap { Self.read($0, takesSeveral: takesSeveral) }
        let names = Set(tests.compactMap { if case .equal(let name, _) = $0 { name } else { nil } })
        // Canvas lists the accepted texts of one blank side by side.
        if tests.count > 1, names.count == 1, let name = names.first, !takesSeveral(name),
            tests.allSatisfy({ if case .equal = $0 { true } else { false } })
        {
            self = .any(tests)
        } else {
            self = tests.count == 1 ? tests[0] : .all(tests)
        }
    }

    private static func read(_ element: XMLElement, takesSeveral: (String) -> Bool) -> QTI12Test? {
        let name = element["respident"] ?? ""
        let text = element.text.trimmedText
        func bound(_ bound: Bound) -> QTI12Test? { GIFTNumber.number(Substring(text)).map { .bound(name, bound, $0) } }
        switch element.name {
        case "and": return .all(element.elements.compactMap { read($0, takesSeveral: takesSeveral) })
        case "or": return .any(element.elements.compactMap { read($0, takesSeveral: takesSeveral) })
        case "not":
            let inner = element.elements.compactMap { read($0, takesSeveral: takesSeveral) }
            return .not(inner.count == 1 ? inner[0] : .all(inner))
        case "other": return .other
        case "unanswered": return .not(.answered(name))
        case "varequal":
            return .equal(
                name,
                Text(
                    value: text, isCaseSensitive: element["case"]?.lowercased() == "yes",
                    margin: margin(of: element, text)))
        case "vargt": return bound(.above)
        case "vargte": return bound(.atLeast)
        case "varlt": return bound(.below)
        case "varlte": return bound(.atMost)
        case "varsubstring", "varsubset":
            return .contains(name, Text(value: text, isCaseSensitive: element["case"]?.lowercased() == "yes"))
        default: return nil
        }
    }

    /// Canvas writes a margin, in percent or absolute, or how many decimals or significant digits must be right.
    private static func margin(of element: XMLElement, _ text: String) -> Double? {
        guard let value = GIFTNumber.number(Substring(text)) else { return nil }
        if let margin = element["margin"].flatMap({ GIFTNumber.number(Substring($0)) }) {
            return element["margintype"] == "percent" ? abs(value * margin / 100) : abs(margin)
        }
        guard let precision = element["precision"].flatMap({ Int($0.trimmedText) }), (0...15).contains(precision) else {
            return nil
        }
        if element["precisiontype"] == "decimals" { return 0.5 * power(-precision) }
        guard value != 0, precision > 0 else { return 0 }
        var exponent = 0
        var size = abs(value)
        while size >= 10 { (size, exponent) = (size / 10, exponent + 1) }
        while size < 1 { (size, exponent) = (size * 10, exponent - 1) }
        return 0.5 * power(exponent - precision + 1)
    }

    private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}

extension QTI12Test {
    /// What is tested for equality or containment on a response, where a `not` does not turn it round.
    func mentions(of name: String) -> [(text: Text, contains: Bool)] {
        switch self {
        case .all(let tests), .any(let tests): tests.flatMap { $0.mentions(of: name) }
        case .equal(name, let text): [(text, false)]
        case .contains(name, let text): [(text, true)]
        default: []
        }
    }

    /// How many steps it takes to evaluate.
    var size: Int {
        switch self {
        case .all(let tests), .any(let tests): tests.reduce(1) { $0 + $1.size }
        case .not(let test): 1 + test.size
        default: 1
        }
    }

    var isOther: Bool {
        switch self {
        case .other: true
        case .all(let tests): tests.allSatisfy(\.isOther)
        default: false
        }
    }
}
