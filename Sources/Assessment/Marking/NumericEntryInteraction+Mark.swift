extension NumericEntryInteraction {
    /// The first accepted value that the response lies within gives the mark; a unit or a number of significant figures that is
    /// not as it should be takes its penalty off.
    func mark(_ response: String) -> Mark {
        guard !response.allSatisfy(\.isWhitespace) else { return Mark(fraction: 0) }
        let (written, unit) = separate(response)
        let number = WrittenNumber(written)
        let readings = number.readings.map { $0 * (unit?.multiplier ?? 1) }
        // A reading without its multiplier counts too, as in Moodle: `2 m` where 2 is what the key says.
        let all = unit == nil ? readings : readings + number.readings
        for answer in accepted where answer.accepts(unitPenalty == nil ? all : readings) {
            var share = 1.0
            if let unitPenalty, unit == nil { share -= unitPenalty }
            if let figures, answer.value != nil, !number.figures.contains(figures.count) { share -= figures.penalty }
            return Mark(
                fraction: answer.fraction * max(0, share), feedback: answer.feedback.map { [$0] } ?? [])
        }
        return Mark(fraction: 0)
    }

    /// Takes the unit off the end of the response, or off its beginning (`$ 5`).
    private func separate(_ response: String) -> (number: String, unit: Unit?) {
        let text = response.filter { !$0.isWhitespace }
        var best: Unit?
        for unit in units where !unit.name.isEmpty && unit.name.count > (best?.name.count ?? 0) {
            let name = unit.name.filter { !$0.isWhitespace }
            if text.hasSuffix(name) || text.hasPrefix(name) { best = unit }
        }
        guard let best else { return (response, nil) }
        let length = best.name.count { !$0.isWhitespace }
        let isLast = text.hasSuffix(best.name.filter { !$0.isWhitespace })
        return (String(isLast ? text.dropLast(length) : text.dropFirst(length)), best)
    }
}

extension NumericEntryInteraction.Accepted {
    fileprivate func accepts(_ readings: [Double]) -> Bool {
        if lower != nil || upper != nil {
            return readings.contains { $0 >= lower ?? -.infinity && $0 <= upper ?? .infinity }
        }
        guard let value else { return true }
        // Moodle's nominal tolerance: the bound itself is inside although binary fractions miss it by a hair.
        let slack = tolerance + 1e-14 * max(tolerance, abs(value))
        return readings.contains { abs($0 - value) <= slack }
    }
}
