import TestSupport
import Testing

/// What the script adds to pages that work without it. No page is reloaded and no answer is sent by hand here.
@Suite("What the script adds", .enabled(if: Driver.isThere, "Chromium and its driver are not installed."))
struct ScriptTests {
    @Test("Pages follow what happens, and an answer is saved as it is given, even if the box was off meanwhile")
    func pagesFollowWhatHappensAndAnAnswerIsSavedAsItIsGi()
        async throws
    {
        let box = try await Box("--demo", "--card", "none")
        try await Driver.run { driver in
            let teacher = Teacher(browser: try await driver.session(at: box.address))
            try await teacher.setUp(code: box.setUpCode, room: "Close the room")
            let amina = Student(
                givenName: "Amina", familyName: "Yusuf", pin: "4711", browser: try await driver.session(at: box.address)
            )
            try await amina.join()
            try await teacher.browser.press("Admit", beside: amina.name)
            try await amina.browser.see("My path")
            let attempt = try await amina.start(count: 10)

            try await amina.answer()
            try await amina.browser.see("Saved")
            let first = try await amina.givenAnswer()
            try await amina.browser.open("/check/\(attempt)/2")
            try await box.losePower()
            try await amina.answer()
            try await amina.browser.see("Not saved yet.")
            let second = try await amina.givenAnswer()
            try await box.start()
            try await amina.browser.see("Saved")
            try await driver.close(amina.browser)

            let elsewhere = Student(
                givenName: amina.givenName, familyName: amina.familyName, pin: amina.pin,
                browser: try await driver.session(at: box.address))
            try await elsewhere.join()
            try await elsewhere.browser.see("My path")
            for (place, given) in [(1, first), (2, second)] {
                try await elsewhere.browser.open("/check/\(attempt)/\(place)")
                #expect(!given.isEmpty)
                #expect(try await elsewhere.givenAnswer() == given)
            }
        }
        try await box.stop()
    }

    @Test("A name is dragged from seat to seat: two change places, and it is saved without a further press")
    func aNameIsDraggedFromSeatToSeat() async throws {
        let box = try await Box("--demo", "--card", "none")
        try await Driver.run { driver in
            let teacher = Teacher(browser: try await driver.session(at: box.address))
            try await teacher.setUp(code: box.setUpCode, room: "Close the room")
            let browser = teacher.browser
            try await browser.press("Seats")
            try await browser.press("Seat everybody")
            try await browser.see("Everybody has a seat.")
            let names = "//table//option[@selected]"
            let before = try await browser.texts(names)
            let handles = try await browser.elements("//table//span[@class='handle']")
            try await browser.drag(handles[0], to: handles[8])
            try await browser.see("Saved")
            try await browser.reload()
            let after = try await browser.texts(names)
            #expect(before.count == 28 && after[0] == before[8] && after[8] == before[0])
        }
        try await box.stop()
    }
}
