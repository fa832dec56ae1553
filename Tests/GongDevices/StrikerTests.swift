import Foundation
import Gong
import Pin
import Synchronization
import Testing

@testable import GongDevices

@Suite("The striker")
struct StrikerTests {
    private static let settings = GongConfiguration.Striker(chip: "pinctrl-fake", line: "GPIO17")

    private func striker(_ line: FakeLine) -> Striker {
        Striker(Self.settings, lines: .init(line))
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
            (LineFailure.noChip, "no GPIO pins"),
            (.noSuchChip(present: ["pinctrl-rp1", "gpio-brcmstb"]), "pinctrl-rp1, gpio-brcmstb"),
            (.noSuchLine, "No GPIO line is called GPIO17"),
            (.busy(by: "pigpiod"), "in use by \"pigpiod\""),
            (.busy(by: ""), "in use by another program"),
            (.forbidden(path: "/dev/gpiochip0"), "group gpio"),
            (.failed(PinError(operation: "gpiod_chip_open", code: 5)), "gpiod_chip_open"),
        ])
    func noLine(failure: LineFailure, words: String) async {
        let settings = GongConfiguration.Striker(armSwitch: .init())
        let noStriker = Striker.Lines(striker: { () throws(LineFailure) in throw failure })
        let noSwitch = Striker.Lines(
            striker: { () throws(LineFailure) in FakeLine() }, arm: { () throws(LineFailure) in throw failure })
        for (lines, words) in [
            (noStriker, words), (noSwitch, words.replacing("GPIO17", with: "GPIO27")), (noSwitch, "disarmed"),
        ] {
            let striker = Striker(settings, lines: lines)
            striker.start()
            await striker.tried()
            #expect(!striker.health().works)
            let silence = await #expect(throws: Silence.self) { try await striker.sound(asked: BootClock.now()) }
            #expect(silence?.reason == striker.health().sentence)
            #expect(silence?.reason.contains(words) == true)
            striker.stop()
        }
    }

    @Test("A stop in the middle of a pulse returns when the line is low")
    func stopInMidPulse() async throws {
        let (high, told) = AsyncStream<Void>.makeStream()
        let line = FakeLine(whenHigh: { told.yield() })
        let striker = striker(line)
        striker.start()
        async let struck = striker.sound(asked: BootClock.now())
        for await _ in high { break }
        striker.stop()
        #expect(line.told == [true, false])
        _ = try await struck
    }

    @Test("What waits when the striker stops is told so, and is not struck", .timeLimit(.minutes(1)))
    func stopWithQueue() async {
        let (high, told) = AsyncStream<Void>.makeStream()
        let held = DispatchSemaphore(value: 0)
        let line = FakeLine(whenHigh: {
            told.yield()
            held.wait()
        })
        let striker = striker(line)
        // Into the queue by hand: whoever waits for an answer gives up after three seconds, which a busy machine may take.
        let orders = (0..<3).map { _ in Order(asked: BootClock.now()) }
        let leave = { (order: Order) in _ = striker.state.withLock { $0.queue.add(order, at: BootClock.now()) } }
        leave(orders[0])
        striker.start()
        for await _ in high { break }
        orders.dropFirst().forEach(leave)
        DispatchQueue(label: "release").async {
            while !striker.state.withLock(\.stopping) { usleep(1_000) }
            held.signal()
        }
        striker.stop()
        let refused = Result<UInt64, Silence>.failure(Silence("The striker is stopped."))
        #expect(await orders[0].answer.value != refused)
        #expect(await [orders[1].answer.value, orders[2].answer.value] == [refused, refused])
        #expect(line.told == [true, false])
    }

    @Test(
        "An open arm switch, or one that cannot be read, is no strike and a sentence; a closed one strikes",
        arguments: [
            (contact: GongConfiguration.ArmSwitch.Contact.supply, level: FakeSwitch.Level.high, sentence: nil),
            (.supply, .low, "is open"), (.ground, .low, nil), (.ground, .high, "is open"),
            (.supply, .unreadable, "cannot be read"), (.ground, .unreadable, "cannot be read"),
        ] as [(GongConfiguration.ArmSwitch.Contact, FakeSwitch.Level, String?)])
    func armSwitch(contact: GongConfiguration.ArmSwitch.Contact, level: FakeSwitch.Level, sentence: String?) async {
        let line = FakeLine()
        let striker = Striker(
            .init(armSwitch: .init(contact: contact)), lines: .init(line, arm: FakeSwitch(level)))
        striker.start()
        await striker.tried()
        #expect(striker.health().works == (sentence == nil))
        do throws(Silence) {
            _ = try await striker.sound(asked: BootClock.now())
            #expect(sentence == nil)
        } catch {
            #expect(sentence.map(error.reason.contains) == true)
            #expect(error.reason == striker.health().sentence)
        }
        striker.stop()
        #expect(line.told == (sentence == nil ? [true, false] : []))
    }

    @Test("The switch is read anew for each strike")
    func switchedOff() async throws {
        let arm = FakeSwitch(.high)
        let line = FakeLine()
        let striker = Striker(.init(armSwitch: .init()), lines: .init(line, arm: arm))
        striker.start()
        _ = try await striker.sound(asked: BootClock.now())
        arm.level = .low
        #expect(await striker.outcome() == .failure(Silence(StrikerTrouble.disarmed("GPIO27"))))
        arm.level = .high
        _ = try await striker.sound(asked: BootClock.now())
        striker.stop()
        #expect(line.told == [true, false, true, false])
    }

    @Test("Each new state is told, with the measured pulse, and DISARMED before its strike is answered")
    func telling() async throws {
        let told = Mutex<[VoiceHealth]>([])
        let line = FakeLine(.staysHigh)
        let striker = Striker(Self.settings, lines: .init(line)) { health in told.withLock { $0.append(health) } }
        striker.start()
        _ = try await striker.sound(asked: BootClock.now())
        let health = told.withLock(\.last)
        #expect(health?.works == false)
        #expect(health?.sentence.contains("DISARMED") == true)
        striker.stop()
    }

    @Test("The measured length of the last pulse is shown")
    func measured() async throws {
        let striker = striker(FakeLine())
        striker.start()
        _ = try await striker.sound(asked: BootClock.now())
        #expect(striker.health().sentence.contains("the last one lasted "))
        striker.stop()
    }

    @Test("Off lets the line fall and says whether it did")
    func off() {
        let low = FakeLine()
        #expect(Striker.off(Self.settings, .init(low)) == .low(sentence: "The striker's GPIO line GPIO17 is low."))
        #expect(low.told == [false])
        for behaviour in [FakeLine.Behaviour.cannotBeRead, .isHigh] {
            let line = FakeLine(behaviour)
            guard case .unknown(let sentence) = Striker.off(Self.settings, .init(line)) else {
                Issue.record("A line that is \(behaviour) counts as low.")
                continue
            }
            #expect(sentence.contains("Switch off the striker's power"))
            #expect(line.told == [false])
        }
    }

    @Test("Off tells a line that is not there from one that is held, and both from one that may be high")
    func offWithoutLine() {
        func off(_ failure: LineFailure) -> Striker.Off {
            Striker.off(Self.settings, .init(striker: { () throws(LineFailure) in throw failure }))
        }
        for failure in [LineFailure.noChip, .noSuchChip(present: []), .noSuchLine] {
            guard case .absent = off(failure) else { Issue.record("\(failure)"); continue }
        }
        guard case .busy(let sentence) = off(.busy(by: "gongbox")) else { Issue.record("busy"); return }
        #expect(sentence.contains("gongbox"))
        guard case .unknown = off(.forbidden(path: "/dev/gpiochip0")) else { Issue.record("forbidden"); return }
    }
}

extension Striker {
    /// Asks for a strike now.
    fileprivate func outcome() async -> Result<UInt64, Silence> {
        do throws(Silence) {
            return .success(try await sound(asked: BootClock.now()))
        } catch {
            return .failure(error)
        }
    }
}
