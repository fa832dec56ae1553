import TestSupport
import Testing

/// The loop for one student and the teacher, both in Lynx, with the demonstration course: everything but the import, for which
/// Lynx sends no files.
@Suite("The loop without script", .enabled(if: TextBrowser.isThere, "Lynx is not installed."))
struct TextBrowserTests {
    /// Questions in a check of the demonstration's first unit.
    private static let length = 10

    @Test("In a text browser a student comes from the door over a retake to the gong, and the teacher undoes a tap")
    func inATextBrowserAStudentComesFromTheDoorOverARetak()
        async throws
    {
        let recording = try Recording()
        let box = try await Box("--demo", "--card", recording.card, "--sample", recording.sample)
        let teacher = try TextBrowser(at: box.address)
        let student = try TextBrowser(at: box.address)
        try await join(box, student, teacher)

        try await student.press("Start the check")
        try await takeCheck(student)
        try await confer(student, teacher)
        try await notYet(student, teacher)

        try await student.press("Start a fresh check")
        try await takeCheck(student)
        try await confer(student, teacher)
        try await master(student, teacher, board: try TextBrowser(at: box.address))

        try await box.stop()
        #expect(recording.gongs == 1)
    }

    /// The teacher sets the box up; the student picks a name and is let in.
    private func join(_ box: Box, _ student: TextBrowser, _ teacher: TextBrowser) async throws {
        try await teacher.open("/teacher/set-up")
        try teacher.fill("Set-up code", box.setUpCode)
        try teacher.fill("Your name", "Jon")
        try teacher.fill("Choose a password", "flip the class")
        try await teacher.press("Set up")
        try teacher.see("Nobody is waiting.")

        try await student.open("/")
        try await student.press("Amina")
        try student.fill("PIN", "4711")
        try await student.press("Come in")
        try student.see("your teacher lets you in with one tap")
        try await teacher.open("/teacher")
        try await teacher.press("Admit")
        try await student.open("/")
        try student.see("0 of 3 units mastered")
    }

    /// Answers every question, looks over, and hands in.
    private func takeCheck(_ student: TextBrowser) async throws {
        for place in 1...Self.length {
            #expect(Traces.found(in: try await student.source).isEmpty)
            student.answer()
            try await student.press(place < Self.length ? "Next" : "Look over and hand in")
        }
        try student.see("Every question has an answer.")
        try await student.press("Hand in")
        try student.see("You are next")
        #expect(Traces.found(in: try await student.source).isEmpty)
    }

    /// Called, here, and in the conference.
    private func confer(_ student: TextBrowser, _ teacher: TextBrowser) async throws {
        try await teacher.open("/teacher")
        try await teacher.press("Call next")
        try await student.reload()
        try student.see("Your turn: please come")
        try await letGo(teacher, of: "Undo")
        try await teacher.press("Here: begin")
        try teacher.see("Reason for another mark")
        try await student.reload()
        try student.see("You are in the conference")
        #expect(Traces.found(in: try await student.source).isEmpty)
    }

    /// Reads the page until it no longer has the text: what a press goes to is counted, and the count would change under it.
    private func letGo(_ browser: TextBrowser, of words: String) async throws {
        try await eventually("page without “\(words)”") {
            try await browser.reload()
            return browser.text.contains(words) ? nil : true
        }
    }

    /// Sent back with a corrective, which the student reports as done.
    private func notYet(_ student: TextBrowser, _ teacher: TextBrowser) async throws {
        try teacher.fill("or in your own words", "Sort ten things of the kitchen.")
        try await teacher.press("Not yet")
        try teacher.see("Amina Y.: not yet.")
        try await student.reload()
        try student.see("Sort ten things of the kitchen.")
        try student.see("Right answer")
        try student.fill("What do you understand now that you did not before?", "Salt is a compound.")
        try await student.press("I have done it: open the retake")
    }

    /// Full marks, mastered, celebrated on the board, undone, mastered again.
    private func master(_ student: TextBrowser, _ teacher: TextBrowser, board: TextBrowser) async throws {
        for item in 0..<Self.length {
            try teacher.fill("Reason for another mark", "Explained it aloud.", occurrence: item)
            try await teacher.press("Full", occurrence: item)
        }
        try teacher.see("100 %")
        try await teacher.press("Mastered")
        try teacher.see("Amina Y.: mastered.")
        try await board.open("/board")
        try board.see("Amina Y. Mastered!")
        try await teacher.press("Undo")
        try teacher.see("100 %")
        try await teacher.press("Mastered")
        try await student.reload()
        try student.see("Mastered!")
        try student.see("Settled together")
        try await student.press("On along the path")
        try student.see("1 of 3 units mastered")
    }
}
