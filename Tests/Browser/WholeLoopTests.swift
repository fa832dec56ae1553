import TestSupport
import Testing

/// Three students, the teacher and the board, each in a browser of their own; the gong is what ALSA wrote into a file.
@Suite("The whole loop, in real browsers", .enabled(if: Driver.isThere, "Chromium and its driver are not installed."))
struct WholeLoopTests {
    private static let length = 6

    @Test("From an empty box to the gong, which sounds once") func fromAnEmptyBoxToTheGongWhichSoundsOnce() async throws
    {
        let recording = try Recording()
        let box = try await Box("--card", recording.card, "--sample", recording.sample)
        try await Driver.run { driver in
            let teacher = Teacher(browser: try await driver.session(at: box.address))
            let board = try await driver.session(at: box.address)
            let ada = Student(
                givenName: "Ada", familyName: "Lovelace", pin: "1815",
                browser: try await driver.session(at: box.address))
            let ben = Student(
                givenName: "Ben", familyName: "Okafor", pin: "2468", browser: try await driver.session(at: box.address))
            let cleo = Student(
                givenName: "Cleo", familyName: "Marsh", pin: "13579", browser: try await driver.session(at: box.address)
            )

            try await prepare(box, teacher, board)
            let adaAgain = try await join(driver, box, teacher, ada, ben, cleo)
            try await takeChecks(adaAgain, ben, cleo, board)
            try await master(adaAgain, teacher, board)
            try await notYet(ben, teacher)
            try await putOff(cleo, teacher)
        }
        try await box.stop()
        #expect(recording.gongs == 1)
    }

    /// The teacher sets up, brings in bank and class list, and opens the room; the board shows how to join.
    private func prepare(_ box: Box, _ teacher: Teacher, _ board: Session) async throws {
        try await board.open("/board")
        try await board.see("This box is new.")
        try await teacher.setUp(code: box.setUpCode)
        try await teacher.importFile(Bank.file, as: "bank")
        let folder = try TemporaryFolder()
        let roster = "First name,Last name,Class\nAda,Lovelace,9C\nBen,Okafor,9C\nCleo,Marsh,9C\n"
        try await teacher.importFile(folder.write(roster, to: "class.csv"), as: "roster")
        try await teacher.browser.see("3 of 3 came in")
        try await teacher.setLength(Self.length)
        try await teacher.openRoom(for: "9C")
        try await board.see("Scan to join, or type:", reloading: true)
        try await board.see(String(box.address.dropFirst("http://".count)))
    }

    /// One student is let in by a tap and goes on from another device; two come in with their cards.
    private func join(
        _ driver: Driver, _ box: Box, _ teacher: Teacher, _ ada: Student, _ ben: Student, _ cleo: Student
    ) async throws -> Student {
        try await ada.join()
        try await ada.browser.see("your teacher lets you in with one tap")
        try await teacher.admit(ada)
        try await ada.browser.see("My path", reloading: true)
        for student in [ben, cleo] {
            try await student.join(card: teacher.cardCode(of: student))
            try await student.browser.see("My path")
        }

        let attempt = try await ada.start(count: Self.length)
        try await ada.answer()
        let given = try await ada.givenAnswer()
        #expect(!given.isEmpty)
        try await ada.browser.press("Next")
        try await ada.browser.see("2")
        try await driver.close(ada.browser)

        let again = Student(
            givenName: ada.givenName, familyName: ada.familyName, pin: ada.pin,
            browser: try await driver.session(at: box.address))
        try await again.join()
        try await again.browser.press("Go on")
        try await again.browser.arrive(at: "/check/\(attempt)/2")
        try await again.browser.press("1")
        try await again.browser.arrive(at: "/check/\(attempt)/1")
        #expect(try await again.givenAnswer() == given)
        try await again.browser.press("Next")
        try await again.browser.arrive(at: "/check/\(attempt)/2")
        return again
    }

    /// All three hand in, Ada first; hers stays hers, open and in line.
    private func takeChecks(_ ada: Student, _ ben: Student, _ cleo: Student, _ board: Session) async throws {
        try await ada.answerTheRest(of: Self.length)
        let attempt = String(try await ada.browser.path.split(separator: "/")[1])
        let questions = try await ada.questions(of: attempt)
        #expect(Set(questions).count == Self.length)
        try await refuse(ben, attempt, questions)
        try await ada.handIn()
        try await ada.browser.see("You are next")
        try await refuse(ben, attempt, questions)
        for (ahead, student) in [(1, ben), (2, cleo)] {
            _ = try await student.start(count: Self.length)
            try await student.answerTheRest(of: Self.length)
            try await student.handIn()
            try await student.browser.see(ahead == 1 ? "1 student is before you" : "2 students are before you")
        }
        for student in [ada, ben, cleo] { try await board.see(student.shortName, reloading: true) }
    }

    /// Nothing of a check can be seen by another student who knows its address.
    private func refuse(_ other: Student, _ attempt: String, _ questions: [String]) async throws {
        let own = try await other.browser.path
        for path in [
            "/check/\(attempt)", "/check/\(attempt)/1", "/check/\(attempt)/review", "/waiting/\(attempt)",
            "/corrections/\(attempt)",
        ] {
            try await other.browser.open(path)
            try await other.browser.see("Not done")
            let source = try await other.browser.source
            for question in questions {
                #expect(!source.contains(question), "\(path) shows another student's question.")
            }
        }
        for path in ["/teacher", "/teacher/conference/\(attempt)"] {
            try await other.browser.open(path)
            try await other.browser.see("This page is not for you.")
        }
        try await other.browser.open(own)
    }

    /// Called, conferred with, mastered, undone, mastered again, and tapped once more in a second tab.
    private func master(_ ada: Student, _ teacher: Teacher, _ board: Session) async throws {
        try await teacher.call(ada)
        try await ada.browser.see("Your turn: please come", reloading: true)
        try await ada.expectNothingGivenAway()
        try await board.see("Please come", reloading: true)
        let conference = try await teacher.begin(with: ada)
        try await ada.browser.see("You are in the conference", reloading: true)
        try await ada.expectNothingGivenAway()
        try await board.see("With the teacher", reloading: true)

        try await teacher.giveFullMarks(because: "Explained it aloud.")
        try await ada.browser.reload()
        try await ada.expectNothingGivenAway()
        async let celebration: Void = board.seeCelebration(of: ada.shortName)
        let desk = try await teacher.browser.tab
        try await teacher.decideMastered()
        try await teacher.undo()
        let second = try await teacher.browser.openTab()
        try await teacher.browser.open(conference)
        try await teacher.browser.see("100 %")
        try await teacher.browser.show(desk)
        try await teacher.decideMastered()
        try await teacher.browser.show(second)
        try await teacher.decideMastered()
        try await teacher.browser.see("Ada L.: mastered.")
        try await celebration

        try await ada.browser.arrive(at: "/corrections/", reloading: true)
        try await ada.browser.see("Mastered!")
        try await ada.browser.see("100 %")
        #expect(!Traces.found(in: try await ada.browser.source).isEmpty)
        try await ada.browser.press("On along the path")
        try await ada.browser.see("1 of 1 units mastered")
    }

    /// Not yet, undone, not yet with a corrective; done, and a fresh form that shares no question with the first.
    private func notYet(_ ben: Student, _ teacher: Teacher) async throws {
        let corrective = "Draw the tables on paper and explain them to Cleo."
        let first = try await ben.questionsWhileWaiting()
        #expect(Set(first).count == Self.length)
        try await teacher.call(ben)
        _ = try await teacher.begin(with: ben)
        try await teacher.decideNotYet(corrective: "Too hasty.")
        try await teacher.undo()
        try await ben.browser.see("You are in the conference", reloading: true)
        try await teacher.decideNotYet(corrective: corrective)

        try await ben.browser.arrive(at: "/corrections/", reloading: true)
        try await ben.browser.see("Not yet")
        try await ben.browser.see(corrective)
        try await ben.browser.see("Right answer")
        try await ben.browser.open("/path")
        try await ben.browser.see("Not yet: first the corrective")
        try await ben.browser.press("See corrections")
        try await ben.browser.fill("report", "A table is a set of rows.")
        try await ben.browser.press("I have done it: open the retake")
        let retake = try await ben.start(count: Self.length, isRetake: true)
        let fresh = try await ben.questions(of: retake)
        #expect(Set(fresh).count == Self.length)
        #expect(Set(fresh).isDisjoint(with: first))
    }

    private func putOff(_ cleo: Student, _ teacher: Teacher) async throws {
        try await teacher.browser.open("/teacher")
        try await teacher.browser.press("Put off", beside: cleo.name)
        try await cleo.browser.see("First in line next time", reloading: true)
        try await cleo.browser.press("I am ready: back in line")
        try await cleo.browser.see("You are next", reloading: true)
    }
}
