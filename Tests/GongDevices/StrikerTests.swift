import Gong
import Pin
import Synchronization
import Testing

@testable import GongDevices

@Suite("The striker")
struct StrikerTests {
    private static let settings = GongConfiguration.Striker(chip: "pinctrl-fake", line: "GPIO17")

    private func striker(_ line: FakeLine) -> Striker {
        Striker(Self.settings) { () throws(OutputLine.Failure) in line }
    }

    @Test(
        "A pulse lasts as long as asked for, and never longer than the clamp",
        arguments: [
            (asked: 10, lasts: 10), (asked: 35, lasts: 35), (asked: 120, lasts: 120), (asked: 121, lasts: 120),
            (asked: 60_000, lasts: 120),
        ])
    func width(asked: Int, lasts: Int) throws {
        var now: UInt64 = 1_000
        let line = FakeLine()
        var rose: UInt64?
        try withoutActuallyEscaping({ now }) { read in
            try withoutActuallyEscaping({ now = max(now, $0) }) { sleep in
                let beater = Beater(line: line, clock: Beater.Clock(now: read, sleep: sleep))
                let width = try beater.beat(for: UInt64(asked) * 1_000_000) { rose = now }
                #expect(width == UInt64(lasts) * 1_000_000)
            }
        }
        #expect(rose == 1_000)
        #expect(line.told == [true, false])
    }

    @Test(
        "A line that stays high is told to fall again and again, and then counts as stuck",
        arguments: [
            FakeLine.Behaviour.staysHigh, .cannotBeRead,
        ])
    func stuck(behaviour: FakeLine.Behaviour) {
        let line = FakeLine(behaviour)
        #expect(throws: Beater.Fault.stuck) { try Beater(line: line).beat(for: 1_000_000) {} }
        #expect(line.told == [true] + [Bool](repeating: false, count: Beater.attempts))
    }

    @Test("One strike is one pulse, and the stop waits for its end")
    func onePulse() async throws {
        let line = FakeLine()
        let striker = striker(line)
        striker.start()
        _ = try await striker.sound(asked: BootClock.now())
        striker.stop()
        #expect(line.told == [true, false])
    }

    @Test("Two strikes are two pulses, one after the other")
    func twoPulses() async throws {
        let line = FakeLine()
        let striker = striker(line)
        striker.start()
        async let first = striker.sound(asked: BootClock.now())
        async let second = striker.sound(asked: BootClock.now())
        _ = try await (first, second)
        striker.stop()
        #expect(line.told == [true, false, true, false])
    }

    @Test("A line that does not fall disarms the striker, loudly, and no pulse follows")
    func disarmed() async throws {
        let line = FakeLine(.staysHigh)
        let striker = striker(line)
        striker.start()
        _ = try await striker.sound(asked: BootClock.now())
        let silence = await #expect(throws: Silence.self) { try await striker.sound(asked: BootClock.now()) }
        #expect(silence?.reason.contains("DISARMED") == true)
        #expect(!striker.health().works)
        #expect(striker.health().sentence.contains("GPIO17"))
        striker.stop()
        #expect(line.told.count(where: { $0 }) == 1)
    }

    @Test("A line that cannot rise is silence with the reason, and is left low")
    func cannotRise() async {
        let line = FakeLine(.cannotRise)
        let striker = striker(line)
        striker.start()
        let silence = await #expect(throws: Silence.self) { try await striker.sound(asked: BootClock.now()) }
        #expect(silence?.reason.contains("gpiod_line_set_value") == true)
        striker.stop()
        #expect(line.told == [false])
    }

    @Test(
        "Each way of having no line has its own sentence with the remedy",
        arguments: [
            (OutputLine.Failure.noChip, "no GPIO pins"),
            (.noSuchChip(present: ["pinctrl-rp1", "gpio-brcmstb"]), "pinctrl-rp1, gpio-brcmstb"),
            (.noSuchLine, "No GPIO line is called GPIO17"),
            (.busy, "in use by another program"),
            (.forbidden(path: "/dev/gpiochip0"), "group gpio"),
            (.failed(PinError(operation: "gpiod_chip_open", code: 5)), "gpiod_chip_open"),
        ])
    func noLine(failure: OutputLine.Failure, words: String) async {
        let striker = Striker(Self.settings) { () throws(OutputLine.Failure) in throw failure }
        striker.start()
        let silence = await #expect(throws: Silence.self) { try await striker.sound(asked: BootClock.now()) }
        #expect(silence?.reason.contains(words) == true)
        striker.stop()
    }

    @Test(
        "Off lets the line fall and says whether it did",
        arguments: [
            (FakeLine.Behaviour.obeys, true, "is low"), (.cannotBeRead, false, "failed"),
        ])
    func off(behaviour: FakeLine.Behaviour, works: Bool, words: String) {
        let line = FakeLine(behaviour)
        let health = Striker.off(Self.settings, line)
        #expect(line.told == [false])
        #expect(health.works == works)
        #expect(health.sentence.contains(words))
    }
}
