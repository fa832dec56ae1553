internal import XML

/// An item's `resprocessing`: run on given responses, it tells the score. What an answer is worth is found by asking this, not
/// by the looks of its rules.
struct QTI12Processing {
    /// Values by response, in the order in which they were given.
    typealias Answers = [String: [String]]

    struct Rule {
        let test: QTI12Test
        let settings: [Setting]
        let feedback: [String]
        let ends: Bool
    }

    struct Setting {
        let variable: String
        let action: String
        let value: String
    }

    private(set) var rules: [Rule] = []
    private let maximum: [String: Double]
    /// The variable that holds the score.
    let scoreName: String

    init(_ item: XMLElement, takesSeveral: (String) -> Bool) {
        var maximum: [String: Double] = [:]
        for declaration in item.descendants(where: { $0.name == "decvar" }) {
            maximum[declaration["varname"] ?? "SCORE"] = declaration["maxvalue"].flatMap { Double($0.trimmedText) }
        }
        for condition in item.descendants(where: { $0.name == "respcondition" }) {
            let settings = condition.all("setvar").map { setting in
                Setting(
                    variable: setting["varname"] ?? setting["variablename"] ?? "SCORE",
                    action: setting["action"]?.lowercased() ?? "set", value: setting.text.trimmedText)
            }
            let links = condition.all("displayfeedback").compactMap { $0["linkrefid"] }
            guard let tests = condition.first("conditionvar") else { continue }
            rules.append(
                Rule(
                    test: QTI12Test(tests, takesSeveral: takesSeveral), settings: settings, feedback: links,
                    // The standard's default ends the processing too; no program that writes QTI 1.2 means that.
                    ends: condition["continue"]?.lowercased() == "no"))
        }
        self.maximum = maximum
        let set = rules.flatMap(\.settings).filter { $0.value != "0" }.map(\.variable)
        let known = ["SCORE", "que_score"].first { name in set.contains { $0.lowercased() == name.lowercased() } }
        scoreName = known.flatMap { name in set.first { $0.lowercased() == name.lowercased() } } ?? set.first ?? "SCORE"
        // Blackboard repeats each option's share in percent beside the rule that counts.
        if rules.contains(where: { $0.settings.contains { $0.value.hasSuffix(".max") } }) {
            rules = rules.map { rule in
                guard case .equal(_, let text) = rule.test, text.value.isEmpty else { return rule }
                return Rule(test: rule.test, settings: [], feedback: rule.feedback, ends: false)
            }
        }
    }

    var isEmpty: Bool { rules.allSatisfy { $0.settings.isEmpty } }

    /// How many steps one run takes at most.
    var size: Int { rules.reduce(1) { $0 + $1.test.size } }

    func score(_ answers: Answers) -> Double { run(answers).score }

    /// The score, and the feedback that is shown for these very answers.
    func run(_ answers: Answers) -> (score: Double, feedback: [String]) {
        var variables: [String: Double] = [:]
        var feedback: [String] = []
        var isMet = false
        for rule in rules where holds(rule.test, answers, variables, isMet: isMet) {
            for setting in rule.settings { apply(setting, to: &variables) }
            if !isGeneral(rule) { feedback += rule.feedback }
            if !rule.settings.isEmpty { isMet = true }
            if rule.ends { break }
        }
        return (variables[scoreName] ?? 0, feedback)
    }

    /// Feedback that is shown whatever was answered.
    var generalFeedback: [String] { rules.filter(isGeneral).flatMap(\.feedback) }

    private func isGeneral(_ rule: Rule) -> Bool {
        guard rule.test.isOther, rule.settings.isEmpty else { return false }
        return rule.feedback.allSatisfy { !$0.contains("incorrect") }
    }

    /// The values that rules which give something look for in a response, in the rules' order.
    func mentions(of name: String) -> [(text: QTI12Test.Text, contains: Bool)] {
        rules.filter { !$0.settings.isEmpty }.flatMap { $0.test.mentions(of: name) }
    }

    private func apply(_ setting: Setting, to variables: inout [String: Double]) {
        let old = variables[setting.variable] ?? 0
        let value: Double
        if setting.value.hasSuffix(".max") {
            value = maximum[setting.variable] ?? 100
        } else {
            value = Double(setting.value) ?? variables[setting.value] ?? 0
        }
        switch setting.action {
        case "add": variables[setting.variable] = old + value
        case "subtract": variables[setting.variable] = old - value
        case "multiply": variables[setting.variable] = old * value
        case "divide": variables[setting.variable] = value == 0 ? old : old / value
        default: variables[setting.variable] = value
        }
    }

    private func holds(_ test: QTI12Test, _ answers: Answers, _ variables: [String: Double], isMet: Bool) -> Bool {
        switch test {
        case .all(let tests): tests.allSatisfy { holds($0, answers, variables, isMet: isMet) }
        case .any(let tests): tests.contains { holds($0, answers, variables, isMet: isMet) }
        case .not(let test): !holds(test, answers, variables, isMet: isMet)
        case .other: !isMet
        case .answered(let name): answers[name]?.isEmpty == false
        case .equal(let name, let text):
            // Blackboard names an option in place of the response.
            text.value.isEmpty && answers[name] == nil
                ? answers.values.contains { $0.contains(name) } : answers[name]?.contains { text.equals($0) } == true
        case .contains(let name, let text): answers[name]?.contains { text.isPart(of: $0) } == true
        case .bound(let name, let bound, let limit):
            (answers[name]?.first.flatMap { GIFTNumber.number(Substring($0)) } ?? variables[name]).map {
                bound.holds($0, limit)
            } ?? false
        }
    }
}

extension QTI12Test.Text {
    fileprivate func equals(_ answer: String) -> Bool {
        if answer == value { return true }
        if !isCaseSensitive, answer.utf8.count == value.utf8.count, answer.lowercased() == value.lowercased() {
            return true
        }
        guard let margin, let number = GIFTNumber.number(Substring(answer)),
            let own = GIFTNumber.number(Substring(value))
        else { return false }
        return abs(number - own) <= margin
    }

    fileprivate func isPart(of answer: String) -> Bool {
        isCaseSensitive ? answer.contains(value) : answer.lowercased().contains(value.lowercased())
    }
}

extension QTI12Test.Bound {
    fileprivate func holds(_ number: Double, _ limit: Double) -> Bool {
        switch self {
        case .above: number > limit
        case .atLeast: number >= limit
        case .below: number < limit
        case .atMost: number <= limit
        }
    }
}
