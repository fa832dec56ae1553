internal import XML

/// Rules and expressions of response processing, as XML.
enum QTIRuleWriter {
    static func variable(_ name: String) -> XMLElement { .new("variable", ["identifier": name]) }

    static func number(_ value: Double) -> XMLElement { .new("baseValue", ["baseType": "float"], text: words(value)) }

    static func name(_ identifier: String) -> XMLElement {
        .new("baseValue", ["baseType": "identifier"], text: identifier)
    }

    static func set(_ outcome: String, _ value: XMLElement) -> XMLElement {
        .new("setOutcomeValue", ["identifier": outcome], [value])
    }

    static func mapped(_ response: String) -> XMLElement { .new("mapResponse", ["identifier": response]) }

    static func matchesKey(_ response: String) -> XMLElement {
        .new("match", [:], [variable(response), .new("correct", ["identifier": response])])
    }

    /// The first branch whose test is true is run.
    static func condition(
        _ branches: [(test: XMLElement, rules: [XMLElement])], otherwise: [XMLElement] = []
    ) -> XMLElement {
        var elements = branches.enumerated().map { place, branch in
            XMLElement.new(place == 0 ? "responseIf" : "responseElseIf", [:], [branch.test] + branch.rules)
        }
        if !otherwise.isEmpty { elements.append(.new("responseElse", [:], otherwise)) }
        return .new("responseCondition", [:], elements)
    }

    /// The score as the standard template `map_response` has it: nothing for no answer, otherwise what the answer is mapped to.
    static func map(_ response: String, to outcome: String, plus start: Double = 0) -> XMLElement {
        let value = start == 0 ? mapped(response) : .new("sum", [:], [number(start), mapped(response)])
        return condition(
            [(.new("isNull", [:], [variable(response)]), [set(outcome, number(0))])], otherwise: [set(outcome, value)])
    }

    /// The score as the standard template `match_correct` has it.
    static func match(_ response: String, to outcome: String) -> XMLElement {
        condition([(matchesKey(response), [set(outcome, number(1))])], otherwise: [set(outcome, number(0))])
    }

    /// A number as short as it can be read back.
    static func words(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
}
