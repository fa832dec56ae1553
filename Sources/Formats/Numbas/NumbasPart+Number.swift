internal import Assessment

/// Numbers, and formulas that are numbers.
extension NumbasPart {
    mutating func number(_ part: NumbasValue) throws(Rejection) -> NumericEntryInteraction {
        let answer = part["answer"]?.text
        guard let low = part["minvalue"]?.text ?? answer, let high = part["maxvalue"]?.text ?? answer else {
            throw Rejection("The part names no answer. Give it a least and a greatest value in Numbas.")
        }
        let ends = [try value(low), try value(high)].sorted()
        let type = part["precisiontype"]?.text?.lowercased() ?? "none"
        guard ["dp", "sigfig"].contains(type), let wish = part["precision"]?.text else {
            return NumericEntryInteraction(accepted: [Self.accepted(ends[0].double, ends[1].double)])
        }
        let precision = try value(wish)
        let rounding: Function = type == "dp" ? .round : .significantFigures
        let rounded = ends.compactMap { rounding.valueOrNothing([.number($0), .number(precision)]).number?.double }
        guard rounded.count == 2, let count = Int(exactly: precision.double) else {
            throw Rejection("The answer cannot be rounded to \(wish.prefix(20)). Correct the precision in Numbas.")
        }
        var entry = NumericEntryInteraction(accepted: [Self.accepted(rounded[0], rounded[1])])
        let isStrict = part["strictprecision"]?.text?.lowercased() == "true"
        if type == "sigfig", isStrict, rounded[0] == rounded[1], (1...15).contains(count) {
            let percent = part["precisionpartialcredit"]?.text.flatMap { GIFTNumber.number(Substring($0)) } ?? 0
            entry.figures = .init(count: count, penalty: 1 - min(1, max(0, percent / 100)))
        } else if isStrict || rounded[0] != rounded[1] {
            tell("How many digits the number is written with does not count here, as it does in Numbas.")
        }
        return entry
    }

    /// A formula without unknowns is a number, however it is written.
    mutating func formula(_ part: NumbasValue) throws(Rejection) -> NumericEntryInteraction {
        let tree = try scope.tree(part["answer"]?.text ?? "")
        var names: Set<String> = []
        var calls: Set<String> = []
        tree.collect(names: &names, calls: &calls, insertions: false)
        guard names.isEmpty else {
            throw Rejection("A formula is asked for, which Numbas judges by algebra. Ask for its value instead.")
        }
        guard case .number(let number) = try scope.value(tree, [:]) else {
            throw Rejection("The answer is no number, so only Numbas can judge it. Ask for a number.")
        }
        guard number.isExact else {
            throw Rejection("The answer is a root or another number without end, as a formula. Ask for it rounded.")
        }
        if ["notallowed", "musthave"].contains(where: { part[$0]?["strings"]?.list.isEmpty == false }) {
            tell("Numbas also judges how the number is written, as a fraction say. Here any way of writing it counts.")
        }
        let accuracy = part["checkingaccuracy"]?.text.flatMap { GIFTNumber.number(Substring($0)) }.map { abs($0) }
        let value = number.double
        switch part["checkingtype"]?.text?.lowercased() ?? "reldiff" {
        case "absdiff":
            return NumericEntryInteraction(accepted: [.init(value: value, tolerance: accuracy ?? 0.0001, fraction: 1)])
        case "reldiff":
            let share = accuracy ?? 0.0001
            let tolerance = value == 0 ? share : share * abs(value)
            return NumericEntryInteraction(accepted: [.init(value: value, tolerance: tolerance, fraction: 1)])
        case let type where ["dp", "sigfig"].contains(type):
            let places = Value(Int(min(15, accuracy ?? 5)))
            let rounding: Function = type == "dp" ? .round : .significantFigures
            let rounded = rounding.valueOrNothing([.number(number), places]).number?.double ?? value
            let accepted: [NumericEntryInteraction.Accepted] = [
                .init(value: rounded, fraction: 1), .init(value: value, fraction: 1),
            ]
            return NumericEntryInteraction(accepted: rounded == value ? [accepted[0]] : accepted)
        case let type:
            throw Rejection("Numbas compares by “\(type.prefix(20))”, which is unknown. Choose a difference.")
        }
    }

    private func value(_ source: String) throws(Rejection) -> Number {
        if let plain = Number(source.trimmedText) { return plain }
        return try scope.number(of: source)
    }

    private static func accepted(_ lower: Double, _ upper: Double) -> NumericEntryInteraction.Accepted {
        lower == upper
            ? .init(value: lower, fraction: 1) : .init(value: nil, lower: lower, upper: upper, fraction: 1)
    }
}
