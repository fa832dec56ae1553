import TestSupport
import Testing

/// The teacher at a browser.
struct Teacher {
    let browser: Session

    /// Sets a new box up; `room` is what the room's page then says.
    func setUp(code: String, room: String = "There is no class yet") async throws {
        try await browser.open("/teacher/set-up")
        try await browser.fill("code", code)
        try await browser.fill("name", "Jon")
        try await browser.fill("password", "flip the class")
        try await browser.press("Set up")
        try await browser.see(room)
    }

    /// Brings a file in on the import page.
    func importFile(_ file: String, as kind: String) async throws {
        try await browser.open("/teacher/import")
        try await browser.choose([file], for: "/teacher/import/\(kind)")
        try await browser.act(on: "//form[@action='/teacher/import/\(kind)']//button", "button to import") {
            try await browser.click($0)
        }
        try await browser.see("came in")
    }

    /// Makes the first unit's check so long.
    func setLength(_ count: Int) async throws {
        try await browser.open("/teacher/units")
        try await browser.press("Edit")
        try await browser.fill("length", String(count))
        try await browser.press("Save")
        try await browser.see("A check draws \(count) of")
    }

    /// Opens the room for the class of three.
    func openRoom(for title: String) async throws {
        try await browser.open("/teacher")
        try await browser.press("Open for \(title) (3)")
        try await browser.see("Close the room")
    }

    /// The code on a student's printed card.
    func cardCode(of student: Student) async throws -> String {
        try await browser.open("/teacher/cards")
        try await browser.see(student.name)
        return try #require(
            try await browser.texts("//section[contains(., '\(student.name)')]//p[@class='code']").first)
    }

    func admit(_ student: Student) async throws {
        try await browser.open("/teacher")
        try await browser.press("Admit", beside: student.name, reloading: true)
        try await browser.see("Close the room")
    }

    func call(_ student: Student) async throws {
        try await browser.open("/teacher")
        try await browser.press("Call", beside: student.name, reloading: true)
        try await browser.see("called")
    }

    /// The called student stands at the desk. Returns the path of the conference.
    func begin(with student: Student) async throws -> String {
        try await browser.press("Here: begin", beside: student.name, reloading: true)
        return try await browser.arrive(at: "/teacher/conference/")
    }

    /// Goes through what is not right and gives full marks for what the student says.
    func giveFullMarks(because reason: String) async throws {
        let open = "//ol[@class='packet']/li[not(@class='right')]"
        while case let count = try await browser.elements(open).count, count > 0 {
            try await browser.fill("reason", reason, beside: "\(open)[1]")
            try await browser.act(on: "\(open)[1]//button[@value='1']", "button for full marks") {
                try await browser.click($0)
            }
            try await eventually("mark that is taken", insight: browser.excerpt) {
                try await browser.elements(open).count < count ? true : nil
            }
        }
        try await browser.see("100 %")
    }

    /// Taps Mastered and comes back to the room.
    func decideMastered() async throws {
        try await browser.press("Mastered")
        try await browser.arrive(at: "/teacher")
    }

    func decideNotYet(corrective: String) async throws {
        try await browser.fill("corrective_own", corrective)
        try await browser.press("Not yet")
        try await browser.arrive(at: "/teacher")
    }

    /// Takes the last decision back, two seconds after it: a ring that came of deciding anew would then be heard by itself,
    /// and not join the first.
    func undo() async throws {
        try await browser.act(on: "//*[@data-seconds <= 8]", "countdown at 8", reloading: true) { _ in true }
        // The script counts the seconds down in the button's label.
        try await browser.act(on: "//button[starts-with(normalize-space(), 'Undo')]", "“Undo” to press") {
            try await browser.click($0)
        }
        try await browser.arrive(at: "/teacher/conference/")
    }
}
