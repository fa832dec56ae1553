internal import Assessment

extension QTIFitter {
    /// The score as a function of a number is flat between the numbers that the rules compare it with: it is tried at each, and
    /// between them, and each flat piece becomes an accepted interval.
    func number(isWhole: Bool, scale: NumericEntryInteraction.Scale?) throws(QTIRejection) -> (
        interaction: Interaction, feedback: Set<Int>
    ) {
        let share = { (value: Double) throws(QTIRejection) -> QTIWorth in
            try worth([isWhole ? .integer(Int(max(-1e15, min(1e15, value)))) : .float(value)])
        }
        let marks = Set(candidates.numbers.filter { abs($0) < 1e15 && (!isWhole || $0 == $0.rounded()) }).sorted()
        var points = Array(marks.prefix(60))
        if candidates.hasRanges {
            for (one, other) in zip(points, points.dropFirst()) where !isWhole || other - one > 1 {
                points.append(isWhole ? ((one + other) / 2).rounded(.down) : (one + other) / 2)
            }
        }
        points += [(marks.first ?? 0) - 1, (marks.last ?? 0) + 1]
        var accepted: [NumericEntryInteraction.Accepted] = []
        var used: Set<Int> = []
        let target = key.first?.number
        for point in ([target].compactMap { $0 } + points) {
            let worth = try share(point)
            guard worth.share > 0, !accepted.contains(where: { $0.holds(point) }) else { continue }
            let isLike = { (value: Double) throws(QTIRejection) in Self.isSame(try share(value).share, worth.share) }
            let lower = try Self.edge(from: point, towards: -1, isWhole, marks, isLike)
            let upper = try Self.edge(from: point, towards: 1, isWhole, marks, isLike)
            let isKey = target.map { $0 >= lower && $0 <= upper } ?? false
            accepted.append(
                .init(
                    lower: lower, upper: upper, about: isKey ? target : nil, fraction: min(worth.share, 1),
                    feedback: feedback.text(worth.feedback)))
            used.formUnion(worth.feedback)
        }
        accepted = accepted.enumerated().sorted { ($1.element.fraction, $0.offset) < ($0.element.fraction, $1.offset) }
            .map(\.element)
        guard accepted.contains(where: { $0.fraction > 0.9999 }) else {
            throw QTIRejection(
                "No number was found that earns full marks. Give the answer a correctResponse.",
                line: element.element.line)
        }
        let other = try share((marks.last ?? 0) + 1_234.5)
        if other.share <= 0, !other.feedback.isEmpty {
            accepted.append(.init(value: nil, fraction: 0, feedback: feedback.text(other.feedback)))
            used.formUnion(other.feedback)
        }
        let entry = NumericEntryInteraction(accepted: accepted, scale: scale)
        if let radix = QTIRadix(element.element) { return (.textEntry(try radix.text(entry)), used) }
        return (.numericEntry(entry), used)
    }

    /// How far from a point the score stays the same: doubling steps, then halving, then the very number that a rule names.
    private static func edge(
        from point: Double, towards sign: Double, _ isWhole: Bool, _ marks: [Double],
        _ isLike: (Double) throws(QTIRejection) -> Bool
    ) throws(QTIRejection) -> Double {
        var inside = point
        var step = isWhole ? 1 : max(abs(point), 1) * 1e-9
        while step < 1e15, try isLike(point + sign * step) {
            inside = point + sign * step
            step *= 2
        }
        if step >= 1e15 { return sign * .infinity }
        var outside = point + sign * step
        while abs(outside - inside) > (isWhole ? 1 : 1e-12 * max(abs(point), 1e-3)) {
            let middle = isWhole ? ((inside + outside) / 2).rounded(.towardZero) : (inside + outside) / 2
            if middle == inside || middle == outside { break }
            if try isLike(middle) { inside = middle } else { outside = middle }
        }
        if isWhole { return inside }
        if inside == point { return point }
        let near = 1e-9 * max(abs(point), 1e-3)
        for mark in marks where abs(mark - inside) <= near {
            return try isLike(mark) ? mark : sign > 0 ? mark.nextDown : mark.nextUp
        }
        return abs(inside - point) <= near ? point : inside
    }
}

extension NumericEntryInteraction.Accepted {
    /// An interval as its author would say it: a number with a tolerance where it lies evenly about the key.
    fileprivate init(lower: Double, upper: Double, about key: Double?, fraction: Double, feedback: RichText?) {
        let bounds = (lower.isFinite ? lower : nil, upper.isFinite ? upper : nil)
        if lower == upper {
            self.init(value: lower, fraction: fraction, feedback: feedback)
        } else if let key, lower.isFinite, upper.isFinite,
            abs((upper - key) - (key - lower)) <= 1e-9 * max(upper - lower, 1e-300)
        {
            let size = upper - key
            self.init(
                value: key, tolerance: QTINumber.rounded(size, mode: nil, figures: 12) ?? size, fraction: fraction,
                feedback: feedback)
        } else {
            self.init(value: nil, lower: bounds.0, upper: bounds.1, fraction: fraction, feedback: feedback)
        }
    }

    fileprivate func holds(_ number: Double) -> Bool {
        // The hair by which binary fractions miss a bound makes no second answer.
        if let value { return abs(number - value) <= tolerance + 1e-14 * max(tolerance, abs(value)) }
        return number >= lower ?? -.infinity && number <= upper ?? .infinity
    }
}
