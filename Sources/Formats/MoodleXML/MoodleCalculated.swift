internal import Assessment

/// One row of a calculated question: puts its values into texts and formulas, as Moodle does
/// (`qtype_calculated_variable_substituter`, 4.5).
struct MoodleCalculated {
    private let row: [String: String]
    private let values: [String: Value]
    private let cache: MoodleFormulas

    init(_ row: [String: String], formulas: MoodleFormulas) throws(Rejection) {
        self.row = row
        cache = formulas
        var values: [String: Value] = [:]
        for (name, text) in row {
            guard let number = Number(text) else {
                throw Rejection(
                    "The value “\(text.prefix(40))” of {\(name)} is not a number. Generate the values again.")
            }
            values[name] = .number(number)
        }
        self.values = values
    }

    /// The formula's value, not rounded: what a response is compared with.
    func value(_ formula: String) throws(Rejection) -> Number {
        let expression = try cache.expression(formula)
        do {
            guard let number = try expression.evaluate(in: values).number else {
                throw Rejection("The formula \(formula.prefix(80)) has no value. Correct it in Moodle.")
            }
            return number
        } catch let error as EvaluationError {
            throw Rejection("The formula \(formula.prefix(80)) cannot be evaluated. \(error)")
        } catch {
            throw Rejection("The formula \(formula.prefix(80)) has no value. Correct it in Moodle.")
        }
    }

    /// `{a}` becomes its value as it is written in the row, `{=formula}` the formula's value. Other braces stay: they are TeX.
    func text(_ source: String, _ format: NumberFormat = .plain) throws(Rejection) -> String {
        guard source.contains("{") else { return source }
        var text = ""
        var rest = source[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[open...]
            if rest.hasPrefix("{="), let end = Self.end(of: rest) {
                let formula = String(rest[rest.index(open, offsetBy: 2)..<end])
                text += format.text(try value(formula))
                rest = rest[rest.index(after: end)...]
            } else if let close = rest.firstIndex(of: "}"),
                let value = row[String(rest[rest.index(after: open)..<close])]
            {
                text += value
                rest = rest[rest.index(after: close)...]
            } else {
                text.append("{")
                rest = rest.dropFirst()
            }
        }
        return text + rest
    }

    /// The brace that closes a formula, which may hold wildcards in braces of their own.
    private static func end(of source: Substring) -> Substring.Index? {
        var depth = 0
        for place in source.indices {
            if source[place] == "{" { depth += 1 }
            if source[place] == "}" {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }
}

/// Formulas that were read once for all rows.
final class MoodleFormulas {
    private var known: [String: Expression] = [:]

    func expression(_ formula: String) throws(Rejection) -> Expression {
        if let known = known[formula] { return known }
        do {
            let expression = try Expression(formula, dialect: .moodle)
            known[formula] = expression
            return expression
        } catch {
            throw Rejection("The formula \(formula.prefix(80)) cannot be read. \(error)")
        }
    }
}
