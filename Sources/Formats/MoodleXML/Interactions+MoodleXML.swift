internal import Assessment

extension Interaction {
    /// Moodle's name of the type, and the elements that are its own.
    var moodle: (type: String, answers: String) {
        get throws(Rejection) {
            switch self {
            case .choice(let choice): return (choice.isTrueFalse ? "truefalse" : "multichoice", try choice.moodle)
            case .textEntry(let entry): return ("shortanswer", try entry.moodle)
            case .numericEntry(let entry): return ("numerical", try entry.moodle)
            case .match(let match): return ("matching", try match.moodle)
            case .order(let order): return ("ordering", try order.moodle)
            case .extendedText(let essay):
                let guidance = try essay.guidance.map(MoodleXMLWriter.graderInfo) ?? ""
                return ("essay", "<responsefieldlines>\(essay.expectedLines)</responsefieldlines>\n\(guidance)")
            case .description: return ("description", "")
            case .associate: throw Rejection("Moodle has no pairs within one set.")
            case .composite: throw Rejection("A question with several parts is not written as Moodle's cloze yet.")
            }
        }
    }
}

extension MoodleXMLWriter {
    fileprivate static func graderInfo(_ guidance: RichText) throws(Rejection) -> String {
        try rich("graderinfo", guidance)
    }
}

extension ChoiceInteraction {
    fileprivate var moodle: String {
        get throws(Rejection) {
            guard scoring == .sum, display == .list, image == nil, mostChoices == nil,
                !options.contains(where: \.isFixed)
            else { throw Rejection("Moodle cannot say how its options are marked or shown.") }
            var text = ""
            if !isTrueFalse {
                text += "<single>\(!isMultiple)</single>\n<shuffleanswers>\(shuffles)</shuffleanswers>\n"
            }
            for option in options {
                guard !option.text.html.contains("src=\"") else {
                    throw Rejection("An option shows a picture, which this export does not carry.")
                }
                let words = MoodleXMLWriter.escaped(isTrueFalse ? option.text.html.lowercased() : option.text.html)
                text += try MoodleXMLWriter.answer(option.fraction, words, option.feedback, format: "html")
            }
            return text
        }
    }
}

extension TextEntryInteraction {
    fileprivate var moodle: String {
        get throws(Rejection) {
            guard isCaseSensitive || !accepted.contains(where: \.isCaseSensitive) else {
                throw Rejection("In Moodle capital letters count for all answers or for none.")
            }
            var text = "<usecase>\(isCaseSensitive ? 1 : 0)</usecase>\n"
            for answer in accepted {
                let words = MoodleXMLWriter.escaped(answer.pattern)
                text += try MoodleXMLWriter.answer(answer.fraction, words, answer.feedback)
            }
            return text
        }
    }
}

extension NumericEntryInteraction {
    fileprivate var moodle: String {
        get throws(Rejection) {
            guard figures == nil, scale == nil else {
                throw Rejection("Moodle's numbers have neither significant figures nor a scale.")
            }
            var text = ""
            for answer in accepted {
                var (value, tolerance) = (answer.value, answer.tolerance)
                if answer.lower != nil || answer.upper != nil {
                    guard let lower = answer.lower, let upper = answer.upper else {
                        throw Rejection("Moodle has no number without an upper or a lower bound.")
                    }
                    let middle = lower / 2 + upper / 2
                    (value, tolerance) = (middle, max(upper - middle, middle - lower))
                }
                text += try MoodleXMLWriter.answer(
                    answer.fraction, value.map { "\($0)" } ?? "*", answer.feedback,
                    then: "<tolerance>\(tolerance)</tolerance>")
            }
            if units.isEmpty { return text }
            text += "<units>"
            for unit in units {
                let name = MoodleXMLWriter.escaped(unit.name)
                // Moodle multiplies the answer's own unit to reach this one.
                text += "<unit><multiplier>\(1 / unit.multiplier)</multiplier><unit_name>\(name)</unit_name></unit>"
            }
            text += "</units>\n"
            guard let unitPenalty else { return text + "<unitgradingtype>0</unitgradingtype>\n" }
            return text + "<unitgradingtype>1</unitgradingtype>\n<unitpenalty>\(unitPenalty)</unitpenalty>\n"
        }
    }
}

extension MatchInteraction {
    fileprivate var moodle: String {
        get throws(Rejection) {
            guard image == nil, !isAllOrNothing else {
                throw Rejection("Moodle cannot say how its pairs are marked or shown.")
            }
            let unused = targets.indices.filter { !key.contains($0) }
            let pairs = Array(zip(sources, key)) + unused.map { (RichText(plain: ""), $0) }
            var text = ""
            for (source, place) in pairs {
                let target = MoodleXMLWriter.escaped(RichText(plain: targets[place]).html)
                text += try MoodleXMLWriter.rich(
                    "subquestion", source, then: "<answer><text>\(target)</text></answer>")
            }
            return text
        }
    }
}

extension OrderInteraction {
    fileprivate var moodle: String {
        get throws(Rejection) {
            guard image == nil else { throw Rejection("Moodle's ordering has no places on a picture.") }
            var text = "<selecttype>ALL</selecttype>\n<gradingtype>\(grading.moodleName)</gradingtype>\n"
            for (place, entry) in entries.enumerated() {
                text += try MoodleXMLWriter.rich("answer", entry, " fraction=\"\(place + 1)\"")
            }
            return text
        }
    }
}
