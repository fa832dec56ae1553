import TestSupport
import Testing

@Suite("Signing in, in a real browser", .enabled(if: Driver.isThere, "Chromium and its driver are not installed."))
struct SignInTests {
    @Test
    func
        `The teacher sets the box up with the printed code, signs out and signs in again, and a restart changes nothing`()
        async throws
    {
        let box = try await Box("--card", "none")
        try await Driver.run { driver in
            let teacher = try await driver.session(at: box.address)

            try await teacher.open("/teacher")
            try await teacher.fill("code", "WRONG-CODE")
            try await teacher.fill("password", "flip the class")
            try await teacher.press("Set up")
            try await teacher.see("That does not match")

            try await teacher.fill("code", box.setUpCode)
            try await teacher.fill("name", "Jon")
            try await teacher.fill("password", "flip the class")
            try await teacher.press("Set up")
            try await teacher.see("There is no class yet")

            try await teacher.press("Sign out")
            try await teacher.fill("password", "not the password")
            try await teacher.press("Sign in")
            try await teacher.see("That does not match")
            try await teacher.fill("password", "flip the class")
            try await teacher.press("Sign in")
            try await teacher.see("There is no class yet")

            try await box.losePower()
            try await box.start()
            #expect(!box.log.contains("Set-up code"))
            try await teacher.open("/teacher")
            try await teacher.see("There is no class yet")
        }
        try await box.stop()
    }
}
