import TestSupport
import Testing

/// A student at a browser.
struct Student {
    let givenName: String
    let familyName: String
    let pin: String
    let browser: Session

    var name: String { "\(givenName) \(familyName)" }
    /// As the board calls them.
    var shortName: String { "\(givenName) \(familyName.prefix(1))." }

    /// Taps the name and enters the PIN; at the first join, with the card's code where there is one.
    func join(card: String? = nil) async throws {
        try await browser.open("/")
        try await browser.press(givenName)
        try await browser.fill("pin", pin)
        if let card { try await browser.fill("card", card) }
        try await browser.press("Come in")
    }

    /// Starts the check that is offered, and returns its attempt.
    func start(count: Int, isRetake: Bool = false) async throws -> String {
        try await browser.press(
            isRetake ? "Start a fresh check (\(count) questions)" : "Start the check (\(count) questions)")
        let path = try await browser.arrive(at: "/check/")
        return String(path.split(separator: "/")[1])
    }

    /// Answers the questions from the one shown to the last, and comes to the overview.
    func answerTheRest(of count: Int) async throws {
        while true {
            try await answer()
            try await expectNothingGivenAway()
            try await expectNumbersOfPlaces()
            let path = try await browser.path
            let isLast = path.hasSuffix("/\(count)")
            try await browser.press(isLast ? "Look over and hand in" : "Next")
            try await eventually("next page", insight: browser.excerpt) { try await browser.path != path ? true : nil }
            if isLast { break }
        }
        try await browser.see("Every question has an answer.")
        try await expectNothingGivenAway()
    }

    /// Gives whatever answer comes first: a text, or the first of what can be chosen.
    func answer() async throws {
        for field in try await browser.elements("//main//form//*[self::textarea or self::input][@name='t']") {
            try await browser.clear(field)
            try await browser.type("1", into: field)
        }
        for option in try await browser.elements("//main//label[.//input[@name='r']][1]") {
            try await browser.click(option)
        }
        for option in try await browser.elements("//main//select[@name='p']/option[2]") {
            try await browser.click(option)
        }
    }

    /// What the form holds: the texts, and which of the choices are taken.
    func givenAnswer() async throws -> [String] {
        var given: [String] = []
        for field in try await browser.elements("//main//*[self::textarea or self::input][@name='t']") {
            given.append(try await browser.value(of: field))
        }
        for (place, option) in try await browser.elements("//main//input[@name='r'] | //main//select[@name='p']/option")
            .enumerated()
        where try await browser.isSelected(option) {
            given.append("choice \(place)")
        }
        return given
    }

    /// The questions of a check that was handed in, read from the waiting page.
    func questionsWhileWaiting() async throws -> [String] {
        try await browser.see("My answers")
        return try await browser.texts("//ol[@class='answers']//span[@class='question']")
    }

    /// The questions of a check that is open, read from its overview.
    func questions(of attempt: String) async throws -> [String] {
        try await browser.open("/check/\(attempt)/review")
        try await browser.see("Look over")
        return try await browser.texts("//ol[@class='answers']//span[@class='question']")
    }

    func handIn() async throws {
        try await browser.press("Hand in")
        try await browser.arrive(at: "/waiting/")
        try await expectNothingGivenAway()
    }

    /// Searches the page as it came, hidden parts and all.
    func expectNothingGivenAway(_ location: SourceLocation = #_sourceLocation) async throws {
        let found = Traces.found(in: try await browser.source)
        #expect(found.isEmpty, "\(givenName) is shown marks before the decision.", sourceLocation: location)
    }

    /// Options are sent by the place where they are shown: the bank's own numbers would tell which was written first.
    private func expectNumbersOfPlaces() async throws {
        var values: [String] = []
        for option in try await browser.elements("//main//input[@name='r']") {
            values.append(try await browser.value(of: option))
        }
        #expect(values == values.indices.map(String.init))
    }
}
