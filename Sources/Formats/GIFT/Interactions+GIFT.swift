internal import Assessment

extension ChoiceInteraction {
    /// The words are the page's own.
    var isTrueFalse: Bool {
        !shuffles && !isMultiple && options.map(\.text.html) == ["True", "False"]
            && options.map(\.fraction).sorted() == [0, 1]
    }

    var gift: String {
        get throws(Rejection) {
            guard scoring == .sum, display != .text, image == nil, mostChoices == nil,
                !options.contains(where: \.isFixed)
            else { throw Rejection("GIFT cannot say how its options are marked or shown.") }
            if isTrueFalse {
                let isTrue = options[0].fraction == 1
                let (right, wrong) = isTrue ? (options[0], options[1]) : (options[1], options[0])
                let hasFeedback = right.feedback != nil || wrong.feedback != nil
                let words = try GIFTText.feedback(wrong.feedback)
                let praise = try GIFTText.feedback(right.feedback)
                return (isTrue ? "T" : "F") + (hasFeedback ? (words.isEmpty ? "#" : words) + praise : "")
            }
            guard isMultiple || options.contains(where: { $0.fraction == 1 }) else {
                throw Rejection("None of its options earns full marks.")
            }
            var lines = ""
            for option in options {
                let text = try GIFTText.written(option.text)
                let isRight = !isMultiple && option.fraction == 1
                let needsWeight = option.fraction != 0 || text.hasPrefix("%")
                lines += isRight ? "\n=" : "\n~" + (needsWeight ? GIFTText.weight(option.fraction) : "")
                lines += text + (try GIFTText.feedback(option.feedback))
            }
            return lines + "\n"
        }
    }
}

extension TextEntryInteraction {
    var gift: String {
        get throws(Rejection) {
            guard !isCaseSensitive, !accepted.contains(where: \.isCaseSensitive) else {
                throw Rejection("GIFT cannot say that capital letters count.")
            }
            guard !accepted.contains(where: { $0.pattern.contains("->") }) else {
                throw Rejection("GIFT takes the -> in its answer for a pair.")
            }
            var text = ""
            for answer in accepted {
                text += "=" + (answer.fraction == 1 ? "" : GIFTText.weight(answer.fraction)) + "[plain]"
                text += GIFTText.escaped(answer.pattern) + (try GIFTText.feedback(answer.feedback)) + " "
            }
            return String(text.dropLast())
        }
    }
}

extension NumericEntryInteraction {
    /// What GIFT itself cannot say of a number: its units and its figures.
    var giftHead: String {
        get throws(Rejection) {
            guard scale == nil else { throw Rejection("GIFT has no scale to set a number on.") }
            guard !units.contains(where: { $0.name.contains { "|=\n".contains($0) } }),
                units.first?.multiplier ?? 1 == 1
            else { throw Rejection("Its units cannot be written in a line.") }
            var lines: [String] = []
            if !units.isEmpty {
                let names = units.enumerated().map { place, unit in
                    place == 0 ? unit.name : "\(unit.name) = \(unit.multiplier)"
                }
                lines.append("// $units: " + names.joined(separator: " | "))
            }
            if let unitPenalty { lines.append("// $units penalty: " + Self.percent(unitPenalty)) }
            if let figures {
                lines.append("// $figures: \(figures.count)")
                if figures.penalty != 1 { lines.append("// $figures penalty: " + Self.percent(figures.penalty)) }
            }
            return lines.map { $0 + "\n" }.joined()
        }
    }

    private static func percent(_ share: Double) -> String { "\(GIFTText.weight(share).dropFirst())" }

    var gift: String {
        get throws(Rejection) {
            let hasHead = try !giftHead.isEmpty
            var text = "#"
            for answer in accepted {
                text += "=" + (answer.fraction == 1 ? "" : GIFTText.weight(answer.fraction))
                if answer.lower != nil || answer.upper != nil {
                    guard let lower = answer.lower, let upper = answer.upper else {
                        throw Rejection("GIFT has no number without an upper or a lower bound.")
                    }
                    text += "\(lower)..\(upper)"
                } else if let value = answer.value {
                    // With declarations a number without tolerance would be rounded to its figures.
                    text += "\(value)" + (answer.tolerance != 0 || hasHead ? ":\(answer.tolerance)" : "")
                } else {
                    text += "*"
                }
                text += (try GIFTText.feedback(answer.feedback)) + " "
            }
            return String(text.dropLast())
        }
    }
}

extension MatchInteraction {
    var gift: String {
        get throws(Rejection) {
            guard image == nil, !isAllOrNothing else {
                throw Rejection("GIFT cannot say how its pairs are marked or shown.")
            }
            var lines = ""
            for (source, place) in zip(sources, key) {
                lines += "\n=\(try GIFTText.written(source)) -> \(GIFTText.written(targets[place]))"
            }
            for place in targets.indices where !key.contains(place) {
                lines += "\n= -> \(GIFTText.written(targets[place]))"
            }
            return lines + "\n"
        }
    }
}

extension OrderInteraction {
    var gift: String {
        get throws(Rejection) {
            guard image == nil, grading != .awards else {
                throw Rejection("GIFT has no places on a picture and no marks for certain orders.")
            }
            var lines = "> ALL VERTICAL \(grading.moodleName) SHOW"
            for place in rightOrder { lines += "\n" + (try GIFTText.written(entries[place])) }
            return lines + "\n"
        }
    }
}

extension OrderInteraction.Grading {
    /// Moodle's name: `RELATIVE_NEXT_EXCLUDE_LAST`.
    var moodleName: String {
        rawValue.reduce(into: "") { name, letter in
            if letter.isUppercase { name += "_" }
            name += letter.uppercased()
        }
    }
}
